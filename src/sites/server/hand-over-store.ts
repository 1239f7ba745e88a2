// The SQL of roles that passed from one person to another.

import { sql, type Kysely, type Transaction } from 'kysely';
import type { Day, Instant } from '#ground/day.ts';
import { newId, type CommandId, type Id, type PersonId } from '#ground/id.ts';
import type { DB } from '#ground/server/schema.ts';
import type { RoleAt } from '#people/giving.ts';
import type { Actor, Role, Scope } from '#people/person.ts';
import { withinSites, type HoldingId } from '#people/server/role-store.ts';
import type { MovedItem } from '../holder.ts';

type Reader = Kysely<DB> | Transaction<DB>;
export type HandOverId = Id<'hand-over'>;

export type HandOver = {
  readonly handOverId: HandOverId;
  readonly fromPerson: PersonId;
  readonly fromName: string;
  readonly toPerson: PersonId;
  readonly toName: string;
  readonly role: Role;
  readonly place: string | null;
  /** The first day of the second person. */
  readonly onDay: Day;
  readonly moved: readonly MovedItem[];
  readonly recordedByName: string;
  readonly recordedAt: Instant;
};

const handOvers = (db: Reader) =>
  db
    .selectFrom('role_hand_over')
    .innerJoin('person as giver', 'giver.id', 'from_person')
    .innerJoin('person as taker', 'taker.id', 'to_person')
    .innerJoin('person as recorder', 'recorder.id', 'recorded_by')
    .leftJoin('site', 'site.site_id', 'role_hand_over.site_id')
    .leftJoin('unit', 'unit.unit_id', 'role_hand_over.unit_id')
    .select(['hand_over_id as handOverId', 'from_person as fromPerson', 'giver.name as fromName'])
    .select(['to_person as toPerson', 'taker.name as toName', 'role', 'on_day as onDay', 'moved'])
    .select(['recorder.name as recordedByName', 'recorded_at as recordedAt'])
    .select(
      sql<
        string | null
      >`coalesce(site.hamlet || ', ' || site.commune || coalesce(' (' || site_told_by(site.site_id) || ')', ''), unit.name)`.as(
        'place',
      ),
    )
    .$narrowType<HandOver>();

/** For those who look after people there, and for the two it is about. */
export const findHandOver = (
  db: Reader,
  reader: { readonly actor: Pick<Actor, 'personId'>; readonly scope: Scope },
  id: HandOverId,
): Promise<HandOver | undefined> =>
  handOvers(db)
    .where('hand_over_id', '=', id)
    .where((eb) =>
      eb.or([
        withinSites(reader.scope, 'role_hand_over.site_id'),
        eb('from_person', '=', reader.actor.personId),
        eb('to_person', '=', reader.actor.personId),
      ]),
    )
    .executeTakeFirst();

export const findHandOverByCommand = (
  db: Reader,
  commandId: CommandId,
): Promise<HandOver | undefined> =>
  handOvers(db).where('role_hand_over.command_id', '=', commandId).executeTakeFirst();

/** Whether a role has passed on already, perhaps for a day ahead. */
export async function wasHandedOver(db: Reader, holdingId: HoldingId): Promise<boolean> {
  const row = await db
    .selectFrom('role_hand_over')
    .select('hand_over_id')
    .where('from_holding', '=', holdingId)
    .executeTakeFirst();
  return row !== undefined;
}

/** What a person gave or took over, the latest first. */
export const listHandOvers = (db: Reader, personId: PersonId): Promise<readonly HandOver[]> =>
  handOvers(db)
    .where((eb) => eb.or([eb('from_person', '=', personId), eb('to_person', '=', personId)]))
    .orderBy('on_day', 'desc')
    .limit(50)
    .execute();

export type NewHandOver = RoleAt & {
  readonly commandId: CommandId;
  readonly fromPerson: PersonId;
  readonly toPerson: PersonId;
  readonly fromHolding: HoldingId;
  readonly toHolding: HoldingId;
  readonly onDay: Day;
  readonly moved: readonly MovedItem[];
  readonly recordedBy: PersonId;
};

export async function insertHandOver(tx: Transaction<DB>, one: NewHandOver): Promise<HandOverId> {
  const handOverId = newId<'hand-over'>();
  await tx
    .insertInto('role_hand_over')
    .values({
      hand_over_id: handOverId,
      command_id: one.commandId,
      from_person: one.fromPerson,
      to_person: one.toPerson,
      from_holding: one.fromHolding,
      to_holding: one.toHolding,
      role: one.role,
      site_id: one.siteId,
      unit_id: one.unitId,
      on_day: one.onDay,
      moved: JSON.stringify(one.moved),
      recorded_by: one.recordedBy,
    })
    .execute();
  return handOverId;
}
