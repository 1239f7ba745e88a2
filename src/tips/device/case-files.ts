// A file that came with a tip: its pieces fetched sealed, opened on the device and put together there.

import { done, refused, type Outcome } from '#ground/outcome.ts';
import { toBase64Url } from '#sealed/bytes.ts';
import type { About } from '#sealed/halves.ts';
import type { LetterFile } from '../door/letter.ts';
import { openHeld, type Held, type Open } from './casework-sealing.ts';
import { isRecord } from './read-letters.ts';

/** Only these are drawn on the page; everything else is saved, and never run. */
const shown = /^(?:image\/(?:jpeg|png|webp|gif)|audio\/[\w.+-]+|video\/[\w.+-]+)$/;

export const kindOf = ({
  mediaType,
}: Pick<LetterFile, 'mediaType'>): 'image' | 'audio' | 'video' | 'other' => {
  const [kind] = shown.test(mediaType) ? mediaType.split('/') : [];
  return kind === 'image' || kind === 'audio' || kind === 'video' ? kind : 'other';
};

/** Undefined for a piece that never came in. Throws where the line is gone. */
export type FindPiece = (uploadId: string, number: number) => Promise<Held | undefined>;

/** 'missing': the sender's line dropped before it was whole. */
export async function openFile(
  open: Open,
  about: About,
  file: LetterFile,
  findPiece: FindPiece,
): Promise<Outcome<Blob, 'missing' | 'damaged'>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let number = 0; number < file.pieces; number += 1) {
    const held = await findPiece(file.uploadId, number);
    if (!held) return refused('missing');
    const part = await openPiece(open, about, held, file, number);
    if (!part) return refused('damaged');
    parts.push(new Uint8Array(part));
  }
  const type = kindOf(file) === 'other' ? 'application/octet-stream' : file.mediaType;
  return done(new Blob(parts, { type }));
}

export const piecesOf =
  (tipId: string): FindPiece =>
  async (uploadId, number) => {
    const response = await fetch(`/staff/tips/${tipId}/pieces/${uploadId}/${number}`);
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error('a piece was not handed out');
    const sealed = toBase64Url(new Uint8Array(await response.arrayBuffer()));
    const ringId = response.headers.get('x-ring') ?? '';
    return { ringId, epoch: Number(response.headers.get('x-epoch')), sealed };
  };

/** A piece says inside where it belongs; one of another file, or of another place in it, is none. */
async function openPiece(
  open: Open,
  about: About,
  held: Held,
  { uploadId, pieces }: LetterFile,
  number: number,
): Promise<Uint8Array | undefined> {
  const opened = await openHeld(open, held, about, 'file');
  if (!opened.ok || !isRecord(opened.value.body)) return undefined;
  const { body, attachment } = opened.value;
  const isRight =
    body['uploadId'] === uploadId && body['number'] === number && body['of'] === pieces;
  return isRight ? attachment : undefined;
}
