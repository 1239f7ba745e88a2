// A case as a file that the `age` program opens, and an officer's key for such files; made on the device alone.

import { done, refused, type Outcome } from '#ground/outcome.ts';
import { armored, recipientOf, sealTo, seedOf, type KeyPair } from '#sealed/age.ts';
import { derive, toBech32, toBytes } from '#sealed/bytes.ts';
import { coveredFields, topLayer, type Redaction } from '../redaction.ts';

export type ExportedLetter = {
  readonly letterId: string;
  readonly day: string;
  /** Its heading, and the fields by their question. */
  readonly heading: string;
  readonly fields: Readonly<Record<string, string>>;
};
export type View = 'covered' | 'uncovered';

/** What anybody may read who opens the file; covered unless somebody asked otherwise. */
export function exportedText(
  letters: readonly ExportedLetter[],
  layers: readonly Redaction[],
  view: View = 'covered',
  /** What a field is called. */
  named: (field: string) => string = (field) => field,
): string {
  return letters.map((letter) => letterText(letter, layers, view, named)).join('\n\n');
}

/** Armored, so that it survives mail and memory sticks. Refused where that is no age recipient. */
export async function sealExport(
  text: string,
  recipient: string,
): Promise<Outcome<string, 'no-recipient'>> {
  const to = recipient.trim();
  if (!/^age1[a-z0-9]{50,4000}$/.test(to)) return refused('no-recipient');
  try {
    return done(armored(await sealTo([to], toBytes(text))));
  } catch {
    return refused('no-recipient');
  }
}

/**
 * A classic key made of the officer's own: always the same one, opened by every `age` program. Whoever
 * finds it opens what was exported to it, and nothing else: no way leads from it back to the own key.
 */
export async function exportKeyOf(ownIdentity: string): Promise<KeyPair> {
  const seed = derive(seedOf(ownIdentity), 'binh-yen export key v1', 32);
  const identity = toBech32('AGE-SECRET-KEY-', seed);
  return { identity, recipient: await recipientOf(identity) };
}

/** As `age-keygen` writes a key file. */
export const keyFileOf = ({ identity, recipient }: KeyPair): string =>
  `# public key: ${recipient}\n${identity}\n`;

function letterText(
  { letterId, day, heading, fields }: ExportedLetter,
  layers: readonly Redaction[],
  view: View,
  named: (field: string) => string,
): string {
  const passages = view === 'covered' ? (topLayer(layers, letterId)?.passages ?? []) : [];
  const shown = Object.entries(coveredFields(fields, passages));
  return [`${heading} (${day})`, ...shown.map(([field, text]) => `${named(field)}: ${text}`)].join(
    '\n',
  );
}
