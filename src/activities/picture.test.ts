// Pictures lose where and by what they were taken, and nothing else.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanPicture, pictureType } from './picture.ts';

const text = (of: string): number[] => Array.from(of, (sign) => sign.charCodeAt(0));
const has = (bytes: Uint8Array | undefined, words: string): boolean =>
  Buffer.from(bytes ?? []).includes(words);

const segment = (marker: number, data: readonly number[]): number[] => {
  const size = data.length + 2;
  return [0xff, marker, size >> 8, size & 0xff, ...data];
};
/** Exif in either order of bytes: the camera's name, and how it was held. */
const exif = (orientation: number, order: 'II' | 'MM'): number[] => {
  const number = (value: number, width: number): number[] => {
    const digits = Array.from({ length: width }, (_, at) => (value >> (8 * at)) & 0xff);
    return order === 'II' ? digits : digits.toReversed();
  };
  const entry = [...number(0x0112, 2), ...number(3, 2), ...number(1, 4), ...number(orientation, 2)];
  const head = [...text(order), ...number(42, 2), ...number(8, 4), ...number(1, 2)];
  return segment(0xe1, [
    ...text('Exif\0\0'),
    ...head,
    ...entry,
    0,
    0,
    0,
    0,
    0,
    0,
    ...text('GPS 21.5 N'),
  ]);
};
const jfif = segment(0xe0, text('JFIF\0'));
const colours = segment(0xe2, text('ICC_PROFILE\0 colours'));
const previews = segment(0xe2, text('MPF\0 previews'));
const comment = segment(0xfe, text('comment'));
const scan = [...segment(0xda, [1, 2, 3]), 0x11, 0xff, 0x00, 0x22, 0xff, 0xd0, 0x33];
const jpeg = (...parts: readonly (readonly number[])[]): Uint8Array =>
  Uint8Array.from([0xff, 0xd8, ...parts.flat(), 0xff, 0xd9]);

test('a JPEG keeps its colours and its scan and loses place, comment and previews', () => {
  const cleaned = cleanPicture(jpeg(jfif, exif(1, 'MM'), colours, previews, comment, scan));
  expect(cleaned?.mediaType).toBe('image/jpeg');
  expect(cleaned?.bytes).toEqual(jpeg(jfif, colours, scan));
});

test('how a camera was held stays, and is all that stays of its Exif', () => {
  for (const order of ['II', 'MM'] as const) {
    const bytes = cleanPicture(jpeg(exif(6, order), scan))?.bytes;
    expect(has(bytes, 'Exif')).toBe(true);
    expect(has(bytes, 'GPS')).toBe(false);
    // Cleaned again it says the same: what was written can be read.
    expect(cleanPicture(bytes ?? new Uint8Array())?.bytes).toEqual(bytes);
  }
});

test('what hangs behind the end of a JPEG goes', () => {
  const bytes = Uint8Array.from([...jpeg(jfif, scan), ...jpeg(exif(1, 'II'), scan)]);
  expect(cleanPicture(bytes)?.bytes).toEqual(jpeg(jfif, scan));
});

/** Small numbers only, the lowest byte first. */
const fourBytes = (value: number): number[] => [value, 0, 0, 0];

const chunk = (name: string, data: readonly number[]): number[] => [
  ...fourBytes(data.length).toReversed(),
  ...text(name),
  ...data,
  ...fourBytes(9),
];
const pngSignature = [0x89, ...text('PNG'), 13, 10, 26, 10];

test('a PNG keeps what draws it and loses what tells of it', () => {
  const drawn = [chunk('IHDR', [1]), chunk('IDAT', [2, 3]), chunk('IEND', [])];
  const [head, data, end] = drawn;
  const told = [head, chunk('eXIf', text('GPS')), chunk('tEXt', text('by')), data, end];
  const png = Uint8Array.from([...pngSignature, ...told.flat().map(Number), ...text('behind')]);
  expect(cleanPicture(png)?.bytes).toEqual(Uint8Array.from([...pngSignature, ...drawn.flat()]));
});

const riffChunk = (name: string, data: readonly number[]): number[] => [
  ...text(name),
  ...fourBytes(data.length),
  ...data,
  ...(data.length % 2 === 0 ? [] : [0]),
];
const webp = (...chunks: readonly (readonly number[])[]): Uint8Array => {
  const body = [...text('WEBP'), ...chunks.flat()];
  return Uint8Array.from([...text('RIFF'), body.length, 0, 0, 0, ...body]);
};

test('a WebP loses Exif and XMP and no longer announces them', () => {
  const scanned = riffChunk('VP8 ', [1, 2, 3]);
  const flagged = webp(
    riffChunk('VP8X', [0x1c, 0, 0, 0]),
    scanned,
    riffChunk('EXIF', text('GPS')),
    riffChunk('XMP ', text('by!')),
  );
  expect(cleanPicture(flagged)?.bytes).toEqual(webp(riffChunk('VP8X', [0x10, 0, 0, 0]), scanned));
});

test('half a picture and what is none are not taken', () => {
  const whole = jpeg(jfif, scan);
  expect(cleanPicture(whole.subarray(0, whole.length - 3))).toBeUndefined();
  expect(pictureType(Uint8Array.from(text('<svg onload=alert(1)>')))).toBeUndefined();
  expect(cleanPicture(new Uint8Array())).toBeUndefined();
});

test('no bytes, however broken, make cleaning fail or bring a place back', () => {
  const starts = [[0xff, 0xd8, 0xff, 0xe1], pngSignature, text('RIFF\0\0\0\0WEBP')];
  const broken = fc
    .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }))
    .map(([start, rest]) => Uint8Array.from([...start, ...rest]));
  fc.assert(
    fc.property(broken, (bytes) => {
      const once = cleanPicture(bytes);
      return once === undefined || once.bytes.length <= bytes.length + 36;
    }),
  );
});
