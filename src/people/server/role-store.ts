// The SQL of roles on record: who holds which, where, from when until when, and how one ends.

import { sql, type Expression, type Kysely, type SqlBool, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import {
  newId,
  type CommandId,
  type Id,
  type PersonId,
  type SiteId,
  type UnitId,
} from '#ground/id.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Place, RoleAt } from '../giving.ts';
import type { Role, Scope } from '../person.ts';

type Reader = Kysely<DB> | Transaction<DB>;
export type HoldingId = Id<'holding'>;

/** A role of somebody, past, present or ahead. */
export type HeldRole = {
  readonly holdingId: HoldingId;
  readonly personId: PersonId;
  readonly role: Role;
  readonly siteId: SiteId | null;
  readonly unitId: UnitId | null;
  /** 'Xóm Ví Dụ, xã Ví Dụ'; null where it holds everywhere. */
  readonly place: string | null;
  readonly from: Day;
  readonly to: Day | null;
};

/** Whether a column's site is one that may be touched. */
export const withinSites = (scope: Scope, column: string): Expression<SqlBool> =>
  scope === 'all' ? sql`true` : sql`${sql.ref(column)} = any(${scope}::uuid[])`;

/** The site or the commune a role holds for, of the tables joined by those names. */
export const placeName = sql<
  string | null
>`coalesce(site.hamlet || ', ' || site.commune || coalesce(' (' || site_told_by(site.site_id) || ')', ''), unit.name)`;

const heldRoles = (db: Reader, scope: Scope) =>
  db
    .selectFrom('role_holding')
    .leftJoin('site', 'site.site_id', 'role_holding.site_id')
    .leftJoin('unit', 'unit.unit_id', 'role_holding.unit_id')
    .where(withinSites(scope, 'role_holding.site_id'))
    .select(['holding_id as holdingId', 'person_id as personId', 'role'])
    .select(['role_holding.site_id as siteId', 'role_holding.unit_id as unitId'])
    .select(['role_holding.valid_from as from', 'role_holding.valid_to as to'])
    .select(placeName.as('place'))
    .$narrowType<HeldRole>();

/** Everything some people hold, held and will hold, the latest first. */
export const listHeldRoles = (
  db: Reader,
  scope: Scope,
  people: readonly PersonId[],
): Promise<readonly HeldRole[]> =>
  heldRoles(db, scope)
    .where(sql<boolean>`person_id = any(${people}::uuid[])`)
    .orderBy('role_holding.valid_from', 'desc')
    .orderBy('holding_id')
    .execute();

export const findHeldRole = (
  db: Reader,
  scope: Scope,
  holdingId: HoldingId,
): Promise<HeldRole | undefined> =>
  heldRoles(db, scope).where('holding_id', '=', holdingId).executeTakeFirst();

/** Nobody else ends it or passes it on before the transaction ends. */
export const findHeldRoleForUpdate = (
  tx: Transaction<DB>,
  scope: Scope,
  holdingId: HoldingId,
): Promise<HeldRole | undefined> =>
  heldRoles(tx, scope)
    .where('holding_id', '=', holdingId)
    .forUpdate('role_holding')
    .executeTakeFirst();

/** All that one person holds, held and will hold, likewise. */
export const listHeldRolesForUpdate = (
  tx: Transaction<DB>,
  scope: Scope,
  personId: PersonId,
): Promise<readonly HeldRole[]> =>
  heldRoles(tx, scope)
    .where('person_id', '=', personId)
    .orderBy('holding_id')
    .forUpdate('role_holding')
    .execute();

/** What an earlier sending of the same command gave. */
export const findGiven = async (
  db: Reader,
  commandId: CommandId,
): Promise<{ readonly holdingId: HoldingId } | undefined> =>
  db
    .selectFrom('role_holding')
    .select('holding_id as holdingId')
    .$narrowType<{ holdingId: HoldingId }>()
    .where('command_id', '=', commandId)
    .executeTakeFirst();

export async function wasEndedBy(db: Reader, commandId: CommandId): Promise<boolean> {
  const row = await db
    .selectFrom('role_holding')
    .select('holding_id')
    .where('ended_command_id', '=', commandId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertRole(
  tx: Transaction<DB>,
  personId: PersonId,
  held: RoleAt & { readonly from: Day; readonly to: Day | null; readonly commandId?: CommandId },
): Promise<HoldingId> {
  const holdingId = newId<'holding'>();
  await tx
    .insertInto('role_holding')
    .values({
      holding_id: holdingId,
      person_id: personId,
      role: held.role,
      site_id: held.siteId,
      unit_id: held.unitId,
      valid_from: held.from,
      valid_to: held.to,
      command_id: held.commandId ?? null,
    })
    .execute();
  return holdingId;
}

/**
 * Where the last day comes before the first, the role never held. With the role go the duties its
 * holder had taken on by it: nobody is named for what they can no longer do.
 */
export async function endRoleOn(
  tx: Transaction<DB>,
  held: HeldRole,
  end: { readonly lastDay: Day; readonly commandId: CommandId },
): Promise<void> {
  await tx
    .updateTable('role_holding')
    .set({
      valid_to: sql<string>`greatest(${end.lastDay}::date, ${held.from}::date - 1)`,
      ended_command_id: end.commandId,
    })
    .where('holding_id', '=', held.holdingId)
    .execute();
  await sql`
    update duty_holder taken
    set valid_to = greatest(${end.lastDay}::date, taken.valid_from - 1)
    from duty
    where duty.site_id = taken.site_id and duty.duty_id = taken.duty_id
      and duty.role = ${held.role} and taken.person_id = ${held.personId}
      and (taken.valid_to is null or taken.valid_to > ${end.lastDay})
      and ${atPlace(held, 'taken.site_id')}`.execute(tx);
}

/** Whether a column's site lies where a role holds; a commune has the sites that ever stood there. */
export const atPlace = ({ siteId, unitId }: Place, column: string): Expression<SqlBool> => {
  if (siteId) return sql`${sql.ref(column)} = ${siteId}`;
  if (!unitId) return sql`true`;
  return sql`${sql.ref(column)} in (select site_id from site_place where commune_id = ${unitId})`;
};

/** Signs a person out on every device. */
export async function endSessionsOf(tx: Transaction<DB>, personId: PersonId): Promise<void> {
  await tx.deleteFrom('sign_in_session').where('person_id', '=', personId).execute();
}

/**
 * Whether somebody else administers without an end from that day on. Locks those rows: two
 * administrators who end each other's role at the same moment do so one after the other.
 */
export async function hasOtherAdministrator(
  tx: Transaction<DB>,
  but: PersonId,
  from: Day,
): Promise<boolean> {
  const rows = await tx
    .selectFrom('role_holding')
    .select(['person_id', 'valid_from'])
    .where('role', '=', 'administrator')
    .where('valid_to', 'is', null)
    .orderBy('holding_id')
    .forUpdate()
    .execute();
  return rows.some((row) => row.person_id !== but && row.valid_from <= from);
}

/** Whether all a person holds from a day on are such roles at sites within the reach. */
export async function holdsOnlyWithinReach(
  db: Reader,
  personId: PersonId,
  from: Day,
  roles: readonly Role[],
): Promise<boolean> {
  const { rows } = await sql<{ within: boolean }>`
    SELECT holds_only_within_reach(${personId}, ${from}, ${roles}::text[]) AS within`.execute(db);
  return rows[0]?.within === true;
}

/** Whether a person holds a role on a day or will later: the others have no access. */
export async function hasAccess(db: Reader, personId: PersonId, on: Day): Promise<boolean> {
  const row = await db
    .selectFrom('role_holding')
    .select('person_id')
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Which roles somebody holds, or will hold, at the site or in the commune it stands in. */
export async function listRolesHeldAt(
  db: Reader,
  scope: Scope,
  siteId: SiteId,
  on: Day,
): Promise<readonly Role[]> {
  const row = await db
    .selectFrom('site')
    .where('site_id', '=', siteId)
    .where(withinSites(scope, 'site_id'))
    .select(sql<readonly Role[]>`roles_held_at(site_id, ${on})`.as('roles'))
    .executeTakeFirst();
  return row?.roles ?? [];
}

/** The communes in which sites stand on a day: few enough to choose from. */
export const listCommunesInUse = (
  db: Reader,
  on: Day,
): Promise<readonly { readonly unitId: UnitId; readonly name: string }[]> =>
  db
    .selectFrom('unit')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('site_place')
          .select('site_id')
          .whereRef('site_place.commune_id', '=', 'unit.unit_id')
          .where('site_place.valid_from', '<=', on)
          .where((of) =>
            of.or([of('site_place.valid_to', 'is', null), of('site_place.valid_to', '>=', on)]),
          ),
      ),
    )
    .select(['unit_id as unitId', 'name'])
    .$narrowType<{ unitId: UnitId }>()
    .orderBy('folded_name')
    .limit(500)
    .execute();
