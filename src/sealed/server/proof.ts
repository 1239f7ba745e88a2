// Puzzles for the sender's device, dearer the more noise its source makes. The only importer of altcha-lib.

import { createHmac } from 'node:crypto';
import { createChallenge, verifySolution, type Challenge, type Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import * as v from 'valibot';
import type { CommandId } from '#ground/id.ts';

export type { Challenge };

export type Proofs = {
  /** Costs the server nothing; the level is 1 or more. */
  readonly challenge: (commandId: CommandId, level: number) => Promise<Challenge>;
  /** Whether this device solved a puzzle of ours for this very command. */
  readonly isProved: (proof: string, commandId: CommandId) => Promise<boolean>;
};

/** A device tries about 256 keys until one begins with this; the server checks a single one. */
const keyPrefix = '00';
/** Rounds for each key at level 1; every level doubles them. */
const rounds = 50;
/** Milliseconds. A slow phone has this long; bound to one command, it is of no use to another. */
const life = 15 * 60_000;

/** A line that breaks may send again; a flood may not come in on one solution. */
const mostUses = 5;
/** So many solutions are counted; then the counts begin anew. */
const mostCounted = 50_000;

/** Any server of the installation knows the puzzles of any other; each counts for itself how often one was used. */
export function openProofs(secret: string, now: () => number = Date.now): Proofs {
  const hmacSignatureSecret = createHmac('sha256', secret).update('puzzles').digest('hex');
  const used = new Map<CommandId, number>();
  const challenge = (commandId: CommandId, level: number): Promise<Challenge> =>
    createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: rounds * 2 ** level,
      keyPrefix,
      deriveKey,
      data: { commandId },
      expiresAt: Math.ceil((now() + life) / 1000),
      hmacSignatureSecret,
    });
  const isProved = async (proof: string, commandId: CommandId): Promise<boolean> => {
    const payload = read(proof);
    if (payload?.challenge.parameters.data?.['commandId'] !== commandId) return false;
    if ((used.get(commandId) ?? 0) >= mostUses) return false;
    const { verified } = await verifySolution({ ...payload, deriveKey, hmacSignatureSecret });
    if (!verified) return false;
    if (used.size >= mostCounted) used.clear();
    const uses = (used.get(commandId) ?? 0) + 1;
    used.set(commandId, uses);
    return uses <= mostUses;
  };
  return { challenge, isProved };
}

const text = v.pipe(v.string(), v.maxLength(200));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32));
/** Bounded before anything is worked out; what the signature then covers is ours. */
const payload = v.object({
  challenge: v.object({
    parameters: v.looseObject({
      algorithm: text,
      nonce: text,
      salt: text,
      cost: v.pipe(whole, v.maxValue(rounds * 2 ** 20)),
      keyLength: v.pipe(whole, v.maxValue(64)),
      keyPrefix: text,
      expiresAt: v.optional(whole),
      data: v.optional(v.record(v.string(), v.union([text, v.number(), v.boolean(), v.null()]))),
    }),
    signature: text,
  }),
  solution: v.object({ counter: whole, derivedKey: text }),
});

function read(proof: string): Payload | undefined {
  if (proof.length > 4_000) return undefined;
  const parsed = v.safeParse(payload, parse(Buffer.from(proof, 'base64url').toString('utf8')));
  return parsed.success ? (parsed.output as Payload) : undefined;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
