// The rows of signing in: passwords, second factors, sessions, challenges, links to a provider.

import type { Kysely, Transaction } from 'kysely';
import type { Day, Instant } from '#ground/day.ts';
import { newId, type Id, type PersonId } from '#ground/id.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Role } from '../person.ts';
import {
  graceOf,
  heldAs,
  secondFactorNeed,
  type Held,
  type Need,
  type RoleRule,
} from '../second-factor.ts';
import { hourOf } from '../session-life.ts';

type Reader = Kysely<DB> | Transaction<DB>;
type Writer = Transaction<DB>;

export type Credential = {
  readonly personId: PersonId;
  readonly username: string;
  readonly name: string;
  readonly passwordHash: string;
};

const credentials = (db: Reader) =>
  db
    .selectFrom('person')
    .innerJoin('sign_in_account', (join) =>
      join
        .onRef('sign_in_account.person_id', '=', 'person.id')
        .on('sign_in_account.provider_id', '=', 'credential'),
    )
    .select(['person.id as personId', 'username', 'person.name', 'password as passwordHash'])
    .where('password', 'is not', null)
    .$narrowType<Credential>();

export const findCredential = (db: Reader, username: string): Promise<Credential | undefined> =>
  credentials(db).where('username', '=', username.toLowerCase()).executeTakeFirst();

export const getCredential = (db: Reader, personId: PersonId): Promise<Credential> =>
  credentials(db).where('person.id', '=', personId).executeTakeFirstOrThrow();

export async function putPasswordHash(
  db: Reader,
  personId: PersonId,
  password: string,
): Promise<void> {
  await db
    .updateTable('sign_in_account')
    .set({ password, updated_at: new Date().toISOString() })
    .where('person_id', '=', personId)
    .where('provider_id', '=', 'credential')
    .execute();
}

/** The roles a person holds on a day, and which of them need a second factor by default. */
export async function listHeld(db: Reader, personId: PersonId, on: Day): Promise<readonly Held[]> {
  const rows = await db
    .selectFrom('role_holding')
    .innerJoin('person', 'person.id', 'role_holding.person_id')
    .select(['role', 'site_id as siteId', 'demo'])
    .$narrowType<{ role: Role }>()
    .where('person_id', '=', personId)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .execute();
  return rows.map(({ demo, ...holding }) => heldAs(holding, demo));
}

/** The rule of each role that counts now. */
export async function listRoleRules(db: Reader): Promise<readonly RoleRule[]> {
  return db
    .selectFrom('role_rule')
    .distinctOn('role')
    .select([
      'role',
      'needs_second_factor as needsSecondFactor',
      'since',
      'grace_until as graceUntil',
    ])
    .$narrowType<{ role: Role; since: Day; graceUntil: Day }>()
    .orderBy('role')
    .orderBy('made_at', 'desc')
    .execute();
}

/** What the person's roles ask on a day. */
export async function findNeed(db: Reader, personId: PersonId, today: Day): Promise<Needed> {
  const [rules, held] = [await listRoleRules(db), await listHeld(db, personId, today)];
  return {
    need: secondFactorNeed(rules, held, today),
    graceUntil: graceOf(rules, held, today),
  };
}

export type Needed = { readonly need: Need; readonly graceUntil: Day | undefined };

/** The places of a person's roles, as words their password should not be made of. */
export async function listPlaceWords(db: Reader, personId: PersonId): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('role_holding')
    .leftJoin('site', 'site.site_id', 'role_holding.site_id')
    .leftJoin('unit', 'unit.unit_id', 'role_holding.unit_id')
    .select(['hamlet', 'commune', 'province', 'unit.name as unit'])
    .where('person_id', '=', personId)
    .execute();
  return rows.flatMap((row) => Object.values(row).filter((word) => word !== null));
}

export type NewRoleRule = RoleRule & {
  readonly commandId: Id<'command'>;
  readonly madeBy: PersonId;
};

/** False where this command was written before. */
export async function insertRoleRule(tx: Writer, rule: NewRoleRule): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('role_rule')
    .values({
      rule_id: newId<'rule'>(),
      command_id: rule.commandId,
      role: rule.role,
      needs_second_factor: rule.needsSecondFactor,
      since: rule.since,
      grace_until: rule.graceUntil,
      made_by: rule.madeBy,
    })
    .onConflict((conflict) => conflict.column('command_id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Whether this help of an administrator was given before. */
export async function isAccountCommandKnown(
  db: Reader,
  commandId: Id<'command'>,
): Promise<boolean> {
  const row = await db
    .selectFrom('account_command')
    .select('command_id')
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertAccountCommand(tx: Writer, commandId: Id<'command'>): Promise<void> {
  await tx.insertInto('account_command').values({ command_id: commandId }).execute();
}

export type OwnSession = {
  readonly sessionId: string;
  readonly since: Instant;
  readonly usedHour: Instant;
  readonly shared: boolean;
  readonly deviceName: string | null;
};

/** Open ones, the one last used first. */
export const listSessions = (
  db: Reader,
  personId: PersonId,
  now: Date,
): Promise<readonly OwnSession[]> =>
  db
    .selectFrom('sign_in_session')
    .select([
      'id as sessionId',
      'created_at as since',
      'used_hour as usedHour',
      'shared',
      'device_name as deviceName',
    ])
    .$narrowType<{ since: Instant; usedHour: Instant }>()
    .where('person_id', '=', personId)
    .where('expires_at', '>', now.toISOString())
    .orderBy('used_hour', 'desc')
    .orderBy('created_at', 'desc')
    .execute();

export async function moveSessionOn(
  db: Reader,
  sessionId: string,
  expiresAt: Date,
  now: Date,
): Promise<void> {
  await db
    .updateTable('sign_in_session')
    .set({ expires_at: expiresAt.toISOString(), used_hour: hourOf(now).toISOString() })
    .where('id', '=', sessionId)
    .execute();
}

/** The session has shown two factors, or one of them anew. */
export async function proveSession(
  db: Reader,
  sessionId: string,
  proof: { readonly strong: boolean; readonly now: Date },
): Promise<void> {
  await db
    .updateTable('sign_in_session')
    .set({ strong: proof.strong, proved_at: proof.now.toISOString() })
    .where('id', '=', sessionId)
    .execute();
}

export async function nameSession(
  tx: Writer,
  personId: PersonId,
  sessionId: string,
  name: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('sign_in_session')
    .set({ device_name: name })
    .where('person_id', '=', personId)
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** How many ended: the one named, or every one but it, or all. */
export async function endSessions(
  tx: Writer,
  personId: PersonId,
  which: { readonly only: string } | { readonly but: string | null },
): Promise<number> {
  const own = tx.deleteFrom('sign_in_session').where('person_id', '=', personId);
  const chosen =
    'only' in which
      ? own.where('id', '=', which.only)
      : own.where('id', 'is distinct from', which.but);
  return Number((await chosen.executeTakeFirst()).numDeletedRows);
}
