// Secrets at rest: what was sealed opens again, for its own purpose and with its own secret alone.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openText, sealText } from './sealed-text.ts';

const texts = fc.string({ unit: 'grapheme', maxLength: 60 });

test('what was sealed opens again, and no two seals of it are alike', () => {
  fc.assert(
    fc.property(texts, texts, (secret, text) => {
      const sealed = sealText(secret, 'mail', text);
      expect(openText(secret, 'mail', sealed)).toBe(text);
      expect(sealText(secret, 'mail', text)).not.toBe(sealed);
    }),
  );
});

test('it opens with no other secret and for no other purpose', () => {
  const sealed = sealText('ours', 'mail', 'mật khẩu');
  expect(openText('theirs', 'mail', sealed)).toBeUndefined();
  expect(openText('ours', 'backup', sealed)).toBeUndefined();
});

test('changed by one letter, cut, or never sealed, it does not open', () => {
  const sealed = sealText('ours', 'mail', 'mật khẩu');
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), (at) => {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
      // The last letter of base64 may hold bits that stand for nothing.
      fc.pre(
        Buffer.from(changed.slice(3), 'base64').compare(Buffer.from(sealed.slice(3), 'base64')) !==
          0,
      );
      expect(openText('ours', 'mail', changed)).toBeUndefined();
      expect(openText('ours', 'mail', sealed.slice(0, at - 3))).toBeUndefined();
    }),
  );
  expect(openText('ours', 'mail', 'mật khẩu')).toBeUndefined();
});
