// From what was typed to what is sent: sealed to the helpers, bound to the code and their ring, never to any police.

import { recipientOf } from '#sealed/age.ts';
import { toBase64Url } from '#sealed/bytes.ts';
import { sealEnvelope, type Json, type Place } from '#sealed/envelope.ts';
import { aboutOf, type Halves } from '#sealed/halves.ts';
import type { HelpLetter, MoreHelp } from './help-letter.ts';

/** The helpers there are now, as one key. */
export type HelpRing = {
  readonly ringId: string;
  readonly epoch: number;
  readonly recipient: string;
};

/** What the server is told of a letter; all of it is base64url, but for the ring. */
export type SealedMoreHelp = {
  readonly find: string;
  readonly ringId: string;
  readonly epoch: number;
  readonly sealed: string;
};
export type SealedHelp = SealedMoreHelp & { readonly answerRecipient: string };

export const sealHelp = async (
  { find, open }: Halves,
  ring: HelpRing,
  letter: HelpLetter,
): Promise<SealedHelp> => ({
  ...(await sealBody(find, ring, letter)),
  answerRecipient: await recipientOf(open),
});

export const sealMoreHelp = (
  find: Uint8Array,
  ring: HelpRing,
  letter: MoreHelp,
): Promise<SealedMoreHelp> => sealBody(find, ring, letter);

async function sealBody(
  find: Uint8Array,
  { ringId, epoch, recipient }: HelpRing,
  body: Json,
): Promise<SealedMoreHelp> {
  const place: Place = { purpose: 'help', to: ringId, about: aboutOf(find), direction: 'in' };
  const sealed = await sealEnvelope([recipient], { v: 1, ...place, body });
  return { find: toBase64Url(find), ringId, epoch, sealed: toBase64Url(sealed) };
}
