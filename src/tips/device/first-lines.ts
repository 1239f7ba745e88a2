// The first words of tips for the list, opened on the device of somebody on duty: what is seen first comes first.

import { fromBase64Url } from '#sealed/bytes.ts';
import { aboutOfHash } from '#sealed/halves.ts';
import type { InboxRow } from '../inbox.ts';
import { openHeld, type Held, type Open } from './casework-sealing.ts';
import { fieldsIn } from './read-letters.ts';

type Wanted = Pick<InboxRow, 'tipId' | 'findHash'>;
type First = Held & { readonly tipId: string };

/** About a screen of a phone, so that the first screen does not wait for the last row. */
const atOnce = 12;
const longestLine = 160;

/** Tells of each as soon as it is open; null where none of the person's keys opens it. */
export async function openFirstLines(
  wanted: readonly Wanted[],
  open: Open,
  tell: (tipId: string, line: string | null) => void,
): Promise<void> {
  for (let from = 0; from < wanted.length; from += atOnce) {
    const some = wanted.slice(from, from + atOnce);
    const letters = await fetchFirst(some);
    for (const one of some) tell(one.tipId, await lineOf(one, letters, open));
  }
}

async function fetchFirst(some: readonly Wanted[]): Promise<readonly First[]> {
  try {
    const response = await fetch('/staff/tips/first-lines', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ tipIds: some.map(({ tipId }) => tipId) }),
    });
    const { letters } = (await response.json()) as { letters: readonly First[] };
    return letters;
  } catch {
    // The line is gone: the rows stay as they are, and each tip can still be opened by itself.
    return [];
  }
}

async function lineOf(
  { tipId, findHash }: Wanted,
  letters: readonly First[],
  open: Open,
): Promise<string | null> {
  const about = aboutOfHash(fromBase64Url(findHash) ?? new Uint8Array());
  for (const letter of letters.filter((one) => one.tipId === tipId)) {
    const opened = await openHeld(open, letter, about, 'tip');
    if (opened.ok) return firstLine(Object.values(fieldsIn(opened.value.body)));
  }
  return null;
}

const firstLine = ([text = '']: readonly string[]): string =>
  text.replace(/\s+/g, ' ').slice(0, longestLine);
