// Recovery: enough keyholders together, never fewer, and whoever brings a wrong share is told so.

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinShares, printShare, readShare, splitSecret, typedShare } from './recovery.ts';
import { flipped } from './testing.ts';

const secret = new Uint8Array(32).map((_, at) => at * 7);
const refusal = (why: unknown): unknown => ({ ok: false, refusal: why });

const division = fc
  .integer({ min: 2, max: 9 })
  .chain((of) => fc.record({ of: fc.constant(of), need: fc.integer({ min: 2, max: of }) }))
  .chain(({ of, need }) =>
    fc.record({
      of: fc.constant(of),
      need: fc.constant(need),
      chosen: fc.subarray(
        Array.from({ length: of }, (_, at) => at),
        { minLength: 1 },
      ),
    }),
  );

describe('a divided secret', () => {
  it('comes back from enough shares, whichever, and from no fewer', async () => {
    const secrets = fc.uint8Array({ minLength: 1, maxLength: 100 });
    await fc.assert(
      fc.asyncProperty(secrets, division, async (any, { of, need, chosen }) => {
        const shares = await splitSecret(any, { of, need });
        const have = chosen.flatMap((at) => shares[at] ?? []);
        expect(await joinShares(have)).toEqual(
          have.length >= need
            ? { ok: true, value: any }
            : refusal({ why: 'too-few', have: have.length, need }),
        );
      }),
      { numRuns: 60 },
    );
  });
  it('numbers its shares from 1 and says how many are needed', async () => {
    const shares = (await splitSecret(secret, { of: 5, need: 3 })).map(readShare);
    expect(shares.map((share) => share?.number)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(shares.map((share) => share?.need))).toEqual(new Set([3]));
  });
  it('is not divided so that one person alone would hold it', async () => {
    await expect(splitSecret(secret, { of: 3, need: 1 })).rejects.toThrow('at least 2');
    await expect(splitSecret(secret, { of: 2, need: 3 })).rejects.toThrow('less than threshold');
    await expect(splitSecret(secret, { of: 1, need: 1 })).rejects.toThrow('at least 2');
  });
  it('needs at least one share to be asked for more', async () => {
    expect(await joinShares([])).toEqual(refusal({ why: 'too-few', have: 0, need: 2 }));
  });
});

describe('a wrong share is named', () => {
  it('where any one bit of it is wrong', async () => {
    const [one, two, three] = await threeShares();
    await fc.assert(
      fc.asyncProperty(fc.nat(8 * two.length - 1), async (bit) => {
        expect(await joinShares([one, flipped(two, bit), three])).toEqual(
          refusal({ why: 'damaged', at: 1 }),
        );
      }),
    );
  });
  it('where it is of another division, or was given twice', async () => {
    const [one, two] = await threeShares();
    const [, , stranger] = await threeShares();
    expect(await joinShares([one, two, stranger])).toEqual(
      refusal({ why: 'another-set', at: 2, number: 3 }),
    );
    expect(await joinShares([one, two, one])).toEqual(refusal({ why: 'twice', at: 2, number: 1 }));
  });
  it('and a forged one, though whole in itself, gives no secret', async () => {
    const [one, two] = await threeShares();
    const other = forged(two);
    expect(readShare(other)?.number).toBe(2);
    expect(await joinShares([one, other])).toEqual(refusal({ why: 'do-not-fit' }));
  });
});

describe('a share on paper', () => {
  it('is typed back, in small letters, with O for 0 and any gaps', async () => {
    const [share] = await threeShares();
    const printed = printShare(share);
    expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} )+[0-9A-HJKMNP-TV-Z]{1,4}$/);
    const typed = printed.toLowerCase().replaceAll(' ', '-').replaceAll('0', 'o');
    expect(typedShare(typed)).toEqual(share);
    expect(typedShare('đây không phải')).toBeUndefined();
  });
});

async function threeShares(): Promise<readonly [Uint8Array, Uint8Array, Uint8Array]> {
  const [one, two, three] = await splitSecret(secret, { of: 3, need: 2 });
  if (!one || !two || !three) throw new Error('three shares were asked for');
  return [one, two, three];
}

/** As somebody would who knows how shares are made: another part, under a check that is right. */
function forged(share: Uint8Array): Uint8Array {
  const content = flipped(share.slice(0, -4), 100);
  const check = createHash('sha256').update(content).digest().subarray(0, 4);
  return Uint8Array.from([...content, ...check]);
}
