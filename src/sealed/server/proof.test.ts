// Puzzles: solved by whoever works, good for one command alone, and dearer by level.

import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { describe, expect, test } from 'vitest';
import { newId } from '#ground/id.ts';
import { openProofs, type Challenge } from './proof.ts';

const proofs = openProofs('bí mật ví dụ');
const written = (payload: object): string =>
  Buffer.from(JSON.stringify(payload)).toString('base64url');

async function solved(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return written({ challenge, solution });
}

describe('a puzzle', () => {
  test('that was solved is known again, by every server of the installation', async () => {
    const commandId = newId<'command'>();
    const proof = await solved(await proofs.challenge(commandId, 1));
    expect(await proofs.isProved(proof, commandId)).toBe(true);
    expect(await openProofs('bí mật ví dụ').isProved(proof, commandId)).toBe(true);
    expect(await openProofs('bí mật khác').isProved(proof, commandId)).toBe(false);
  });
  test('solved for one tip is of no use for another', async () => {
    const commandId = newId<'command'>();
    const proof = await solved(await proofs.challenge(commandId, 1));
    expect(await proofs.isProved(proof, newId<'command'>())).toBe(false);
  });
  test('solved once serves the few times one sends again, and no flood', async () => {
    const commandId = newId<'command'>();
    const own = openProofs('bí mật ví dụ');
    const proof = await solved(await own.challenge(commandId, 1));
    const times = await Promise.all(
      Array.from({ length: 9 }, () => own.isProved(proof, commandId)),
    );
    expect(times.filter(Boolean)).toHaveLength(5);
  });
  test('made easier on the device is none of ours', async () => {
    const commandId = newId<'command'>();
    const challenge = await proofs.challenge(commandId, 4);
    const easy = { ...challenge, parameters: { ...challenge.parameters, cost: 1 } };
    expect(await proofs.isProved(await solved(easy), commandId)).toBe(false);
  });
  test('with a guessed solution is not solved', async () => {
    const commandId = newId<'command'>();
    const challenge = await proofs.challenge(commandId, 1);
    const guessed = written({ challenge, solution: { counter: 1, derivedKey: '00'.repeat(32) } });
    expect(await proofs.isProved(guessed, commandId)).toBe(false);
  });
  test('grows with the level', async () => {
    const cost = async (level: number) =>
      (await proofs.challenge(newId<'command'>(), level)).parameters.cost;
    expect([await cost(1), await cost(2), await cost(8)]).toEqual([100, 200, 12_800]);
  });
  test('ends after a quarter of an hour', async () => {
    const old = openProofs('bí mật ví dụ', () => Date.now() - 16 * 60_000);
    const commandId = newId<'command'>();
    expect(await proofs.isProved(await solved(await old.challenge(commandId, 1)), commandId)).toBe(
      false,
    );
  });
  test.each(['', 'x', '%%%', written({}), written({ challenge: null }), 'A'.repeat(5_000)])(
    'that is none (%#) is no proof and no fault',
    async (text) => {
      expect(await proofs.isProved(text, newId<'command'>())).toBe(false);
    },
  );
});
