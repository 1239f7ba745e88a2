// Letters opened on an officer's device, as fields of text that can be read, covered and exported.

import type { Day } from '#ground/day.ts';
import type { Json } from '#sealed/envelope.ts';
import type { About } from '#sealed/halves.ts';
import type { Letter } from '../letters.ts';
import { isRedaction, type Redaction } from '../redaction.ts';
import type { LetterId } from '../tip.ts';
import { openHeld, type Held, type Open } from './casework-sealing.ts';

export type Fields = Readonly<Record<string, string>>;
export type ReadLetter = {
  readonly letterId: LetterId;
  readonly direction: Letter['direction'];
  readonly day: Day;
  /** Undefined where this person's keys do not open it. */
  readonly fields: Fields | undefined;
  readonly body: Json | undefined;
};

/** Of a letter and its copy for another ring, the one that opens here. */
export async function readLetters(
  open: Open,
  letters: readonly Letter[],
  about: About,
): Promise<readonly ReadLetter[]> {
  const read = await Promise.all(letters.map((letter) => readLetter(open, letter, about)));
  const isReadElsewhere = (of: Letter | undefined): boolean =>
    letters.some(
      ({ letterId, copyOf }, at) =>
        read[at]?.fields !== undefined && (copyOf === of?.letterId || letterId === of?.copyOf),
    );
  return read.filter(({ fields }, at) => fields !== undefined || !isReadElsewhere(letters[at]));
}

/** The layers that open and are what they should be. */
export async function readLayers(
  open: Open,
  layers: readonly Held[],
  about: About,
): Promise<readonly Redaction[]> {
  const opened = await Promise.all(layers.map((layer) => openHeld(open, layer, about, 'note')));
  return opened.flatMap((one) => (one.ok && isRedaction(one.value.body) ? [one.value.body] : []));
}

/** What somebody wrote, each by the question it answers; what is not text is left out. */
export function fieldsIn(body: Json): Fields {
  if (!isRecord(body)) return {};
  const { answers, text } = body;
  const answered = answers !== undefined && isRecord(answers) ? Object.entries(answers) : [];
  return Object.fromEntries(
    [...answered, ['text', text] as const].flatMap(([name, said]) =>
      typeof said === 'string' && said !== '' ? [[name, said]] : [],
    ),
  );
}

export const isRecord = (
  value: Json | undefined,
): value is { readonly [key: string]: Json | undefined } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

async function readLetter(open: Open, letter: Letter, about: About): Promise<ReadLetter> {
  const { letterId, direction, day } = letter;
  const purpose = direction === 'in' ? 'tip' : 'answer';
  const opened = await openHeld(open, letter, about, purpose, direction);
  const body = opened.ok ? opened.value.body : undefined;
  return {
    letterId,
    direction,
    day,
    body,
    fields: body === undefined ? undefined : fieldsIn(body),
  };
}
