// The doors' way in: fair turns, many letters in one commit, an answer only after it is on disk; nobody is turned away.

import { createHash } from 'node:crypto';
import { dayAt, type Day, type Instant } from '#ground/day.ts';
import { openDatabase, type Database } from '#ground/server/db.ts';
import { openDoorway } from '#sealed/server/doorway.ts';
import { openGroupCommit } from '#sealed/server/group-commit.ts';
import type { Intake, SlipLetter } from '../intake.ts';
import { mostFileBytes, type LetterInput } from '../tip.input.ts';
import type { Door } from '../tip.ts';
import {
  findAnswersTo,
  listReceivedPieces,
  receiveLetters,
  receivePiece,
  type Arriving,
} from './intake-store.ts';

export type IntakeParts = {
  /** Of a login that is a member of binh_yen_intake. */
  readonly databaseUrl: string;
  readonly secret: string;
  readonly timeZone: string;
  readonly now?: () => Date;
};

/** Letters use one at a time; the others are for pieces and for answers that are asked for. */
const connections = 4;
/** Together with the largest letter this bounds what a flood can make the server hold. */
const room = { inside: 192, ofOneBucket: 48 };
const batch = { items: 256, bytes: 8 * 1024 * 1024 };

export function openIntake({ databaseUrl, secret, timeZone, now = aClock }: IntakeParts): Intake {
  const db = openDatabase(databaseUrl, { connections });
  const today = (): Day => dayAt(now().toISOString() as Instant, timeZone);
  const letters = openGroupCommit(
    (items: readonly Arriving[]) => receiveLetters(db, items, today()),
    {
      ...batch,
      bytesOf: ({ sealed, identity }) => sealed.length + (identity?.length ?? 0),
      isOnesFault,
    },
  );
  return {
    ...openDoorway({ secret, now, room }),
    receiveTip: (letter, of) => letters.add(arriving(letter, of)),
    receivePiece: (piece) => {
      const { ringId, epoch, uploadId, number } = piece;
      const bytes = Buffer.from(piece.sealed, 'base64url');
      const of = { ringId, epoch, uploadId, number, findHash: hashIn(piece), sealed: bytes };
      return receivePiece(db, of, today(), mostFileBytes);
    },
    listPieces: (find, uploadId) => listReceivedPieces(db, hashOf(find), uploadId),
    findAnswers: (find) => findAnswersTo(db, hashOf(find)),
    stop: () => stop(db, letters.stop),
  };
}

const arriving = (letter: LetterInput | SlipLetter, door: Door): Arriving => ({
  commandId: letter.commandId,
  ringId: letter.ringId,
  epoch: letter.epoch,
  answerRecipient: letter.answerRecipient,
  door,
  findHash: hashIn(letter),
  sealed: Buffer.from(letter.sealed, 'base64url'),
  identity: letter.identity === undefined ? null : Buffer.from(letter.identity, 'base64url'),
});

const hashIn = (of: { readonly find: string } | { readonly findHash: string }): Buffer =>
  'find' in of ? hashOf(of.find) : Buffer.from(of.findHash, 'base64url');

const hashOf = (find: string): Buffer =>
  createHash('sha256').update(Buffer.from(find, 'base64url')).digest();

async function stop(db: Database, finish: () => Promise<void>): Promise<void> {
  await finish();
  await db.destroy();
}

/** PostgreSQL says of a value that it cannot be so (classes 22 and 23), not of itself that it is away. */
const isOnesFault = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));

const aClock = (): Date => new Date();
