// The SQL of the doors: a login that may hand in and ask by a code, and can list nothing.

import { sql } from 'kysely';
import type { Day } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import type { RingId } from '#sealed/ring.ts';
import type { Answer, Answers, LetterRefusal, PieceRefusal, Received } from '../intake.ts';
import type { LetterInput, PieceInput } from '../tip.input.ts';
import type { Door, TipState, UploadId } from '../tip.ts';

/** A letter on its way: its code's find half is hashed already. */
export type Arriving = Omit<LetterInput, 'find' | 'sealed' | 'identity'> & {
  readonly door: Door;
  readonly findHash: Buffer;
  readonly sealed: Buffer;
  readonly identity: Buffer | null;
};

/** One transaction for all of them, answered in their order once it is on disk. */
export async function receiveLetters(
  db: Database,
  letters: readonly Arriving[],
  today: Day,
): Promise<readonly Outcome<Received, LetterRefusal>[]> {
  const column = <T>(read: (letter: Arriving) => T): T[] => letters.map(read);
  type Row = { readonly outcome: 'received' | LetterRefusal; readonly day: Day };
  const { rows } = await inTransaction(db, (tx) =>
    sql<Row>`SELECT outcome, day FROM receive_letters(
      ${today}::date,
      ${column(({ door }) => door)}::text[],
      ${column(({ commandId }) => commandId)}::uuid[],
      ${column(({ findHash }) => findHash)}::bytea[],
      ${column(({ ringId }) => ringId)}::uuid[],
      ${column(({ epoch }) => epoch)}::integer[],
      ${column(({ answerRecipient }) => answerRecipient ?? null)}::text[],
      ${column(({ sealed }) => sealed)}::bytea[],
      ${column(({ identity }) => identity)}::bytea[]
    ) ORDER BY place`.execute(tx),
  );
  return rows.map(({ outcome, day }) =>
    outcome === 'received' ? done({ day }) : refused(outcome),
  );
}

export type ArrivingPiece = Omit<PieceInput, 'find' | 'sealed'> & {
  readonly findHash: Buffer;
  readonly sealed: Buffer;
};

export async function receivePiece(
  db: Database,
  piece: ArrivingPiece,
  today: Day,
  mostBytes: number,
): Promise<Outcome<Received, PieceRefusal>> {
  const { findHash, ringId, epoch, uploadId, number, sealed } = piece;
  const { rows } = await sql<{ outcome: 'received' | PieceRefusal }>`SELECT receive_piece(
    ${today}::date, ${findHash}::bytea, ${ringId}::uuid, ${epoch}::integer, ${uploadId}::uuid,
    ${number}::integer, ${sealed}::bytea, ${mostBytes}::bigint) AS outcome`.execute(db);
  const outcome = rows[0]?.outcome ?? 'unknown-ring';
  return outcome === 'received' ? done({ day: today }) : refused(outcome);
}

export async function listReceivedPieces(
  db: Database,
  findHash: Buffer,
  uploadId: UploadId,
): Promise<readonly number[]> {
  const { rows } = await sql<{ number: number }>`
    SELECT received_pieces AS number FROM received_pieces(${findHash}::bytea, ${uploadId}::uuid)`.execute(
    db,
  );
  return rows.map(({ number }) => number);
}

type AnswersRow = {
  readonly ring_id: RingId;
  readonly received_on: Day | null;
  readonly state: TipState;
  readonly state_on: Day | null;
  readonly body_ended_on: Day | null;
  readonly ended_on: Day | null;
  readonly letters_in: number;
  readonly answers: readonly Answer[];
};

export async function findAnswersTo(db: Database, findHash: Buffer): Promise<Answers | undefined> {
  const { rows } = await sql<AnswersRow>`SELECT * FROM answers_to(${findHash}::bytea)`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  return {
    ringId: row.ring_id,
    receivedOn: row.received_on,
    state: row.state,
    stateOn: row.state_on,
    bodyEndedOn: row.body_ended_on,
    endedOn: row.ended_on,
    lettersIn: row.letters_in,
    answers: row.answers.map((answer) => ({ ...answer, sealed: inUrlLetters(answer.sealed) })),
  };
}

/** PostgreSQL writes base64 in lines. */
const inUrlLetters = (base64: string): string =>
  Buffer.from(base64, 'base64').toString('base64url');
