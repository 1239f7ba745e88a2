// The rows of people, their roles and the one-time setup links.

import { sql, type Kysely, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import { newId, type Id, type PersonId, type SiteId, type UnitId } from '#ground/id.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Role, RoleHolding } from '../person.ts';

type Reader = Kysely<DB> | Transaction<DB>;

export type NewPerson = {
  readonly personId: PersonId;
  readonly name: string;
  /** Lower case; what the person types to sign in. */
  readonly username: string;
  readonly passwordHash: string;
  readonly demo: boolean;
};

/**
 * Holdings valid on a day, most recent last; of a commune with the sites that stand there on that
 * day. At a commune that has ended they are the sites that stood there on its last day: a merger
 * neither widens what its people see nor locks them out.
 */
export async function listHoldings(
  db: Reader,
  personId: PersonId,
  on: Day,
): Promise<readonly RoleHolding[]> {
  const rows = await db
    .selectFrom('role_holding')
    .leftJoin('unit', 'unit.unit_id', 'role_holding.unit_id')
    .select(['role', 'site_id', 'role_holding.unit_id'])
    .select(['role_holding.valid_from', 'role_holding.valid_to'])
    .select((eb) =>
      eb
        .selectFrom('site_place')
        .whereRef('site_place.commune_id', '=', 'role_holding.unit_id')
        .where('site_place.valid_from', '<=', on)
        .where((of) =>
          of.or([
            of('site_place.valid_to', 'is', null),
            of('site_place.valid_to', '>=', on),
            of('site_place.valid_to', '=', of.ref('unit.valid_to')),
          ]),
        )
        .select(sql<readonly SiteId[]>`coalesce(array_agg(site_id), '{}')`.as('ids'))
        .as('site_ids'),
    )
    .where('person_id', '=', personId)
    .where('role_holding.valid_from', '<=', on)
    .where((eb) =>
      eb.or([eb('role_holding.valid_to', 'is', null), eb('role_holding.valid_to', '>=', on)]),
    )
    .orderBy('role_holding.valid_from')
    .execute();
  return rows.map((row) => ({
    role: row.role as Role,
    siteId: row.site_id as SiteId | null,
    ...(row.unit_id
      ? { commune: { unitId: row.unit_id as UnitId, siteIds: row.site_ids ?? [] } }
      : {}),
    from: row.valid_from as Day,
    to: row.valid_to as Day | null,
  }));
}

/** Writes the person and the password account the sign-in library reads. */
export async function insertPerson(tx: Transaction<DB>, person: NewPerson): Promise<void> {
  await tx
    .insertInto('person')
    .values({
      id: person.personId,
      name: person.name,
      username: person.username,
      display_username: person.username,
      email: `${person.username}@binh-yen.invalid`,
      demo: person.demo,
    })
    .execute();
  await tx
    .insertInto('sign_in_account')
    .values({
      id: newId<'account'>(),
      person_id: person.personId,
      account_id: person.personId,
      provider_id: 'credential',
      password: person.passwordHash,
    })
    .execute();
}

export async function insertHolding(
  tx: Transaction<DB>,
  personId: PersonId,
  holding: RoleHolding,
): Promise<Id<'holding'>> {
  const holdingId = newId<'holding'>();
  await tx
    .insertInto('role_holding')
    .values({
      holding_id: holdingId,
      person_id: personId,
      role: holding.role,
      site_id: holding.siteId,
      unit_id: holding.commune?.unitId ?? null,
      valid_from: holding.from,
      valid_to: holding.to,
    })
    .execute();
  return holdingId;
}

export async function findPersonByUsername(
  db: Reader,
  username: string,
): Promise<PersonId | undefined> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('username', '=', username)
    .executeTakeFirst();
  return row?.id as PersonId | undefined;
}

/** Whether somebody who did not come with the demo administers this installation. */
export async function hasAdministrator(db: Reader): Promise<boolean> {
  const row = await db
    .selectFrom('role_holding')
    .innerJoin('person', 'person.id', 'role_holding.person_id')
    .select('person.id')
    .where('role', '=', 'administrator')
    .where('demo', '=', false)
    // Where the last one's role has ended, the next start offers a setup link again.
    .where('valid_to', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export type DemoPerson = { readonly name: string; readonly username: string; readonly role: Role };

/** One line each, with the role they came with, whatever they were given since. */
export const listDemoPeople = (db: Reader): Promise<readonly DemoPerson[]> =>
  db
    .selectFrom((eb) =>
      eb
        .selectFrom('person')
        .innerJoin('role_holding', 'role_holding.person_id', 'person.id')
        .select(['person.name', 'person.username', 'role_holding.role', 'person.created_at'])
        .where('demo', '=', true)
        .distinctOn('person.id')
        .orderBy('person.id')
        .orderBy('role_holding.valid_from')
        .orderBy('role_holding.holding_id')
        .as('known'),
    )
    .select(['name', 'username', 'role'])
    .$narrowType<{ role: Role }>()
    .orderBy('created_at')
    .execute();

/** Keeps the hash of a new setup link and makes every earlier unused one worthless. */
export async function replaceSetupLink(tx: Transaction<DB>, tokenHash: string): Promise<void> {
  await tx
    .updateTable('setup_link')
    .set({ used_at: new Date(0).toISOString() })
    .where('used_at', 'is', null)
    .execute();
  await tx.insertInto('setup_link').values({ token_hash: tokenHash }).execute();
}

export async function isSetupLinkOpen(db: Reader, tokenHash: string): Promise<boolean> {
  const row = await db
    .selectFrom('setup_link')
    .select('token_hash')
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** True for the one caller who used it; everybody after gets false. */
export async function useSetupLink(
  tx: Transaction<DB>,
  tokenHash: string,
  now: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('setup_link')
    .set({ used_at: now.toISOString() })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
