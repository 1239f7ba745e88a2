// A HEIC photo loses its Exif and XMP where they lie, and nothing of its picture.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleaned } from './cleaned.ts';
import { box, fullBox, joined, number, says, text } from './testing.ts';

const item = (id: number, type: string): Uint8Array =>
  fullBox('infe', 2, number(id, 2), [0, 0], text(type), [0]);
const place = (id: number, from: number, length: number, way = 0): number[] => [
  ...number(id, 2),
  ...number(way, 2),
  ...number(0, 2),
  ...number(1, 2),
  ...number(from, 4),
  ...number(length, 4),
];

const picture = text('PICTURE');
const exif = text('Exif GPS 21.5 N MAY VI DU');
const xmp = text('<x:xmpmeta>NGUOI CHUP</x:xmpmeta>');

type Photo = {
  readonly brand?: string;
  readonly ways?: readonly number[];
  readonly lost?: boolean;
  /** Of its Exif, as the table says it. */
  readonly length?: number;
};

/** A picture, its Exif and its XMP, one behind the other at the end of the file. */
function photo({
  brand = 'heic',
  ways = [0, 0, 0],
  lost = false,
  length = exif.length,
}: Photo = {}): Uint8Array {
  const [one = 0, two = 0, three = 0] = ways;
  const parts = [picture, exif, xmp];
  const build = (begin: number): Uint8Array => {
    const at = [begin, begin + picture.length, begin + picture.length + exif.length];
    const places = [
      place(1, at[0] ?? 0, picture.length, one),
      ...(lost ? [] : [place(2, at[1] ?? 0, length, two)]),
      place(3, at[2] ?? 0, xmp.length, three),
    ];
    const meta = fullBox(
      'meta',
      0,
      fullBox('hdlr', 0, [0, 0, 0, 0], text('pict')),
      fullBox('iinf', 0, number(3, 2), item(1, 'hvc1'), item(2, 'Exif'), item(3, 'mime')),
      fullBox('iloc', 1, [0x44, 0x00], number(places.length, 2), places.flat()),
      box('iprp', box('ipco', fullBox('udes', 0, text('vi\0TEN VI DU\0')), box('irot', [1]))),
      box('uuid', text('DAU RIENG')),
    );
    const head = joined(box('ftyp', text(brand), [0, 0, 0, 0]), meta);
    return joined(head, box('mdat', ...parts), box('uuid', text('DUOI TEP')));
  };
  const draft = build(0);
  const begin = Buffer.from(draft).indexOf(Buffer.from(picture));
  return build(begin);
}

const telling = ['GPS', 'MAY VI DU', 'NGUOI CHUP', 'TEN VI DU', 'DAU RIENG', 'DUOI TEP'];

test('place, camera, author and description go; picture, turn and length stay', () => {
  const given = photo();
  const clean = cleaned(given);
  expect(telling.filter((words) => !says(given, words))).toEqual([]);
  expect(telling.filter((words) => says(clean?.bytes, words))).toEqual([]);
  expect(clean?.mediaType).toBe('image/heic');
  expect(clean?.bytes.length).toBe(given.length);
  expect(says(clean?.bytes, 'PICTURE') && says(clean?.bytes, 'irot')).toBe(true);
});

test('an AVIF is told by its brand', () => {
  expect(cleaned(photo({ brand: 'avif' }))?.mediaType).toBe('image/avif');
});

test('what lies where it cannot be found is not half cleaned', () => {
  expect(cleaned(photo({ lost: true }))).toBeUndefined();
  expect(cleaned(photo({ ways: [0, 2, 0] }))).toBeUndefined();
  expect(cleaned(photo({ ways: [0, 1, 0] }))).toBeUndefined();
  expect(cleaned(photo({ length: 0 }))).toBeUndefined();
  expect(cleaned(photo({ length: 9_999 }))).toBeUndefined();
  expect(cleaned(joined(photo(), box('moov')))).toBeUndefined();
});

test('cut anywhere or with any byte changed, it is cleaned or refused, and never a fault', () => {
  const given = photo();
  fc.assert(
    fc.property(fc.nat(given.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
      const broken = isCut ? given.subarray(0, at) : given.with(at, byte);
      expect(() => cleaned(broken)).not.toThrow();
    }),
    { numRuns: 2_000 },
  );
});
