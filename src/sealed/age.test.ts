// The age format: whoever it was sealed to opens it, nobody else does, and what was changed is refused.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  armored,
  identityFromSeed,
  newIdentity,
  openWith,
  openWithPassphrase,
  recipientOf,
  sealTo,
  sealWithPassphrase,
  seedOf,
  tryOpen,
  type KeyKind,
  type KeyPair,
} from './age.ts';
import { flipped } from './testing.ts';

const kinds: readonly KeyKind[] = ['hybrid', 'classic'];
const plain = new TextEncoder().encode('Một lá thư ví dụ.');
const keys: Record<KeyKind, readonly KeyPair[]> = { hybrid: [], classic: [] };
const keyOf = (kind: KeyKind, at = 0): KeyPair => keys[kind][at] ?? { identity: '', recipient: '' };

beforeAll(async () => {
  for (const kind of kinds) keys[kind] = [await newIdentity(kind), await newIdentity(kind)];
});

describe.each(kinds)('sealing to %s keys', (kind) => {
  it('gives any bytes back to each whom they were sealed to', async () => {
    const both = keys[kind].map(({ recipient }) => recipient);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        const sealed = await sealTo(both, bytes);
        for (const { identity } of keys[kind])
          expect(await openWith(identity, sealed)).toEqual(bytes);
      }),
      { numRuns: 20 },
    );
  });
  it('gives nothing to anybody else', async () => {
    const sealed = await sealTo([keyOf(kind).recipient], plain);
    expect(await openWith(keyOf(kind, 1).identity, sealed)).toBeUndefined();
    expect(await tryOpen(keyOf(kind, 1).identity, sealed)).toEqual({
      ok: false,
      refusal: 'not-for-this-key',
    });
  });
  it('refuses what has one bit changed, wherever', async () => {
    const { identity, recipient } = keyOf(kind);
    const sealed = await sealTo([recipient], plain);
    await fc.assert(
      fc.asyncProperty(fc.nat(8 * sealed.length - 1), async (bit) => {
        expect((await tryOpen(identity, flipped(sealed, bit))).ok).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
  it('refuses what was cut off, and says that it is damaged', async () => {
    const { identity, recipient } = keyOf(kind);
    const sealed = await sealTo([recipient], plain);
    for (const cut of [sealed.slice(0, -1), sealed.slice(0, 10), new Uint8Array()]) {
      await expect(openWith(identity, cut)).rejects.toThrow('damaged');
      expect(await tryOpen(identity, cut)).toEqual({ ok: false, refusal: 'damaged' });
    }
  });
  it('never seals twice alike', async () => {
    const { recipient } = keyOf(kind);
    expect(await sealTo([recipient], plain)).not.toEqual(await sealTo([recipient], plain));
  });
  it('has the recipient of its identity', async () => {
    expect(await recipientOf(keyOf(kind).identity)).toBe(keyOf(kind).recipient);
  });
});

describe('sealing fails loudly', () => {
  it('where there is nobody to seal to, or no such key', async () => {
    await expect(sealTo([], plain)).rejects.toThrow('at least one');
    await expect(sealTo(['age1pq1nobody'], plain)).rejects.toThrow('Unknown letter');
    await expect(sealTo(['nobody'], plain)).rejects.toThrow('unrecognized recipient');
  });
  it('where keys of two kinds would make the letter no stronger than the weaker', async () => {
    const mixed = kinds.map((kind) => keyOf(kind).recipient);
    await expect(sealTo(mixed, plain)).rejects.toThrow('one kind');
  });
  it('and so does opening with what is no key', async () => {
    await expect(tryOpen('AGE-SECRET-KEY-PQ-1NONE', plain)).rejects.toThrow('invalid');
  });
});

describe('a key of 32 bytes', () => {
  it('is the same key each time, and gives the bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (seed) => {
        expect(seedOf(identityFromSeed(seed))).toEqual(seed);
      }),
    );
  });
  it('is a key as the library makes them', () => {
    const { identity } = keyOf('hybrid');
    expect(identityFromSeed(seedOf(identity))).toBe(identity);
  });
  it('is made of neither more nor fewer bytes, and of no other kind', () => {
    expect(() => identityFromSeed(new Uint8Array(31))).toThrow('32 bytes');
    expect(() => seedOf(keyOf('classic').identity)).toThrow('no hybrid identity');
  });
});

describe('a passphrase', () => {
  it('opens what it sealed, and no other does', async () => {
    const sealed = await sealWithPassphrase('năm từ dễ nhớ này', plain);
    expect(await openWithPassphrase('năm từ dễ nhớ này', sealed)).toEqual(plain);
    expect(await openWithPassphrase('nam tu de nho nay', sealed)).toBeUndefined();
    await expect(openWithPassphrase('năm từ dễ nhớ này', sealed.slice(0, -1))).rejects.toThrow(
      'damaged',
    );
  });
  it('is tried with 64 MiB and no more: a phone of 2 GB opens it too', async () => {
    const sealed = await sealWithPassphrase('năm từ dễ nhớ này', plain);
    const line = new TextDecoder().decode(sealed).split('\n')[1] ?? '';
    expect(line).toMatch(/^-> scrypt \S+ 16$/);
  });
});

describe('sealed letters for export', () => {
  it('are armored as the age program armors them', async () => {
    const text = armored(await sealTo([keyOf('classic').recipient], plain));
    expect(text).toMatch(
      /^-----BEGIN AGE ENCRYPTED FILE-----\n[\s\S]+\n-----END AGE ENCRYPTED FILE-----\n$/,
    );
  });
});
