// The rows of mail: that one was asked for, whether it went out, and what its reader wants of us.

import { sql, type Kysely, type Transaction } from 'kysely';
import type { PersonId } from '#ground/id.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Language } from '#ground/words.ts';

type Reader = Kysely<DB> | Transaction<DB>;

export type MailChoice = {
  /** Null: the language of the installation. */
  readonly language: Language | null;
  readonly reminders: boolean;
};

/** What holds for those who have chosen nothing. */
const unchosen: MailChoice = { language: null, reminders: true };

export async function findMailChoice(db: Reader, personId: PersonId): Promise<MailChoice> {
  const row = await db
    .selectFrom('mail_choice')
    .select(['language', 'reminders'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ? { language: row.language as Language | null, reminders: row.reminders } : unchosen;
}

/** As it stands with the account, also where it can receive nothing. */
export async function findAddress(db: Reader, personId: PersonId): Promise<string> {
  const row = await db
    .selectFrom('person')
    .select('email')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return row.email;
}

/** False where it stood so already. */
export async function saveMailChoice(
  tx: Transaction<DB>,
  personId: PersonId,
  choice: MailChoice,
): Promise<boolean> {
  const { language, reminders } = choice;
  const values = { language, reminders, changed_at: sql<string>`now()` };
  const saved = await tx
    .insertInto('mail_choice')
    .values({ person_id: personId, ...values })
    .onConflict((conflict) =>
      conflict
        .column('person_id')
        .doUpdateSet(values)
        .where((eb) =>
          eb.or([
            eb('mail_choice.language', 'is distinct from', language),
            eb('mail_choice.reminders', '!=', reminders),
          ]),
        ),
    )
    .returning('person_id')
    .executeTakeFirst();
  return saved !== undefined;
}

/** Undefined where it went out or was given up before, or is no longer of use. */
export async function findWaitingMail(
  db: Reader,
  mailId: string,
): Promise<{ readonly to: PersonId | null; readonly email: string } | undefined> {
  const row = await db
    .selectFrom('mail')
    .leftJoin('person', 'person.id', 'mail.person_id')
    .leftJoin('invitation', 'invitation.invitation_id', 'mail.invitation_id')
    .select(['mail.person_id', 'former_address', 'person.email', 'invitation.email as invited'])
    .where('mail_id', '=', mailId)
    .where('sent_at', 'is', null)
    .where('given_up_at', 'is', null)
    .where('invitation.revoked_at', 'is', null)
    .where('invitation.accepted_at', 'is', null)
    .executeTakeFirst();
  const email = row?.former_address ?? row?.email ?? row?.invited;
  return email ? { to: row?.person_id as PersonId | null, email } : undefined;
}

export type MailEnd =
  | { readonly kind: 'sent' }
  | { readonly kind: 'given up'; readonly problem: string }
  | { readonly kind: 'later'; readonly problem: string };

/** 'later' leaves it waiting and says why the last try failed. */
export async function markMail(db: Reader, mailId: string, end: MailEnd): Promise<void> {
  await db
    .updateTable('mail')
    .set({
      ...(end.kind === 'sent' && { sent_at: sql`now()` }),
      ...(end.kind === 'given up' && { given_up_at: sql`now()` }),
      ...(end.kind !== 'later' && { former_address: null }),
      problem: end.kind === 'sent' ? null : end.problem,
    })
    .where('mail_id', '=', mailId)
    .execute();
}

export type MailCounts = {
  readonly sent: number;
  readonly waiting: number;
  readonly givenUp: number;
  /** Why the latest failure failed; null where none did. */
  readonly lastProblem: string | null;
};

/** Of the last thirty days. */
export async function countMails(db: Reader): Promise<MailCounts> {
  const { rows } = await sql<MailCounts>`
    SELECT
      count(*) FILTER (WHERE sent_at IS NOT NULL) AS sent,
      count(*) FILTER (WHERE sent_at IS NULL AND given_up_at IS NULL) AS waiting,
      count(*) FILTER (WHERE given_up_at IS NOT NULL) AS "givenUp",
      (array_agg(problem ORDER BY asked_at DESC) FILTER (WHERE problem IS NOT NULL))[1]
        AS "lastProblem"
    FROM mail WHERE asked_at > now() - interval '30 days'`.execute(db);
  return rows[0] ?? { sent: 0, waiting: 0, givenUp: 0, lastProblem: null };
}

/** Everybody with an address and a role that holds, who has not switched reminders off. */
export async function listRemindable(db: Reader, on: string): Promise<readonly PersonId[]> {
  const { rows } = await sql<{ id: PersonId }>`
    SELECT person.id FROM person
    LEFT JOIN mail_choice ON mail_choice.person_id = person.id
    WHERE person.email NOT LIKE '%.invalid' AND coalesce(reminders, true)
      AND EXISTS (
        SELECT FROM role_holding
        WHERE role_holding.person_id = person.id AND valid_from <= ${on}
          AND (valid_to IS NULL OR valid_to >= ${on}))
    ORDER BY person.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** A job is given twice within hours, never after a month. */
export async function forgetFinishedJobs(tx: Transaction<DB>): Promise<void> {
  await sql`DELETE FROM finished_job WHERE finished_at < now() - interval '31 days'`.execute(tx);
}
