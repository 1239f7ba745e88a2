// The SQL of code slips: the number of a coupon, and what a letter that carries it is bound to.

import type { Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { CommandId, PersonId, UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import { toBase64Url } from '#sealed/bytes.ts';
import type { SlipEntry, SlipNumber } from '../slip.ts';

/** Of one unit; undefined for whoever has nothing to do with its boxes. */
export async function findSlip(
  db: Database,
  unitId: UnitId,
  slipNumber: SlipNumber,
): Promise<SlipEntry | undefined> {
  const row = await db
    .selectFrom('code_slip')
    .where('slip_number', '=', slipNumber)
    .where('unit_id', '=', unitId)
    .select(['slip_number as slipNumber', 'find_hash', 'answer_recipient as answerRecipient'])
    .executeTakeFirst();
  if (!row) return undefined;
  const { find_hash: hash, ...slip } = row;
  return { ...slip, findHash: toBase64Url(hash) };
}

export async function isSheetSent(db: Database, commandId: CommandId): Promise<boolean> {
  const row = await db
    .selectFrom('code_slip')
    .where('sheet_id', '=', commandId)
    .select('slip_number')
    .executeTakeFirst();
  return row !== undefined;
}

export const insertSlips = (
  tx: Transaction<DB>,
  slips: readonly SlipEntry[],
  of: { commandId: CommandId; unitId: UnitId; personId: PersonId; on: Day },
): Promise<unknown> =>
  tx
    .insertInto('code_slip')
    .values(
      slips.map(({ slipNumber, findHash, answerRecipient }) => ({
        slip_number: slipNumber,
        unit_id: of.unitId,
        find_hash: Buffer.from(findHash, 'base64url'),
        answer_recipient: answerRecipient,
        sheet_id: of.commandId,
        made_by: of.personId,
        made_on: of.on,
      })),
    )
    .execute();
