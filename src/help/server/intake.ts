// The way in of help: a doorway of its own, so that no flood elsewhere keeps anybody waiting here.

import { createHash } from 'node:crypto';
import { dayAt, type Day, type Instant } from '#ground/day.ts';
import { openDatabase, type Database } from '#ground/server/db.ts';
import { openDoorway } from '#sealed/server/doorway.ts';
import { openGroupCommit } from '#sealed/server/group-commit.ts';
import type { HelpLetterInput } from '../help.input.ts';
import type { HelpIntake } from '../intake.ts';
import {
  findHelpAnswers,
  receiveHelpLetters,
  withdrawSupportOf,
  type Arriving,
} from './intake-store.ts';

export type HelpIntakeParts = {
  /** Of a login that is a member of binh_yen_intake. */
  readonly databaseUrl: string;
  readonly secret: string;
  readonly timeZone: string;
  readonly now?: () => Date;
};

const connections = 2;
/** Together with the largest letter this bounds what a flood can make the server hold. */
const room = { inside: 96, ofOneBucket: 24 };
const batch = { items: 128, bytes: 8 * 1024 * 1024 };

export function openHelpIntake(parts: HelpIntakeParts): HelpIntake {
  const { databaseUrl, secret, timeZone, now = aClock } = parts;
  const db = openDatabase(databaseUrl, { connections });
  const today = (): Day => dayAt(now().toISOString() as Instant, timeZone);
  const letters = openGroupCommit(
    (items: readonly Arriving[]) => receiveHelpLetters(db, items, today()),
    { ...batch, bytesOf: ({ sealed }) => sealed.length, isOnesFault },
  );
  return {
    ...openDoorway({ secret, now, room }),
    receive: (letter) => letters.add(arriving(letter)),
    findAnswers: (find) => findHelpAnswers(db, hashOf(find)),
    withdraw: (find) => withdrawSupportOf(db, hashOf(find)),
    stop: () => stop(db, letters.stop),
  };
}

const arriving = ({ find, sealed, ...letter }: HelpLetterInput): Arriving => ({
  ...letter,
  findHash: hashOf(find),
  sealed: Buffer.from(sealed, 'base64url'),
});

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
