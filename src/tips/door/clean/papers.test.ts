// PDF, PNG, MP3 and WAV lose their properties; what hides them is refused whole.

import fc from 'fast-check';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { cleaned } from './cleaned.ts';
import { joined, number, says, text } from './testing.ts';

/** As an office writes it: `info` are its properties. */
const pdf = (info: string, more = ''): Uint8Array =>
  text(`%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj
3 0 obj <<${info}>> endobj
${more}
trailer <</Root 1 0 R/Info 3 0 R>>
%%EOF`);

test('a PDF loses author, program, dates and XMP where they stand, and keeps its length', () => {
  const given = pdf(
    '/Author (NGUYEN \\) VAN (VI) DU)/Producer<56492044>/CreationDate(D:20261124)/Title (DON)',
    '4 0 obj <</Type/Metadata/Length 40>> stream\n<x:xmpmeta>MAY VI DU</x:xmpmeta>\nendstream endobj <rdf:RDF>CHUONG TRINH</rdf:RDF>',
  );
  const clean = cleaned(given);
  const telling = [
    'NGUYEN',
    'VAN',
    'DU',
    '56492044',
    '20261124',
    'DON',
    'xmpmeta',
    'MAY',
    'CHUONG',
  ];
  expect(telling.filter((words) => !says(given, words))).toEqual([]);
  expect(telling.filter((words) => says(clean?.bytes, words))).toEqual([]);
  expect(clean?.bytes.length).toBe(given.length);
  expect(says(clean?.bytes, '/Root 1 0 R')).toBe(true);
});

test.each([
  ['properties in packed objects', '/Title (x)', '5 0 obj <</Type/ObjStm>> endobj'],
  ['a password', '', 'trailer <</Encrypt 9 0 R>>'],
  ['files within', '', '5 0 obj <</Type/EmbeddedFile>> endobj'],
  ['packed descriptions', '', '5 0 obj <</Type/Metadata/Filter/FlateDecode>> endobj'],
  ['a value that stands elsewhere', '/Author 7 0 R', ''],
  ['a value that never ends', '/Author (x', ''],
])('a PDF with %s is refused whole', (_, info, more) => {
  expect(cleaned(pdf(info, more))).toBeUndefined();
});

test('a photo that became a page of a PDF loses its Exif', () => {
  const exif = joined([0xff, 0xe1], number(22, 2), text('Exif\0\0GPS 21.5 N 105'));
  const given = joined(pdf(''), exif, text(' endstream'));
  expect(says(given, 'GPS')).toBe(true);
  expect(says(cleaned(given)?.bytes, 'GPS')).toBe(false);
});

test('a file that is made to be slow is read as fast as any', () => {
  const many = 100_000;
  const slow = [
    '/Title('.repeat(many) + ')'.repeat(many),
    '<x:xmpmeta'.repeat(many),
    '\xff\xe1\xff\xffExif\0\0'.repeat(many),
  ];
  const files = slow.map((one) => text(`%PDF-${one}`));
  const begun = performance.now();
  for (const file of files) cleaned(file);
  // Milliseconds; each of them took minutes where parts were looked at anew.
  expect(performance.now() - begun).toBeLessThan(3_000);
});

const chunk = (name: string, data: Uint8Array | readonly number[]): Uint8Array =>
  joined(number(data.length, 4), text(name), data, number(0, 4));

test('a PNG loses its text, its time and its Exif, and keeps its picture', () => {
  const pixels = chunk('IDAT', deflateSync(Buffer.from([0, 1, 2, 3])));
  const head = chunk('IHDR', [...number(1, 4), ...number(1, 4), 8, 2, 0, 0, 0]);
  const signature = joined([0x89], text('PNG\r\n\x1a\n'));
  const end = chunk('IEND', []);
  const told = ['tEXt', 'iTXt', 'zTXt', 'tIME', 'eXIf'].map((name) => chunk(name, text('VI DU')));
  const clean = cleaned(joined(signature, head, ...told, pixels, end, text('VI DU')));
  expect(clean?.bytes).toEqual(joined(signature, head, pixels, end));
});

const label = (name: string): Uint8Array =>
  joined(text(`${name}\x04\0\0`), [0, 0, 0, 9], text('TEN VI DU'));
const frames = joined([0xff, 0xfb, 0x90, 0x64], Array(64).fill(7));

test('an MP3 loses its labels before and behind; what stands in between stays', () => {
  const old = joined(text('TAG'), text('TEN VI DU'.padEnd(125, '\0')));
  expect(cleaned(joined(label('ID3'), label('ID3'), frames, old))?.bytes).toEqual(frames);
  const ape = text('APETAGEX'.padEnd(32, '\0'));
  expect(cleaned(joined(frames, ape))).toBeUndefined();
  expect(cleaned(joined(frames, ape, old))).toBeUndefined();
});

test('whatever it is, cut or changed, it is cleaned or refused, and never a fault', () => {
  const given = [pdf('/Author (x)'), joined(label('ID3'), frames), text('RIFF\x04\0\0\0WAVEfmt ')];
  fc.assert(
    fc.property(fc.constantFrom(...given), fc.nat(), fc.nat(255), (file, place, byte) => {
      const at = place % file.length;
      expect(() => cleaned(file.with(at, byte))).not.toThrow();
      expect(() => cleaned(file.subarray(0, at))).not.toThrow();
    }),
    { numRuns: 2_000 },
  );
});
