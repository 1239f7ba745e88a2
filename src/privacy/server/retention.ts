// Ends what is past its term: by the clock every night, or at once when somebody asks.

import { dayAt, type Day, type Instant } from '#ground/day.ts';
import { newId, type CommandId, type PersonId } from '#ground/id.ts';
import { done, refused } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { log } from '#ground/server/log.ts';
import type { Task } from '#ground/server/tasks.ts';
import { listRules } from '#law/server/store.ts';
import type { RuleKey } from '#law/rule-key.ts';
import { lastEndedDay, retentionRules } from '../retention.ts';
import {
  insertRun,
  listDue,
  markFailed,
  retire,
  type DueRecords,
  type RunId,
} from './retention-store.ts';

type Transaction = Parameters<typeof insertRun>[0];

export type RetentionParts = {
  /** By whose clock a moment belongs to a day. */
  readonly timeZone: string;
  readonly commandId: CommandId;
  /** Null where the clock started it. */
  readonly startedBy: PersonId | null;
};

export type Ended = {
  /** How many rows went, by rule. */
  readonly gone: Readonly<Partial<Record<RuleKey, number>>>;
  readonly failed: readonly RuleKey[];
};

/**
 * What went, its tombstones and its record are one transaction; a rule that cannot be carried out
 * takes nothing and holds up no other. The same command again takes nothing.
 */
export const runRetention = (
  db: Database,
  today: Day,
  { timeZone, commandId, startedBy }: RetentionParts,
): Promise<Ended> =>
  inTransaction(db, async (tx) => {
    const runId = await insertRun(tx, { commandId, day: today, startedBy });
    if (!runId) return { gone: {}, failed: [] };
    const ended = await endByRules(tx, runId, today, timeZone);
    if (ended.failed.length > 0) await markFailed(tx, runId, ended.failed);
    await appendAudit(tx, {
      siteId: null,
      personId: startedBy,
      command: 'end records',
      record: `run ${runId}`,
      after: ended.failed.length > 0 ? ended : ended.gone,
    });
    return ended;
  });

async function endByRules(
  tx: Transaction,
  runId: RunId,
  today: Day,
  timeZone: string,
): Promise<Ended> {
  const gone: Partial<Record<RuleKey, number>> = {};
  const failed: RuleKey[] = [];
  for (const rule of await rulesInForce(tx, today)) {
    try {
      const records = await retire(tx, runId, rule, today, timeZone);
      if (records > 0) gone[rule] = records;
    } catch (error) {
      log.error(`nothing was ended by ${rule}`, error);
      failed.push(rule);
    }
  }
  return { gone, failed };
}

/** What a run of today would take; an empty list where everything is within its term. */
export async function previewRetention(
  db: Database,
  today: Day,
  timeZone: string,
): Promise<readonly DueRecords[]> {
  const due = await Promise.all(
    (await rulesInForce(db, today)).map((rule) => listDue(db, rule, today, timeZone)),
  );
  return due.flat().filter(({ records }) => records > 0);
}

/** While people sleep; what is missed one night goes the next. */
export const endRecordsTask = (db: Database, timeZone: string): Task<'end records'> => ({
  daily: '02:40',
  tries: 5,
  run: async () => {
    // The day it runs on, not the one it was due: a server that was off is not hurried, nor held back.
    const today = dayAt(new Date().toISOString() as Instant, timeZone);
    const parts = { timeZone, commandId: newId<'command'>(), startedBy: null };
    const { failed } = await runRetention(db, today, parts);
    return failed.length > 0 ? refused(`failed: ${failed.join(', ')}`) : done(true);
  },
});

/** A rule nobody has entered for the day ends nothing: no term is guessed. */
async function rulesInForce(
  db: Pick<Database, 'selectFrom'>,
  today: Day,
): Promise<readonly RuleKey[]> {
  const rules = await listRules(db, today);
  return retentionRules.filter((rule) => lastEndedDay(rules, rule).ok);
}
