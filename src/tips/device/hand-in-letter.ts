// From a typed letter of a box to a sealed one that is in: its slip, its photographs, then the letter itself.

import type { Ring } from '../door/seal-tip.ts';
import type { boxWords } from '../box.words.ts';
import { unkeptSlip } from '../slip.ts';
import {
  letterOf,
  photoOf,
  sealBoxLetter,
  sealPhotoPiece,
  type Bound,
  type Photo,
} from './box-letter.ts';
import { send } from './sending.ts';

export type TypedLetter = {
  readonly openingId: string;
  readonly number: number;
  readonly place: string;
  readonly text: string;
  readonly official: boolean;
  /** As it was typed off the coupon; empty where none was enclosed. */
  readonly slip: string;
  readonly photos: readonly File[];
};

export type LetterTrouble =
  keyof (typeof boxWords)['vi']['refusal'] | 'no-slip' | 'empty' | 'failed';
type Carried = (name: string, percent: number) => void;

/** Undefined once it is in; sent again after whatever went wrong, it is still one letter. */
export async function handIn(
  letter: TypedLetter,
  ring: Ring,
  address: string,
  onCarried: Carried,
): Promise<LetterTrouble | undefined> {
  if (letter.text.trim() === '' && letter.photos.length === 0) return 'empty';
  try {
    const bound = await boundTo(letter.slip, address);
    if (!bound) return 'no-slip';
    const photos = await Promise.all(letter.photos.map(photoOf));
    const clean = photos.filter((photo) => photo !== undefined);
    if (clean.length < photos.length) return 'failed';
    return await carry({ ...letter, clean }, { bound, ring, address, onCarried });
  } catch {
    return 'failed';
  }
}

type Way = {
  readonly bound: Bound;
  readonly ring: Ring;
  readonly address: string;
  readonly onCarried: Carried;
};

async function carry(
  { clean, text, place, official, openingId, number }: TypedLetter & { clean: readonly Photo[] },
  { bound, ring, address, onCarried }: Way,
): Promise<LetterTrouble | undefined> {
  const of = { openingId, number };
  for (const [at, photo] of clean.entries()) {
    for (let piece = 0; piece < photo.says.pieces; piece += 1) {
      const sealed = await sealPhotoPiece(bound, ring, photo, piece);
      const { uploadId } = photo.says;
      const refusal = await post(address, { ...of, ...sealed, uploadId, piece });
      if (refusal) return refusal;
      onCarried(String(at + 1), Math.round((100 * (piece + 1)) / photo.says.pieces));
    }
  }
  const letter = letterOf(text, { place, official, photos: clean });
  return post(address, { ...of, ...(await sealBoxLetter(bound, ring, letter)) });
}

/** What the coupon's number stands for; without one, a code that nobody keeps. */
async function boundTo(slip: string, address: string): Promise<Bound | undefined> {
  if (slip.trim() === '')
    return unkeptSlip((length) => crypto.getRandomValues(new Uint8Array(length)));
  const response = await fetch(`${address}?slip=${encodeURIComponent(slip)}`, {
    cache: 'no-store',
  });
  const found = (await response.json()) as ({ readonly ok: true } & Bound) | { readonly ok: false };
  if (!found.ok) return undefined;
  const { findHash, answerRecipient } = found;
  return { findHash, answerRecipient };
}

async function post(address: string, body: object): Promise<LetterTrouble | undefined> {
  const answer = await send({ address, body }, () => undefined);
  return answer.ok ? undefined : (answer.refusal as LetterTrouble);
}
