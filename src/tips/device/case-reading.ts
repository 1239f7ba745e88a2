// One tip on the device of somebody on duty: fetched sealed, opened here, shown nowhere else.

import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { Json } from '#sealed/envelope.ts';
import type { About } from '#sealed/halves.ts';
import { crimes, type Crime, type LetterFile, type TipLetter } from '../door/letter.ts';
import type { Letter } from '../letters.ts';
import type { Redaction } from '../redaction.ts';
import { openHeld, type Held, type Open } from './casework-sealing.ts';
import { isRecord, readLayers, readLetters, type ReadLetter } from './read-letters.ts';

export type SealedCase = {
  readonly letters: readonly Letter[];
  readonly layers: readonly Held[];
  readonly notes: readonly (Held & {
    readonly noteId: string;
    readonly day: Letter['day'];
    readonly writtenBy: string | null;
  })[];
};

/** What a letter says beside its answers; what is not as it should be is left out. */
export type Setting = {
  readonly crime: Crime | undefined;
  readonly hamlet: string | undefined;
  readonly sealedBy: TipLetter['sealedBy'] | undefined;
  readonly files: readonly LetterFile[];
};
export type ReadNote = Omit<SealedCase['notes'][number], keyof Held> & {
  readonly text: string | undefined;
};
export type ReadCase = {
  readonly letters: readonly (ReadLetter & { readonly setting: Setting })[];
  readonly layers: readonly Redaction[];
  readonly notes: readonly ReadNote[];
};

/** Refused where the line is gone: nothing is lost, it is asked for again. */
export async function fetchCase(tipId: string): Promise<Outcome<SealedCase, 'lost'>> {
  try {
    const response = await fetch(`/staff/tips/${tipId}/letters`, { method: 'POST' });
    return response.ok ? done((await response.json()) as SealedCase) : refused('lost');
  } catch {
    return refused('lost');
  }
}

export async function readCase(
  open: Open,
  { letters, layers, notes }: SealedCase,
  about: About,
): Promise<ReadCase> {
  const read = await readLetters(open, letters, about);
  return {
    letters: read.map((letter) => ({ ...letter, setting: settingIn(letter.body ?? null) })),
    layers: await readLayers(open, layers, about),
    notes: await Promise.all(notes.map((note) => readNote(open, note, about))),
  };
}

function settingIn(body: Json): Setting {
  const of = isRecord(body) ? body : {};
  const { hamlet, sealedBy, files } = of;
  return {
    crime: crimes.find((crime) => crime === of['crime']),
    hamlet: typeof hamlet === 'string' && hamlet !== '' ? hamlet : undefined,
    sealedBy: sealedBy === 'server' || sealedBy === 'device' ? sealedBy : undefined,
    files: Array.isArray(files) ? files.filter(isFile) : [],
  };
}

const isFile = (value: unknown): value is LetterFile =>
  typeof value === 'object' &&
  value !== null &&
  'uploadId' in value &&
  typeof value.uploadId === 'string' &&
  'name' in value &&
  typeof value.name === 'string' &&
  'mediaType' in value &&
  typeof value.mediaType === 'string' &&
  'pieces' in value &&
  typeof value.pieces === 'number' &&
  Number.isInteger(value.pieces) &&
  value.pieces > 0;

async function readNote(
  open: Open,
  { noteId, day, writtenBy, ...held }: SealedCase['notes'][number],
  about: About,
): Promise<ReadNote> {
  const opened = await openHeld(open, held, about, 'note');
  const body = opened.ok ? opened.value.body : null;
  const text = isRecord(body) ? body['text'] : undefined;
  return { noteId, day, writtenBy, text: typeof text === 'string' ? text : undefined };
}
