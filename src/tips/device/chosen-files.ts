// Files that go with a letter: what they say about their maker is removed as they are chosen.

import type { Cleaning, LetterFile } from '../door/letter.ts';
import { pieceBytes } from '../door/seal-tip.ts';
import type { sendingWords } from '../door/sending.words.ts';
import type { Ask } from './ask-sealing.ts';

type Own = (typeof sendingWords)['vi'];

export type ChosenFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Blob;
  readonly cleaning: Cleaning;
};
type Choice = { readonly bytes: number; readonly files: () => readonly ChosenFile[] };

const mostBytes = 50 * 1024 * 1024;

/** Watches the field; hands out what is to be sent as it stands at that moment. */
export function startFiles(
  { field, list }: { readonly field: HTMLInputElement; readonly list: HTMLElement },
  ask: Ask,
  own: Own,
): () => readonly ChosenFile[] {
  const choices = new Set<Choice>();
  field.addEventListener('change', () => {
    const files = [...(field.files ?? [])];
    field.value = '';
    void addAll(files);
  });
  const total = (): number => [...choices].reduce((sum, { bytes }) => sum + bytes, 0);
  /** One after the other: two films at once would not fit into a small phone. */
  const addAll = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      const line = list.appendChild(document.createElement('li'));
      if (total() + file.size > mostBytes) line.textContent = `${own.tooBig} ${file.name}`;
      else await add(file, line);
    }
  };
  const add = async (file: File, line: HTMLElement): Promise<void> => {
    line.textContent = own.cleaning(file.name);
    const clean = await ask('clean', { bytes: new Uint8Array(await file.arrayBuffer()) }).catch(
      () => undefined,
    );
    const kept = clean && fileOf(file, new Blob([plain(clean.bytes)]), 'cleaned', clean.mediaType);
    line.textContent = kept ? own.cleaned(file.name) : own.notCleaned(file.name);
    const original = tick(line, kept ? own.alsoOriginal : own.keepOriginal);
    const files = (): readonly ChosenFile[] => [
      ...(kept ? [kept] : []),
      ...(original.checked ? [fileOf(file, file, 'original', file.type)] : []),
    ];
    const choice = { bytes: file.size, files };
    choices.add(choice);
    button(line, own.remove).addEventListener('click', () => {
      choices.delete(choice);
      line.remove();
    });
  };
  return () => [...choices].flatMap(({ files }) => files());
}

/** What the letter says of a file that follows it. */
export const announced = (file: ChosenFile): LetterFile => ({
  uploadId: crypto.randomUUID(),
  name: file.name,
  mediaType: file.mediaType,
  size: file.bytes.size,
  pieces: Math.max(1, Math.ceil(file.bytes.size / pieceBytes)),
  cleaning: file.cleaning,
});

export const pieceOf = async (file: ChosenFile, number: number): Promise<Uint8Array> =>
  new Uint8Array(
    await file.bytes.slice(number * pieceBytes, (number + 1) * pieceBytes).arrayBuffer(),
  );

const fileOf = (
  { name }: File,
  bytes: Blob,
  cleaning: Cleaning,
  mediaType: string,
): ChosenFile => ({ name, mediaType, bytes, cleaning });

/** A copy whose memory is surely its own, as a Blob asks for. */
const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

function tick(line: HTMLElement, says: string): HTMLInputElement {
  const label = line.appendChild(document.createElement('label'));
  label.className = 'choose';
  const box = label.appendChild(document.createElement('input'));
  box.type = 'checkbox';
  label.append(says);
  return box;
}

function button(line: HTMLElement, says: string): HTMLButtonElement {
  const made = line.appendChild(document.createElement('button'));
  made.type = 'button';
  made.className = 'button exit';
  made.textContent = says;
  return made;
}
