// A support file sealed: to its helper's own key, and, where the person wished it, to their own code.

import { digest, fromBase64Url, toBase64Url, toBytes } from '#sealed/bytes.ts';
import { openEnvelope, sealEnvelope, type Json, type Place } from '#sealed/envelope.ts';
import { aboutOfHash, type Halves } from '#sealed/halves.ts';
import type { SupportFile } from '../support.ts';

export type SealedCopy = { readonly fileId: string; readonly sealed: string };

/** Bound to the file and to whose copy it is: the helper's comes in, the person's goes out. */
const placeOfFile = (fileId: string, direction: Place['direction']): Place => ({
  purpose: 'support',
  to: fileId,
  about: aboutOfHash(digest(toBytes(fileId))),
  direction,
});

export const sealFile = (recipient: string, fileId: string, file: SupportFile): Promise<string> =>
  sealTo(recipient, placeOfFile(fileId, 'in'), file);

export const sealCopy = (recipient: string, fileId: string, file: SupportFile): Promise<string> =>
  sealTo(recipient, placeOfFile(fileId, 'out'), file);

/** Undefined where it is another file's, or not for this key. */
export async function openFile(
  identity: string,
  { fileId, sealed }: SealedCopy,
  direction: Place['direction'] = 'in',
): Promise<Json | undefined> {
  const bytes = fromBase64Url(sealed);
  const opened = bytes && (await openEnvelope(identity, bytes, placeOfFile(fileId, direction)));
  return opened?.ok ? opened.value.body : undefined;
}

export const openSupportCopy = ({ open }: Halves, copy: SealedCopy): Promise<Json | undefined> =>
  openFile(open, copy, 'out');

const sealTo = async (recipient: string, place: Place, file: SupportFile): Promise<string> =>
  toBase64Url(await sealEnvelope([recipient], { v: 1, ...place, body: { ...file } }));
