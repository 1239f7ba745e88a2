// The SQL of the daily notice: who is on duty, which browsers they named, whether it went out, and which units are called for.

import { sql, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { CommandId, Id, PersonId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import type { DutyNotice, NoticeChannel, SubscriptionId } from '../duty-notice.ts';

type Tx = Transaction<DB>;
type Connection = Database | Tx;

/** A job's alone: nobody at all for a person. */
export async function listPeopleOnDuty(db: Database): Promise<readonly PersonId[]> {
  const { rows } = await sql<{ personId: PersonId }>`
    SELECT person_id AS "personId" FROM people_on_tip_duty() person_id ORDER BY 1`.execute(db);
  return rows.map(({ personId }) => personId);
}

export type Subscription = {
  readonly subscriptionId: SubscriptionId;
  readonly endpoint: string;
  readonly madeOn: Day;
};

/** One's own; a job sees everybody's. */
export const listSubscriptions = (
  db: Connection,
  personId: PersonId,
): Promise<readonly Subscription[]> =>
  db
    .selectFrom('push_subscription')
    .where('person_id', '=', personId)
    .select(['subscription_id as subscriptionId', 'endpoint', 'made_on as madeOn'])
    .$narrowType<{ subscriptionId: SubscriptionId; madeOn: Day }>()
    .orderBy('made_on')
    .orderBy('subscription_id')
    .execute();

type NewSubscription = {
  readonly subscriptionId: SubscriptionId;
  readonly commandId: CommandId;
  readonly personId: PersonId;
  readonly endpoint: string;
  readonly madeOn: Day;
};

/** False where the same browser, or the same command, is there already. */
export async function insertSubscription(tx: Tx, given: NewSubscription): Promise<boolean> {
  const inserted = await tx
    .insertInto('push_subscription')
    .values({
      subscription_id: given.subscriptionId,
      command_id: given.commandId,
      person_id: given.personId,
      endpoint: given.endpoint,
      made_on: given.madeOn,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export async function deleteSubscription(
  db: Connection,
  { personId, subscriptionId }: { personId: PersonId; subscriptionId: SubscriptionId },
): Promise<boolean> {
  const gone = await db
    .deleteFrom('push_subscription')
    .where('person_id', '=', personId)
    .where('subscription_id', '=', subscriptionId)
    .executeTakeFirst();
  return gone.numDeletedRows === 1n;
}

type Asked = {
  readonly personId: PersonId;
  readonly day: Day;
  readonly channel: NoticeChannel;
  readonly mailId: Id<'mail'> | undefined;
};

/** Asked for once more on the same day, the later one counts. */
export async function saveAsked(tx: Tx, { personId, day, channel, mailId }: Asked): Promise<void> {
  const values = {
    mail_id: mailId ?? null,
    state: channel === 'none' ? 'failed' : 'asked',
    problem: null,
  };
  await tx
    .insertInto('duty_notice')
    .values({ person_id: personId, day, channel, ...values })
    .onConflict((conflict) => conflict.columns(['person_id', 'day', 'channel']).doUpdateSet(values))
    .execute();
}

export type PushEnd = {
  readonly state: 'asked' | 'sent' | 'failed';
  readonly problem: string | null;
};

/** One device that got it is enough: what another one answers later changes nothing. */
export async function markPush(
  db: Connection,
  { personId, day }: { readonly personId: PersonId; readonly day: Day },
  { state, problem }: PushEnd,
): Promise<void> {
  await db
    .updateTable('duty_notice')
    .set({ state, problem })
    .where('person_id', '=', personId)
    .where('day', '=', day)
    .where('channel', '=', 'push')
    .where('state', '!=', 'sent')
    .execute();
}

export async function saveRun(db: Connection, day: Day): Promise<void> {
  await db
    .insertInto('duty_notice_run')
    .values({ day })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function listRuns(db: Database, since: Day): Promise<readonly Day[]> {
  const rows = await db
    .selectFrom('duty_notice_run')
    .select('day')
    .where('day', '>=', since)
    .execute();
  return rows.map(({ day }) => day as Day);
}

/** One's own, those of one's colleagues; all, for those who run the house. */
export async function listNotices(db: Database, since: Day): Promise<readonly DutyNotice[]> {
  const { rows } = await sql<DutyNotice>`
    SELECT notice.person_id AS "personId", person.name, notice.day, notice.channel,
      CASE WHEN mail.sent_at IS NOT NULL THEN 'sent' WHEN mail.given_up_at IS NOT NULL THEN 'failed'
        ELSE notice.state END AS state,
      coalesce(mail.problem, notice.problem) AS problem
    FROM duty_notice notice
    JOIN person ON person.id = notice.person_id
    LEFT JOIN mail ON mail.mail_id = notice.mail_id
    WHERE notice.day >= ${since}
    ORDER BY notice.day DESC, notice.channel`.execute(db);
  return rows;
}

/** A job's alone; what it finds stands in unread_ring. */
export async function lookForUnreadRings(db: Database, today: Day, before: Day): Promise<void> {
  await sql`SELECT look_for_unread_rings(${today}::date, ${before}::date)`.execute(db);
}

export type UnreadRing = { readonly unitName: string; readonly day: Day };

/** The units below that are called for: told to the desk of the province. */
export async function listUnreadBelow(db: Database): Promise<readonly UnreadRing[]> {
  const { rows } = await sql<UnreadRing>`
    SELECT unit.name AS "unitName", unread_ring.day
    FROM unread_ring JOIN key_ring USING (ring_id) JOIN unit USING (unit_id)
    WHERE ring_id NOT IN (SELECT tip_rings())
    ORDER BY unit.name, unit.unit_id`.execute(db);
  return rows;
}

/** Of the desks one can open: whether anything lies unread since a day, or is to be erased soon. */
export async function findDeskState(
  db: Database,
  since: { readonly unread: Day; readonly ending: Day },
): Promise<{ readonly isUnread: boolean; readonly isEnding: boolean }> {
  const { rows } = await sql<{ isUnread: boolean; isEnding: boolean }>`
    WITH own AS MATERIALIZED (SELECT tip_rings() AS ring_id)
    SELECT
      EXISTS (SELECT FROM tip WHERE unread_since <= ${since.unread}
        AND coalesce(passed_to, ring_id) IN (SELECT ring_id FROM own)) AS "isUnread",
      EXISTS (SELECT FROM tip
        WHERE handed_over_on <= ${since.ending} AND last_letter_on <= ${since.ending}
          AND (body_ended_on IS NULL OR last_letter_on >= body_ended_on)) AS "isEnding"`.execute(
    db,
  );
  return rows[0] ?? { isUnread: false, isEnding: false };
}
