// What helpers' devices do with letters: open what came in or a colleague wrote, seal an answer.

import type { Outcome } from '#ground/outcome.ts';
import { fromBase64Url, toBase64Url } from '#sealed/bytes.ts';
import { sealEnvelope, type Opened, type Place } from '#sealed/envelope.ts';
import { aboutOfHash, type About } from '#sealed/halves.ts';
import type { Day } from '#ground/day.ts';
import type { HelpRequest } from '../help.ts';
import { readHelpLetter, type ReadLetter } from '../read-letter.ts';

export type { ReadLetter } from '../read-letter.ts';

/** As Unlock.svelte gives it. */
type Open = (
  sealed: Uint8Array,
  epoch: number,
  expected: Place,
) => Promise<Outcome<Opened, string>>;

/** As the server hands it out, sealed. */
export type FetchedLetter = Held & {
  readonly letterId: string;
  readonly writtenBy: string | null;
};

/** Once fetched they count as read; undefined where there was no line, or the request is gone. */
export async function fetchHelpLetters(
  helpId: string,
): Promise<readonly FetchedLetter[] | undefined> {
  const address = `/staff/help/${helpId}/letters`;
  const answer = await fetch(address, { method: 'POST' }).catch(() => undefined);
  if (!answer?.ok) return undefined;
  return ((await answer.json()) as { readonly letters: readonly FetchedLetter[] }).letters;
}

type Held = {
  readonly direction: 'in' | 'out';
  readonly ringId: string;
  readonly epoch: number;
  readonly day: Day;
  readonly sealed: string;
};

export async function openHelpLetter(
  open: Open,
  { direction, ringId, epoch, sealed }: Held,
  findHash: string,
): Promise<ReadLetter> {
  const bytes = fromBase64Url(sealed);
  const purpose = direction === 'in' ? 'help' : 'answer';
  const place: Place = { purpose, to: ringId, about: aboutIn(findHash), direction };
  const opened = bytes && (await open(bytes, epoch, place));
  return opened?.ok ? readHelpLetter(opened.value.body) : { kind: 'closed' };
}

/** The same words twice: for whoever asked, and for the ring, so that colleagues know what was said. */
export async function sealAnswer(
  text: string,
  { helpId, ringId, findHash, answerRecipient }: HelpRequest,
  ring: { readonly epoch: number; readonly recipient: string },
): Promise<object> {
  const about = aboutIn(findHash);
  const place = { purpose: 'answer', to: ringId, about, direction: 'out' } as const;
  const seal = async (recipient: string): Promise<string> =>
    toBase64Url(await sealEnvelope([recipient], { v: 1, ...place, body: { text } }));
  return {
    helpId,
    epoch: ring.epoch,
    sealed: await seal(answerRecipient),
    sealedCopy: await seal(ring.recipient),
  };
}

const aboutIn = (findHash: string): About =>
  aboutOfHash(fromBase64Url(findHash) ?? new Uint8Array());
