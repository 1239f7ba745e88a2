// A letter out of a box opens with the ring's key, at the place its slip binds it to, and nowhere else.

import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { newId } from '#ground/id.ts';
import { newIdentity } from '#sealed/age.ts';
import { fromBase64Url } from '#sealed/bytes.ts';
import { readCode } from '#sealed/code.ts';
import { openEnvelope } from '#sealed/envelope.ts';
import { aboutOf, aboutOfHash, halvesOf } from '#sealed/halves.ts';
import { newSlip, unkeptSlip } from '../slip.ts';
import { letterOf, sealBoxLetter, sealPhotoPiece, type Photo } from './box-letter.ts';

const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
const bytes = (text: string): Uint8Array => fromBase64Url(text) ?? new Uint8Array();

async function aRing() {
  const { identity, recipient } = await newIdentity('hybrid');
  return { identity, ring: { ringId: newId<'ring'>(), epoch: 1, recipient } };
}
const letter = letterOf(' Có người bán ở quán. ', {
  place: 'Cổng nhà văn hóa',
  official: false,
  photos: [],
});

describe('a letter out of a box', () => {
  test('is read by those on duty, about the case of the slip’s own code', async () => {
    const { identity, ring } = await aRing();
    const slip = await newSlip(random);
    const { sealed, findHash } = await sealBoxLetter(slip, ring, letter);
    const code = readCode(slip.syllables);
    if (!code.ok) throw new Error(code.refusal);
    const about = aboutOf((await halvesOf(code.value)).find);
    const place = { purpose: 'tip', to: ring.ringId, about, direction: 'in' } as const;
    const opened = await openEnvelope(identity, bytes(sealed), place);
    expect(opened).toMatchObject({
      ok: true,
      value: { body: { answers: { what: 'Có người bán ở quán.' }, hamlet: 'Cổng nhà văn hóa' } },
    });
    expect(findHash).toBe(slip.findHash);
  });

  test('is refused as another case’s', async () => {
    const { identity, ring } = await aRing();
    const [own, other] = await Promise.all([unkeptSlip(random), unkeptSlip(random)]);
    const { sealed } = await sealBoxLetter(own, ring, letter);
    const about = aboutOfHash(bytes(other.findHash));
    const place = { purpose: 'tip', to: ring.ringId, about, direction: 'in' } as const;
    expect(await openEnvelope(identity, bytes(sealed), place)).toMatchObject({
      refusal: 'misplaced',
    });
  });

  test('a piece of its photograph says to which file it belongs', async () => {
    const { identity, ring } = await aRing();
    const bound = await unkeptSlip(random);
    const photo: Photo = {
      bytes: new Blob([new Uint8Array([1, 2, 3])]),
      says: {
        uploadId: newId(),
        name: 'thu',
        mediaType: 'image/jpeg',
        size: 3,
        pieces: 1,
        cleaning: 'cleaned',
      },
    };
    const { sealed } = await sealPhotoPiece(bound, ring, photo, 0);
    const about = aboutOfHash(bytes(bound.findHash));
    const place = { purpose: 'file', to: ring.ringId, about, direction: 'in' } as const;
    expect(await openEnvelope(identity, bytes(sealed), place)).toMatchObject({
      value: {
        body: { uploadId: photo.says.uploadId, number: 0, of: 1 },
        attachment: new Uint8Array([1, 2, 3]),
      },
    });
  });
});
