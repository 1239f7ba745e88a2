// What comes from outside: which addresses are read, what a text and a file name are freed of.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningOf, cleanFileName, cleanText, isReadable } from './incoming.ts';

const at = (path: string): URL => new URL(`http://127.0.0.1${path}`);

test.each([
  '/staff/%ff',
  '/%',
  '/%c3',
  '/%ED%A0%80',
  '/%00',
  '/a?name=a%00',
  '/a?%00',
  '/a?/default',
])('the address %s is not read', (path) => expect(isReadable(at(path))).toBe(false));

test.each(['/', '/staff/sites?q=Ph%C3%BA', '/a%2Fb', '/?q=100%', '/?q=%ff', '/sign-in?/password'])(
  'the address %s is read',
  (path) => expect(isReadable(at(path))).toBe(true),
);

test('a text loses NUL and halves of signs, and nothing else', () => {
  expect(cleanText('Xóm\0 Đồng 😀\uD83D')).toBe('Xóm Đồng 😀\uFFFD');
});

test('a beginning never ends in half of a sign', () => {
  expect(beginningOf('ab😀', 3)).toBe('ab');
  expect(beginningOf('ab😀', 4)).toBe('ab😀');
});

test('a file keeps its name without folders, and a long one keeps its ending', () => {
  expect(cleanFileName('C:\\giấy tờ\\kế\0 hoạch.docx')).toBe('kế hoạch.docx');
  expect(cleanFileName(`😀${'x'.repeat(194)}.docx`)).toBe(`${'x'.repeat(194)}.docx`);
  expect(['', '\0', '/'].map(cleanFileName)).toEqual(['', '…', '…']);
});

test('whatever a file is called, its name is text that can be kept', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 12 }), fc.nat(250), (end, length) => {
      const kept = cleanFileName('x'.repeat(length) + end);
      expect(kept.isWellFormed() && !kept.includes('\0') && kept.length <= 200).toBe(true);
    }),
  );
});
