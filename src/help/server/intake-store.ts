// The SQL of the door of help: a login that may hand in and ask by a code, and can list nothing.

import { sql } from 'kysely';
import type { Day } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import type { RingId } from '#sealed/ring.ts';
import type { HelpLetterInput } from '../help.input.ts';
import type { HelpAnswer, HelpAnswers, HelpLetterRefusal, HelpStanding } from '../intake.ts';
import type { FileId } from '../support.ts';

/** A letter on its way: its code's find half is hashed already. */
export type Arriving = Omit<HelpLetterInput, 'find' | 'sealed'> & {
  readonly findHash: Buffer;
  readonly sealed: Buffer;
};

/** One transaction for all of them, answered in their order once it is on disk. */
export async function receiveHelpLetters(
  db: Database,
  letters: readonly Arriving[],
  today: Day,
): Promise<readonly Outcome<{ readonly day: Day }, HelpLetterRefusal>[]> {
  const column = <T>(read: (letter: Arriving) => T): T[] => letters.map(read);
  type Row = { readonly outcome: 'received' | HelpLetterRefusal; readonly day: Day };
  const { rows } = await inTransaction(db, (tx) =>
    sql<Row>`SELECT outcome, day FROM receive_help_letters(
      ${today}::date,
      ${column(({ commandId }) => commandId)}::uuid[],
      ${column(({ findHash }) => findHash)}::bytea[],
      ${column(({ ringId }) => ringId)}::uuid[],
      ${column(({ epoch }) => epoch)}::integer[],
      ${column(({ answerRecipient }) => answerRecipient ?? null)}::text[],
      ${column(({ sealed }) => sealed)}::bytea[]
    ) ORDER BY place`.execute(tx),
  );
  return rows.map(({ outcome, day }) =>
    outcome === 'received' ? done({ day }) : refused(outcome),
  );
}

type AnswersRow = {
  readonly ring_id: RingId | null;
  readonly received_on: Day;
  readonly is_read: boolean;
  readonly is_taken: boolean;
  readonly is_closed: boolean;
  readonly answers: readonly HelpAnswer[];
  readonly file_id: FileId | null;
  readonly file_ends_on: Day;
  readonly file_sealed: string;
};

export async function findHelpAnswers(
  db: Database,
  findHash: Buffer,
): Promise<HelpAnswers | undefined> {
  const { rows } = await sql<AnswersRow>`SELECT * FROM help_answers_to(${findHash}::bytea)`.execute(
    db,
  );
  const [row] = rows;
  if (!row) return undefined;
  const file = row.file_id && {
    fileId: row.file_id,
    endsOn: row.file_ends_on,
    sealed: inUrlLetters(row.file_sealed),
  };
  return { asked: row.ring_id === null ? null : askedOf(row, row.ring_id), file };
}

export async function withdrawSupportOf(db: Database, findHash: Buffer): Promise<boolean> {
  const { rows } = await sql<{ withdrawn: boolean }>`
    SELECT withdraw_support(${findHash}::bytea) AS withdrawn`.execute(db);
  return rows[0]?.withdrawn ?? false;
}

const askedOf = (row: AnswersRow, ringId: RingId): HelpAnswers['asked'] => ({
  ringId,
  receivedOn: row.received_on,
  standing: standingOf(row),
  answers: row.answers.map((answer) => ({ ...answer, sealed: inUrlLetters(answer.sealed) })),
});

const standingOf = (row: Pick<AnswersRow, 'is_read' | 'is_taken' | 'is_closed'>): HelpStanding => {
  if (row.is_closed) return 'closed';
  if (row.is_taken) return 'taken';
  return row.is_read ? 'read' : 'waiting';
};

/** PostgreSQL writes base64 in lines. */
const inUrlLetters = (base64: string): string =>
  Buffer.from(base64, 'base64').toString('base64url');
