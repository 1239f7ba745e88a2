// An answer opens for the sender's code alone, its copy for the ring alone, and neither in another case.

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { newIdentity, recipientOf, type KeyPair } from '#sealed/age.ts';
import { fromBase64Url } from '#sealed/bytes.ts';
import { openEnvelope, type Place } from '#sealed/envelope.ts';
import { aboutOf, halvesOf, type Halves } from '#sealed/halves.ts';
import { newCode } from '#sealed/code.ts';
import { sealPiece, sealTip } from '../door/seal-tip.ts';
import { openFile } from './case-files.ts';
import { readCase } from './case-reading.ts';
import { sealAnswer, sealPlainNote } from './case-writing.ts';
import type { Open } from './casework-sealing.ts';

const ringId = newId<'ring'>();
let ring: KeyPair;
let halves: Halves;
beforeAll(async () => {
  ring = await newIdentity('hybrid');
  halves = await halvesOf(newCode((length) => crypto.getRandomValues(new Uint8Array(length))));
});

const place = (change: Partial<Place> = {}): Place => ({
  purpose: 'answer',
  to: ringId,
  about: aboutOf(halves.find),
  direction: 'out',
  ...change,
});
const open: Open = (sealed, _, expected) => openEnvelope(ring.identity, sealed, expected);
const key = () => ({ ringId, recipient: ring.recipient });
const bytes = (sealed: string): Uint8Array => fromBase64Url(sealed) ?? new Uint8Array();

describe('an answer', () => {
  test('opens with the code, its copy with the ring, and never the other way round', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (text) => {
        const code = await recipientOf(halves.open);
        const { sealed, sealedCopy } = await sealAnswer(key(), code, place().about, text);
        const said = { ok: true, value: { body: { text: text.toWellFormed() } } };
        expect(await openEnvelope(halves.open, bytes(sealed), place())).toEqual(said);
        expect(await openEnvelope(ring.identity, bytes(sealedCopy), place())).toEqual(said);
        const none = { ok: false, refusal: 'not-for-this-key' };
        expect(await openEnvelope(ring.identity, bytes(sealed), place())).toEqual(none);
        expect(await openEnvelope(halves.open, bytes(sealedCopy), place())).toEqual(none);
      }),
      { numRuns: 10 },
    );
  });

  test.each([
    ['another tip', { about: aboutOf(new Uint8Array(16).fill(9)) }],
    ['another ring', { to: newId<'ring'>() }],
    ['the other direction', { direction: 'in' }],
    ['a note', { purpose: 'note' }],
  ] as const)('moved to %s is refused', async (_, change) => {
    const { sealedCopy } = await sealAnswer(key(), ring.recipient, place().about, 'Cảm ơn bạn');
    expect(await openEnvelope(ring.identity, bytes(sealedCopy), place(change))).toEqual({
      ok: false,
      refusal: 'misplaced',
    });
  });
});

test('a case opens with its letters, its files’ names and its notes; a note of another case stays shut', async () => {
  const file = {
    uploadId: newId<'upload'>(),
    name: 'anh.jpg',
    mediaType: 'image/jpeg',
    size: 3,
    pieces: 1,
    cleaning: 'cleaned',
  } as const;
  const tip = await sealTip(
    halves,
    { ...key(), epoch: 1 },
    {
      crime: 'sell',
      answers: { what: 'Có người bán ở đó' },
      hamlet: 'Xóm Ví Dụ',
      aboutOfficial: false,
      files: [file],
      sealedBy: 'device',
    },
    undefined,
  );
  const held = { ringId, epoch: 1, day: day('2026-11-02') };
  const by = { direction: 'in', copyOf: null, writtenBy: null } as const;
  const noteOf = async (about: Place['about']) => ({
    ...held,
    noteId: newId(),
    writtenBy: 'Ví Dụ',
    sealed: await sealPlainNote(key(), about, 'Hỏi thêm tối nay'),
  });
  const notes = [
    await noteOf(place().about),
    await noteOf(aboutOf(new Uint8Array(16).fill(9))),
  ] as const;
  const letters = [{ ...held, ...by, letterId: newId<'letter'>(), sealed: tip.sealed }];
  const read = await readCase(open, { letters, layers: [], notes }, place().about);
  expect(read.letters).toMatchObject([
    {
      fields: { what: 'Có người bán ở đó' },
      setting: { crime: 'sell', hamlet: 'Xóm Ví Dụ', files: [file] },
    },
  ]);
  expect(read.notes.map(({ text }) => text)).toEqual(['Hỏi thêm tối nay', undefined]);
});

describe('a file', () => {
  const pieces = ['một ', 'hai'].map((text) => new TextEncoder().encode(text));
  const file = {
    uploadId: newId<'upload'>(),
    name: 'tai-lieu.html',
    mediaType: 'text/html',
    size: 8,
    pieces: 2,
    cleaning: 'original',
  } as const;
  const sealedAt = async (number: number) => {
    const piece = { uploadId: file.uploadId, number, of: 2 };
    const bytesOf = pieces[number] ?? new Uint8Array();
    const sealed = await sealPiece(halves.find, { ...key(), epoch: 1 }, piece, bytesOf);
    return { ringId, epoch: 1, sealed: sealed.sealed };
  };

  test('is put together from its pieces, and never as anything a browser runs', async () => {
    const opened = await openFile(open, place().about, file, (_, number) => sealedAt(number));
    expect(opened.ok && (await opened.value.text())).toBe('một hai');
    expect(opened.ok && opened.value.type).toBe('application/octet-stream');
  });

  test('is refused where a piece stands in another one’s place, or never came', async () => {
    const swapped = await openFile(open, place().about, file, (_, number) => sealedAt(1 - number));
    expect(swapped).toEqual({ ok: false, refusal: 'damaged' });
    const short = await openFile(open, place().about, file, (_, number) =>
      number === 0 ? sealedAt(0) : Promise.resolve(undefined),
    );
    expect(short).toEqual({ ok: false, refusal: 'missing' });
  });
});
