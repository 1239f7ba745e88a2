// The work a busy door asks for before its turn: done by the sender's device, in a worker, unseen.

import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Challenge, Payload } from 'altcha-lib/types';

export type { Challenge } from 'altcha-lib/types';

/** JSON in base64, as server/proof.ts reads it; undefined where it took too long: one waits instead. */
export async function solveProof(challenge: Challenge): Promise<string | undefined> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return solution ? btoa(JSON.stringify({ challenge, solution } satisfies Payload)) : undefined;
}
