// A film loses where, when and by what it was taken, also what lies among its pictures; it stays as long as it was.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleaned } from './cleaned.ts';
import { box, fullBox, joined, number, says, text } from './testing.ts';

const time = number(3_800_000_000, 4);
const handler = (kind: string): Uint8Array =>
  fullBox('hdlr', 0, [0, 0, 0, 0], text(kind), Array(12).fill(0), text('MAY VI DU\0'));

/** A track whose only chunk lies there; two samples, one after the other. */
const track = (kind: string, from: number, sizes: readonly number[]): Uint8Array =>
  box(
    'trak',
    fullBox('tkhd', 0, time, time, number(1, 4)),
    box(
      'mdia',
      fullBox('mdhd', 0, time, time, number(1000, 4)),
      handler(kind),
      box(
        'minf',
        box(
          'stbl',
          fullBox('stsd', 0, number(0, 4)),
          fullBox(
            'stsz',
            0,
            number(0, 4),
            number(sizes.length, 4),
            ...sizes.map((n) => number(n, 4)),
          ),
          fullBox('stsc', 0, number(1, 4), number(1, 4), number(sizes.length, 4), number(1, 4)),
          fullBox('stco', 0, number(1, 4), number(from, 4)),
        ),
      ),
    ),
    box('udta', text('TEN DOAN')),
  );

const frames = text('FRAMES');
const route = text('GPS 21.5105.8');

/** Picture and a track of places, whose samples stand among the pictures. */
function film(kind = 'meta'): Uint8Array {
  const build = (begin: number): Uint8Array =>
    joined(
      box('ftyp', text('mp42'), [0, 0, 0, 0]),
      box(
        'moov',
        fullBox('mvhd', 0, time, time, number(1000, 4)),
        track('vide', begin, [frames.length]),
        track(kind, begin + frames.length, [8, route.length - 8]),
        box('udta', box('loci', text('+21.5+105.8'))),
        box('meta', text('com.vidu.model')),
        box('new1', text('CHUA BIET')),
      ),
      box('mdat', frames, route),
      box('sefd', text('DUOI TEP')),
    );
  return build(Buffer.from(build(0)).indexOf(Buffer.from(frames)));
}

const telling = ['+21.5', 'com.vidu', 'CHUA BIET', 'DUOI TEP', 'TEN DOAN', 'MAY VI DU', 'GPS 21.5'];

test('place, model, times and tracks of sensors go; pictures and length stay', () => {
  const given = film();
  const clean = cleaned(given);
  expect(telling.filter((words) => !says(given, words))).toEqual([]);
  expect(telling.filter((words) => says(clean?.bytes, words))).toEqual([]);
  expect(says(clean?.bytes, String.fromCharCode(...time))).toBe(false);
  expect(clean?.mediaType).toBe('video/mp4');
  expect(clean?.bytes.length).toBe(given.length);
  expect(says(clean?.bytes, 'FRAMES')).toBe(true);
  expect(clean && cleaned(clean.bytes)?.bytes).toEqual(clean?.bytes);
});

test('sound keeps what it holds', () => {
  expect(says(cleaned(film('soun'))?.bytes, 'GPS 21.5')).toBe(true);
});

test('a track of places whose tables are unknown is not half cleaned', () => {
  const given = Buffer.from(film());
  const second = given.lastIndexOf('stsz');
  expect(cleaned(given.fill('stz2', second, second + 4))).toBeUndefined();
  const outside = Buffer.from(film());
  outside.writeUInt32BE(2 ** 31, outside.lastIndexOf('stco') + 12);
  expect(cleaned(outside)).toBeUndefined();
});

test('a table whose chunks all lie over each other is refused, not followed for hours', () => {
  const chunks = 50_000;
  const table = (type: string, ...rows: readonly number[][]): Uint8Array =>
    fullBox(type, 0, number(rows.length, 4), rows.flat());
  const places = Array.from({ length: chunks }, () => number(0, 4));
  const stbl = box(
    'stbl',
    fullBox('stsz', 0, number(100_000, 4), number(0, 4)),
    table('stsc', [...number(1, 4), ...number(1, 4), ...number(1, 4)]),
    table('stco', ...places),
  );
  const trak = box('trak', box('mdia', handler('meta'), box('minf', stbl)));
  const file = joined(box('ftyp', text('mp42')), box('moov', trak));
  const begun = performance.now();
  expect(cleaned(file)).toBeUndefined();
  expect(performance.now() - begun).toBeLessThan(3_000);
});

test('cut anywhere or with any byte changed, it is cleaned or refused, and never a fault', () => {
  const given = film();
  fc.assert(
    fc.property(fc.nat(given.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
      const broken = isCut ? given.subarray(0, at) : given.with(at, byte);
      expect(() => cleaned(broken)).not.toThrow();
    }),
    { numRuns: 2_000 },
  );
});
