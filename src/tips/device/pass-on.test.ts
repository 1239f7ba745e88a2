// What is sealed for the ring above says the same there, with its files, and opens below no longer.

import { beforeAll, describe, expect, test } from 'vitest';
import { refused } from '#ground/outcome.ts';
import { newId, type PersonId } from '#ground/id.ts';
import type { Day } from '#ground/day.ts';
import { newIdentity, type KeyPair } from '#sealed/age.ts';
import { openEnvelope } from '#sealed/envelope.ts';
import { aboutOf, aboutOfHash } from '#sealed/halves.ts';
import type { RingId } from '#sealed/ring.ts';
import { sealMore, sealPiece } from '../door/seal-tip.ts';
import type { Letter } from '../letters.ts';
import { openHeld, sealNote, type Held, type Open } from './casework-sealing.ts';
import { sealToPass, type PassOn, type PieceAt } from './pass-on.ts';
import { readLayers, readLetters } from './read-letters.ts';

const find = new Uint8Array(16).fill(7);
const about = aboutOf(find);
const [below, above] = [newId<'ring'>(), newId<'ring'>()];
let keys: Readonly<Record<string, KeyPair>>;
beforeAll(async () => {
  keys = { [below]: await newIdentity('hybrid'), [above]: await newIdentity('hybrid') };
});

const recipientOf = (ringId: RingId): string => keys[ringId]?.recipient ?? '';
const ringAt = (ringId: RingId) => ({ ringId, epoch: 1, recipient: recipientOf(ringId) });
/** On duty in one ring alone. */
const openerOf =
  (ringId: RingId): Open =>
  async (sealed, _, expected) =>
    expected.to === ringId
      ? openEnvelope(keys[ringId]?.identity ?? '', sealed, expected)
      : refused('no-share');

const file = {
  uploadId: newId<'upload'>(),
  name: 'anh.jpg',
  mediaType: 'image/jpeg',
  size: 5,
  pieces: 2,
  cleaning: 'cleaned',
} as const;

async function aLetter(): Promise<Letter> {
  const more = { text: 'Có người bán ở đó', files: [file], sealedBy: 'device' } as const;
  const { sealed } = await sealMore(find, ringAt(below), more);
  const by = { direction: 'in', copyOf: null, writtenBy: null } as const;
  return { letterId: newId(), ringId: below, epoch: 1, day: '2026-11-02' as Day, ...by, sealed };
}

async function passing(change: Partial<PassOn> = {}) {
  const sent: (PieceAt & Held)[] = [];
  const letter = await aLetter();
  const work: PassOn = {
    open: openerOf(below),
    about,
    to: ringAt(above),
    letters: [letter],
    identities: [],
    note: ' Về cán bộ ',
    findPiece: ({ uploadId, number }) => {
      const piece = { uploadId, number, of: 2 };
      const bytes = new Uint8Array([number]);
      return sealPiece(find, ringAt(below), piece, bytes);
    },
    sendPiece: (piece) => {
      sent.push({ ...piece, ringId: above, epoch: 1 });
      return Promise.resolve();
    },
    ...change,
  };
  return { letter, sent, passed: await sealToPass(work) };
}

describe('a tip sealed for the ring above', () => {
  test('says the same there, with its files piece by piece, and the note', async () => {
    const { letter, sent, passed } = await passing();
    if (!passed.ok) throw new Error(passed.refusal);
    const [copy] = passed.value.copies;
    if (!copy || !passed.value.note) throw new Error('nothing passed');
    const there = { ringId: above, epoch: 1 };
    const opened = await openHeld(openerOf(above), { ...there, sealed: copy.sealed }, about, 'tip');
    const uploadId = sent[0]?.uploadId;
    expect(uploadId).not.toBe(file.uploadId);
    expect(opened).toMatchObject({
      value: { body: { text: 'Có người bán ở đó', files: [{ name: 'anh.jpg', uploadId }] } },
    });
    const pieces = await Promise.all(
      sent.map((piece) => openHeld(openerOf(above), piece, about, 'file')),
    );
    expect(pieces).toMatchObject([
      { value: { body: { uploadId, number: 0, of: 2 }, attachment: new Uint8Array([0]) } },
      { value: { body: { uploadId, number: 1, of: 2 }, attachment: new Uint8Array([1]) } },
    ]);
    const note = { ...there, sealed: passed.value.note };
    expect(await openHeld(openerOf(above), note, about, 'note')).toMatchObject({
      value: { body: { kind: 'note', text: 'Về cán bộ' } },
    });
    expect(copy.letterId).toBe(letter.letterId);
  });
  test('is not passed at all where one letter does not open, or belongs to another case', async () => {
    const others = { open: openerOf(above) };
    expect((await passing(others)).passed).toEqual(refused('unreadable'));
    const moved = { about: aboutOfHash(new Uint8Array(32)) };
    expect((await passing(moved)).passed).toEqual(refused('unreadable'));
  });
  test('leaves out a piece that never came, and stops at one in another’s place', async () => {
    const { sent, passed } = await passing({ findPiece: () => Promise.resolve(undefined) });
    expect([sent, passed.ok]).toEqual([[], true]);
    const wrong: PassOn['findPiece'] = ({ number }) => {
      const piece = { uploadId: newId(), number, of: 2 };
      return sealPiece(find, ringAt(below), piece, new Uint8Array(1));
    };
    await expect(passing({ findPiece: wrong })).rejects.toThrow('another one’s place');
  });
});

test('of a letter and its copy each ring reads the one that opens there', async () => {
  const { letter, passed } = await passing();
  if (!passed.ok) throw new Error(passed.refusal);
  const sealed = passed.value.copies[0]?.sealed ?? '';
  const writtenBy = newId() as PersonId;
  const copy: Letter = {
    ...letter,
    letterId: newId(),
    ringId: above,
    sealed,
    writtenBy,
    copyOf: letter.letterId,
  };
  for (const [ringId, own] of [
    [below, letter],
    [above, copy],
  ] as const) {
    const read = await readLetters(openerOf(ringId), [letter, copy], about);
    expect(read).toMatchObject([{ letterId: own.letterId, fields: { text: 'Có người bán ở đó' } }]);
  }
});

test('layers are read, and what is no layer is none', async () => {
  const layer = {
    kind: 'redaction',
    letterId: 'x',
    version: 1,
    passages: [{ field: 'text', from: 0, to: 2 }],
  };
  const bodies = [layer, { ...layer, passages: [{ field: 'text' }] }, { kind: 'note', text: '' }];
  const held = await Promise.all(
    bodies.map(async (body) => ({
      ringId: below,
      epoch: 1,
      sealed: await sealNote(ringAt(below), about, body),
    })),
  );
  expect(await readLayers(openerOf(below), held, about)).toEqual([layer]);
});
