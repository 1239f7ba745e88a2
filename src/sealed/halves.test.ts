// The halves of a code: always the same, never alike, and one says nothing of the other.

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openWith, recipientOf, sealTo } from './age.ts';
import { fromBase64Url } from './bytes.ts';
import { newCode, readCode, writeCode } from './code.ts';
import { aboutOf, aboutOfHash, findHashOf, halvesOf } from './halves.ts';

const code = newCode(() => new Uint8Array(18));
const other = newCode(() => new Uint8Array(18).with(17, 1));

describe('the halves of a code', () => {
  it('are the same whether it was told in syllables or in digits', async () => {
    const told = readCode(writeCode(code, 'syllables'));
    const typed = readCode(writeCode(code, 'digits'));
    if (!told.ok || !typed.ok) throw new Error('a code was not read');
    expect(await halvesOf(told.value)).toEqual(await halvesOf(typed.value));
  });
  it('stay what they were for codes given out long ago', async () => {
    const { find, open } = await halvesOf(code);
    expect({
      code: writeCode(code, 'syllables'),
      find: find.toHex(),
      open,
    }).toMatchInlineSnapshot(`
      {
        "code": "ai ai ai ai ai ai ai ai ai num",
        "find": "fdc6ad8294dd7d4ad3a80e2002839393",
        "open": "AGE-SECRET-KEY-PQ-1X2QKU6M3ME9X35UEW8CC67USF8XHKGUY6A5J3DSN7X38WLAGFQFSYXYMYZ",
      }
    `);
  });
  it('are others for another code', async () => {
    const [one, two] = await Promise.all([halvesOf(code), halvesOf(other)]);
    expect(one.find).toHaveLength(16);
    expect(one.find).not.toEqual(two.find);
    expect(one.open).not.toBe(two.open);
  });
  it('make the sender’s key: what is sealed to its recipient opens with the code alone', async () => {
    const { open } = await halvesOf(code);
    const answer = new TextEncoder().encode('Đã nhận.');
    const sealed = await sealTo([await recipientOf(open)], answer);
    expect(await openWith((await halvesOf(code)).open, sealed)).toEqual(answer);
    expect(await openWith((await halvesOf(other)).open, sealed)).toBeUndefined();
  });
  it('give the server a digest that it can make itself, and the case one name on both sides', async () => {
    const { find } = await halvesOf(code);
    const kept = Uint8Array.from(createHash('sha256').update(find).digest());
    expect(findHashOf(find)).toEqual(kept);
    expect(aboutOf(find)).toBe(aboutOfHash(kept));
    expect(fromBase64Url(aboutOf(find))).toEqual(kept);
  });
});
