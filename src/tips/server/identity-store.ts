// The SQL of who a sender is: requests for those of the ring, the sealed name for whoever was allowed it.

import type { Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { PersonId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import { toBase64Url } from '#sealed/bytes.ts';
import type { RingId, Sealed } from '#sealed/ring.ts';
import { bytesOf } from '#sealed/server/sealed-bytes.ts';
import type { AnswerInput, AskInput } from '../casework.input.ts';
import type { IdentityRequest } from '../identity.ts';
import type { LetterId, TipId } from '../tip.ts';

type Tx = Transaction<DB>;
type Connection = Pick<Database, 'selectFrom'>;

/** All that were ever made of one tip, the latest first. */
export async function listIdentityRequests(
  db: Connection,
  tipId: TipId,
): Promise<readonly IdentityRequest[]> {
  const rows = await selectRequests(db).where('tip_id', '=', tipId).execute();
  return rows.map(requestOf);
}

/** Those that wait for an answer, of every tip the person may see. */
export async function listOpenIdentityRequests(
  db: Connection,
): Promise<readonly IdentityRequest[]> {
  const rows = await selectRequests(db).where('answer', 'is', null).execute();
  return rows.map(requestOf);
}

export type SealedIdentity = {
  readonly letterId: LetterId;
  readonly ringId: RingId;
  readonly epoch: number;
  readonly sealed: Sealed;
};

/** Empty for whoever has no consent: PostgreSQL hands out no row. */
export async function listIdentities(
  db: Connection,
  tipId: TipId,
): Promise<readonly SealedIdentity[]> {
  const rows = await db
    .selectFrom('tip_identity')
    .where('tip_id', '=', tipId)
    .select(['letter_id as letterId', 'ring_id as ringId', 'epoch', 'sealed'])
    .$castTo<Omit<SealedIdentity, 'sealed'> & { readonly sealed: Buffer }>()
    .execute();
  return rows.map((row) => ({ ...row, sealed: toBase64Url(row.sealed) }));
}

export const insertIdentityRequest = (
  tx: Tx,
  { requestId, commandId, tipId, epoch, sealedReason }: AskInput,
  askedBy: PersonId,
  today: Day,
): Promise<unknown> =>
  tx
    .insertInto('tip_identity_request')
    .values({
      request_id: requestId,
      command_id: commandId,
      tip_id: tipId,
      epoch,
      sealed_reason: bytesOf(sealedReason),
      asked_by: askedBy,
      asked_on: today,
    })
    .execute();

export const answerIdentityRequest = (
  tx: Tx,
  { requestId, commandId, answer }: AnswerInput,
  answeredBy: PersonId,
  today: Day,
): Promise<unknown> =>
  tx
    .updateTable('tip_identity_request')
    .set({ answer, answered_by: answeredBy, answered_on: today, answer_command_id: commandId })
    .where('request_id', '=', requestId)
    .execute();

const selectRequests = (db: Connection) =>
  db
    .selectFrom('tip_identity_request')
    .select(['request_id as requestId', 'tip_id as tipId', 'epoch', 'sealed_reason'])
    .select(['asked_by as askedBy', 'asked_on as askedOn', 'answer'])
    .select(['answered_by as answeredBy', 'answered_on as answeredOn'])
    .$castTo<Row>()
    .orderBy('asked_on', 'desc')
    .orderBy('request_id');

type Row = Omit<IdentityRequest, 'sealedReason'> & { readonly sealed_reason: Buffer };

const requestOf = ({ sealed_reason: reason, ...request }: Row): IdentityRequest => ({
  ...request,
  sealedReason: toBase64Url(reason),
});
