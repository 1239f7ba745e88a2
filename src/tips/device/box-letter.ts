// A letter out of a box, sealed on the opener's device to those on duty, bound to a slip whose code is not there.

import { fromBase64Url, toBase64Url } from '#sealed/bytes.ts';
import { sealEnvelope, type Json, type Purpose } from '#sealed/envelope.ts';
import { aboutOfHash } from '#sealed/halves.ts';
import type { LetterFile, TipLetter } from '../door/letter.ts';
import { pieceBytes, type Ring } from '../door/seal-tip.ts';
import { cleaned } from '../door/clean/cleaned.ts';
import type { SlipEntry } from '../slip.ts';

/** What a letter is bound to: of the enclosed slip, or of a code that nobody keeps. */
export type Bound = Omit<SlipEntry, 'slipNumber'>;

export type Photo = { readonly says: LetterFile; readonly bytes: Blob };

export type SealedFor = {
  readonly ringId: string;
  readonly epoch: number;
  readonly findHash: string;
  readonly sealed: string;
};

export const letterOf = (
  text: string,
  of: { readonly place: string; readonly official: boolean; readonly photos: readonly Photo[] },
): TipLetter => ({
  crime: null,
  answers: text.trim() === '' ? {} : { what: text.trim() },
  hamlet: of.place,
  aboutOfficial: of.official,
  files: of.photos.map(({ says }) => says),
  sealedBy: 'device',
});

export const sealBoxLetter = async (
  bound: Bound,
  ring: Ring,
  letter: TipLetter,
): Promise<SealedFor & { readonly answerRecipient: string }> => ({
  ...(await seal(bound, ring, 'tip', letter)),
  answerRecipient: bound.answerRecipient,
});

export async function sealPhotoPiece(
  bound: Bound,
  ring: Ring,
  { says: { uploadId, pieces }, bytes }: Photo,
  number: number,
): Promise<SealedFor> {
  const from = number * pieceBytes;
  const part = new Uint8Array(await bytes.slice(from, from + pieceBytes).arrayBuffer());
  return seal(bound, ring, 'file', { uploadId, number, of: pieces }, part);
}

/** Freed of where, when and with what it was taken; undefined where that cannot be done. */
export async function photoOf(file: File): Promise<Photo | undefined> {
  const clean = cleaned(new Uint8Array(await file.arrayBuffer()));
  if (!clean) return undefined;
  const bytes = new Blob([new Uint8Array(clean.bytes)]);
  const says: LetterFile = {
    uploadId: crypto.randomUUID(),
    // The name of a file off a telephone tells the time it was taken.
    name: 'thu',
    mediaType: clean.mediaType,
    size: bytes.size,
    pieces: Math.max(1, Math.ceil(bytes.size / pieceBytes)),
    cleaning: 'cleaned',
  };
  return { says, bytes };
}

async function seal(
  { findHash }: Bound,
  { ringId, epoch, recipient }: Ring,
  purpose: Purpose,
  body: Json,
  bytes?: Uint8Array,
): Promise<SealedFor> {
  const hash = fromBase64Url(findHash);
  if (!hash) throw new Error('no hash');
  const place = { purpose, to: ringId, about: aboutOfHash(hash), direction: 'in' } as const;
  const sealed = await sealEnvelope([recipient], { v: 1, ...place, body }, bytes);
  return { ringId, epoch, findHash, sealed: toBase64Url(sealed) };
}
