// The only file that reads and writes legal rules.

import { sql, type Transaction } from 'kysely';
import type { Day, Instant } from '#ground/day.ts';
import type { CommandId, PersonId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import type { RecordedRule } from '../recorded.ts';
import { rulesOn, type Law, type LegalRule, type RuleId, type Rules } from '../rule.ts';

/** A database or a transaction on it. */
type Connection = Pick<Database, 'selectFrom'>;

/** Every rule that stands, of all times; one that was replaced from its first day is not among them. */
export const listLaw = (db: Connection): Promise<Law> =>
  selectRules(db).where('rule.withdrawn_at', 'is', null).execute();

/** The rules that hold on a day. */
export const listRules = async (db: Connection, on: Day): Promise<Rules> =>
  rulesOn(await listLaw(db), on);

/** All that was ever recorded of one rule, the oldest first. */
export async function listRecordedRules(
  db: Connection,
  key: string,
): Promise<readonly RecordedRule[]> {
  const rows = await selectRules(db)
    .leftJoin('person as recorder', 'recorder.id', 'rule.recorded_by')
    .leftJoin('person as confirmer', 'confirmer.id', 'confirmation.confirmed_by')
    .select((one) => [
      'recorder.name as recordedByName',
      one.ref('rule.recorded_at').$castTo<Instant>().as('recordedAt'),
      'rule.reason',
      one.ref('rule.replaces').$castTo<RuleId | null>().as('replaces'),
      one.ref('rule.withdrawn_at').$castTo<Instant | null>().as('withdrawnAt'),
      'confirmation.text_read',
      'confirmer.name as confirmerName',
      one.ref('confirmation.confirmed_at').$castTo<Instant | null>().as('confirmedAt'),
    ])
    .where('rule.key', '=', key)
    .orderBy('rule.recorded_at')
    .execute();
  return rows.map(({ text_read: textRead, confirmerName: byName, confirmedAt: at, ...rule }) => ({
    ...rule,
    confirmation:
      textRead !== null && byName !== null && at !== null ? { textRead, byName, at } : null,
  }));
}

/** The rules of a key that stand, locked until the transaction ends: two people replace one after the other. */
export async function lockRules(tx: Transaction<DB>, key: string): Promise<Law> {
  await tx.selectFrom('legal_rule').select('rule_id').where('key', '=', key).forUpdate().execute();
  return selectRules(tx)
    .where('rule.withdrawn_at', 'is', null)
    .where('rule.key', '=', key)
    .execute();
}

export const findRuleById = (db: Connection, ruleId: RuleId): Promise<LegalRule | undefined> =>
  selectRules(db)
    .where('rule.rule_id', '=', ruleId)
    .where('rule.withdrawn_at', 'is', null)
    .executeTakeFirst();

/** The rule a command put there, for a command that is sent again. */
export async function findRuleOfCommand(
  db: Connection,
  commandId: CommandId,
): Promise<RuleId | undefined> {
  const added = db.selectFrom('legal_rule').select('rule_id').where('command_id', '=', commandId);
  const confirmed = db
    .selectFrom('legal_rule_confirmation')
    .select('rule_id')
    .where('command_id', '=', commandId);
  const row = await added.union(confirmed).$castTo<{ rule_id: RuleId }>().executeTakeFirst();
  return row?.rule_id;
}

export const endRule = (tx: Transaction<DB>, ruleId: RuleId, validTo: Day): Promise<unknown> =>
  tx.updateTable('legal_rule').set({ valid_to: validTo }).where('rule_id', '=', ruleId).execute();

export const withdrawRule = (tx: Transaction<DB>, ruleId: RuleId): Promise<unknown> =>
  tx
    .updateTable('legal_rule')
    .set({ withdrawn_at: sql`now()` })
    .where('rule_id', '=', ruleId)
    .execute();

export type NewRecord = LegalRule & {
  readonly commandId: CommandId;
  readonly personId: PersonId;
  readonly replaces: RuleId | null;
  readonly reason: string;
};

export const insertRule = (tx: Transaction<DB>, rule: NewRecord): Promise<unknown> =>
  tx
    .insertInto('legal_rule')
    .values({
      rule_id: rule.ruleId,
      command_id: rule.commandId,
      key: rule.key,
      kind: rule.kind,
      value: JSON.stringify(rule.value),
      source: rule.source,
      mark: rule.mark,
      valid_from: rule.validFrom,
      valid_to: rule.validTo,
      note: rule.note,
      replaces: rule.replaces,
      reason: rule.reason,
      recorded_by: rule.personId,
    })
    .execute();

export type NewConfirmation = {
  readonly ruleId: RuleId;
  readonly commandId: CommandId;
  readonly personId: PersonId;
  readonly textRead: string;
};

export const insertConfirmation = (tx: Transaction<DB>, one: NewConfirmation): Promise<unknown> =>
  tx
    .insertInto('legal_rule_confirmation')
    .values({
      rule_id: one.ruleId,
      command_id: one.commandId,
      text_read: one.textRead,
      confirmed_by: one.personId,
    })
    .execute();

const selectRules = (db: Connection) =>
  db
    .selectFrom('legal_rule as rule')
    .leftJoin('legal_rule_confirmation as confirmation', 'confirmation.rule_id', 'rule.rule_id')
    .select((one) => [
      one.ref('rule.rule_id').$castTo<RuleId>().as('ruleId'),
      'rule.key',
      one.ref('rule.kind').$castTo<LegalRule['kind']>().as('kind'),
      one.ref('rule.value').$castTo<LegalRule['value']>().as('value'),
      'rule.source',
      sql<
        LegalRule['mark']
      >`CASE WHEN confirmation.rule_id IS NULL THEN rule.mark ELSE 'verified' END`.as('mark'),
      one.ref('rule.valid_from').$castTo<Day>().as('validFrom'),
      one.ref('rule.valid_to').$castTo<Day | null>().as('validTo'),
      'rule.note',
    ])
    .orderBy('rule.key')
    .orderBy('rule.valid_from');
