// From what was typed to what is sent: sealed to those on duty, bound to the code and the ring.

import { recipientOf } from '#sealed/age.ts';
import { toBase64Url } from '#sealed/bytes.ts';
import { sealEnvelope, type Json, type Place, type Purpose } from '#sealed/envelope.ts';
import { aboutOf, type Halves } from '#sealed/halves.ts';
import type { IdentityLetter, MoreLetter, TipLetter } from './letter.ts';

/** Those on duty now, as one key. */
export type Ring = { readonly ringId: string; readonly epoch: number; readonly recipient: string };

/** What the server is told of a letter; all of it is base64url, but for the ring. */
export type SealedLetter = {
  readonly find: string;
  readonly ringId: string;
  readonly epoch: number;
  readonly sealed: string;
};
export type SealedTip = SealedLetter & {
  readonly answerRecipient: string;
  readonly identity?: string;
};
export type PieceOf = {
  readonly uploadId: string;
  /** From 0. */
  readonly number: number;
  readonly of: number;
};

/** Just under four steps of the padding, so that every whole piece fills one fixed size. */
export const pieceBytes = 255 * 1024;

export async function sealTip(
  { find, open }: Halves,
  ring: Ring,
  letter: TipLetter,
  identity: IdentityLetter | undefined,
): Promise<SealedTip> {
  const tip = await sealBody(find, ring, 'tip', letter);
  const sealed = { ...tip, answerRecipient: await recipientOf(open) };
  if (!identity) return sealed;
  const apart = await sealBody(find, ring, 'identity', identity);
  return { ...sealed, identity: apart.sealed };
}

export const sealMore = (find: Uint8Array, ring: Ring, letter: MoreLetter): Promise<SealedLetter> =>
  sealBody(find, ring, 'tip', letter);

/** A piece says inside to which file it belongs, so that none can be put into another's place. */
export const sealPiece = (
  find: Uint8Array,
  ring: Ring,
  piece: PieceOf,
  bytes: Uint8Array,
): Promise<SealedLetter> => sealBody(find, ring, 'file', piece, bytes);

async function sealBody(
  find: Uint8Array,
  ring: Ring,
  purpose: Purpose,
  body: Json,
  bytes?: Uint8Array,
): Promise<SealedLetter> {
  const place = placeOf(find, ring.ringId, purpose, 'in');
  const sealed = await sealEnvelope([ring.recipient], { v: 1, ...place, body }, bytes);
  const { ringId, epoch } = ring;
  return { find: toBase64Url(find), ringId, epoch, sealed: toBase64Url(sealed) };
}

export const placeOf = (
  find: Uint8Array,
  ringId: string,
  purpose: Purpose,
  direction: Place['direction'],
): Place => ({ purpose, to: ringId, about: aboutOf(find), direction });
