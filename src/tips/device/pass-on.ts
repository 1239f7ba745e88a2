// Sealing a whole tip anew for the ring above: every letter with its files, and the name where it was shown.

import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { Json } from '#sealed/envelope.ts';
import type { About } from '#sealed/halves.ts';
import type { Sealed } from '#sealed/ring.ts';
import type { Letter } from '../letters.ts';
import { lettersToPass, type Copy } from '../passing.ts';
import type { LetterId } from '../tip.ts';
import { sealAnew, sealNote, type Held, type Open, type RingKey } from './casework-sealing.ts';
import { isRecord } from './read-letters.ts';

export type PieceAt = { readonly uploadId: string; readonly number: number };
export type PassOn = {
  readonly open: Open;
  readonly about: About;
  readonly to: RingKey;
  readonly letters: readonly Letter[];
  /** Empty for whoever was not allowed to see who the sender is. */
  readonly identities: readonly (Held & { readonly letterId: LetterId })[];
  readonly note: string;
  /** Undefined for a piece that never came in. */
  readonly findPiece: (at: PieceAt) => Promise<Held | undefined>;
  /** Throws where it was not taken. */
  readonly sendPiece: (piece: PieceAt & { readonly sealed: Sealed }) => Promise<void>;
};
export type ToPass = { readonly copies: readonly Copy[]; readonly note?: Sealed };

/** Refused where one letter does not open: nothing is left behind unnoticed. */
export async function sealToPass(work: PassOn): Promise<Outcome<ToPass, 'unreadable'>> {
  const copies: Copy[] = [];
  for (const letter of lettersToPass(work.letters)) {
    const copy = await copyOf(work, letter);
    if (!copy) return refused('unreadable');
    copies.push(copy);
  }
  const text = work.note.trim();
  const note = text && (await sealNote(work.to, work.about, { kind: 'note', text }));
  return done({ copies, ...(note && { note }) });
}

async function copyOf(work: PassOn, letter: Letter): Promise<Copy | undefined> {
  const { open, about, to } = work;
  const { letterId } = letter;
  const sealed = await sealAnew(open, letter, { purpose: 'tip', about }, to, (body) =>
    filesAnew(work, body),
  );
  const name = work.identities.find((one) => one.letterId === letterId);
  const identity = name && (await sealAnew(open, name, { purpose: 'identity', about }, to));
  if (!sealed.ok || identity?.ok === false) return undefined;
  return { letterId, sealed: sealed.value, ...(identity && { identity: identity.value }) };
}

/** The same letter, naming the files as they are sealed for the ring above. */
async function filesAnew(work: PassOn, body: Json): Promise<Json> {
  if (!isRecord(body) || !Array.isArray(body['files'])) return body;
  const files: Json[] = [];
  for (const file of body['files'] as readonly Json[]) files.push(await fileAnew(work, file));
  return { ...body, files };
}

async function fileAnew(work: PassOn, file: Json): Promise<Json> {
  if (!isRecord(file)) return file;
  const { uploadId, pieces } = file;
  if (typeof uploadId !== 'string' || typeof pieces !== 'number') return file;
  const anew = crypto.randomUUID();
  for (let number = 0; number < pieces; number += 1) {
    const sealed = await pieceAnew(work, { uploadId, number }, anew);
    if (sealed) await work.sendPiece({ uploadId: anew, number, sealed });
  }
  return { ...file, uploadId: anew };
}

/** A piece says inside where it belongs; one that says otherwise is not handed on. */
async function pieceAnew(work: PassOn, at: PieceAt, anew: string): Promise<Sealed | undefined> {
  const held = await work.findPiece(at);
  if (!held) return undefined;
  const sealed = await sealAnew(
    work.open,
    held,
    { purpose: 'file', about: work.about },
    work.to,
    (body) => {
      const isItsOwn =
        isRecord(body) && body['uploadId'] === at.uploadId && body['number'] === at.number;
      if (!isItsOwn) throw new Error('a piece in another one’s place');
      return { ...body, uploadId: anew };
    },
  );
  if (!sealed.ok) throw new Error('a piece that does not open');
  return sealed.value;
}
