// The SQL of standing in: who does whose work, from when until when, and what was done in whose name.

import { sql, type Kysely, type Transaction } from 'kysely';
import { addDays, type Day, type Instant } from '#ground/day.ts';
import { newId, type CommandId, type PersonId, type SiteId } from '#ground/id.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Actor } from '../person.ts';
import { secondFactorNeed } from '../second-factor.ts';
import {
  holdingsToUse,
  isOn,
  type StandIn,
  type StandInId,
  type StandInInput,
} from '../standing-in.ts';
import { hasAccess } from './role-store.ts';
import { listHeld, listRoleRules } from './sign-in-store.ts';
import { listHoldings } from './store.ts';

type Reader = Kysely<DB> | Transaction<DB>;
type Person = { readonly personId: PersonId; readonly name: string };

/**
 * Whoever acts in a request: with their own roles or, while they stand in for somebody, with that
 * person's; undefined for somebody who has left. Asked anew at every request.
 */
export async function findActor<P extends Person>(
  db: Reader,
  person: P,
  standInId: StandInId | undefined,
  today: Day,
): Promise<(P & Actor) | undefined> {
  const standIn = standInId && (await findStandIn(db, standInId));
  if (standIn?.personId === person.personId && isOn(standIn, today)) {
    if (!(await hasAccess(db, person.personId, today))) return undefined;
    const holdings = holdingsToUse(await listHoldings(db, standIn.absentId, today));
    const actingFor = { personId: standIn.absentId, name: standIn.absentName };
    return { ...person, holdings, actingFor };
  }
  const holdings = await listHoldings(db, person.personId, today);
  const isHere = holdings.length > 0 || (await hasAccess(db, person.personId, today));
  return isHere ? { ...person, holdings } : undefined;
}

/** Whether the roles used while standing in are not to be used without a second factor today. */
export async function needsSecondFactor(
  db: Reader,
  standInId: StandInId,
  today: Day,
): Promise<boolean> {
  const standIn = await findStandIn(db, standInId);
  if (!standIn) return false;
  const held = holdingsToUse(await listHeld(db, standIn.absentId, today));
  return secondFactorNeed(await listRoleRules(db), held, today) === 'now';
}

const standIns = (db: Reader) =>
  db
    .selectFrom('stand_in')
    .innerJoin('person as absent', 'absent.id', 'stand_in.absent_id')
    .innerJoin('person', 'person.id', 'stand_in.person_id')
    .innerJoin('person as namer', 'namer.id', 'stand_in.named_by')
    .select(['stand_in_id as standInId', 'absent_id as absentId', 'absent.name as absentName'])
    .select(['person_id as personId', 'person.name as personName', 'reason'])
    .select(['valid_from as from', 'valid_to as to'])
    .select(['named_by as namedBy', 'namer.name as namedByName', 'named_at as namedAt'])
    .$narrowType<StandIn>();

export const findStandIn = (db: Reader, standInId: StandInId): Promise<StandIn | undefined> =>
  standIns(db).where('stand_in_id', '=', standInId).executeTakeFirst();

export const findStandInByCommand = (
  db: Reader,
  commandId: CommandId,
): Promise<StandIn | undefined> =>
  standIns(db).where('command_id', '=', commandId).executeTakeFirst();

/** Of a person, as the one away or as the one standing in, that still hold or lie ahead. */
export const listStandIns = (
  db: Reader,
  whose: { readonly absentId: PersonId } | { readonly personId: PersonId },
  today: Day,
): Promise<readonly StandIn[]> => {
  const query = standIns(db).where('valid_to', '>=', today).orderBy('valid_from').limit(50);
  return 'absentId' in whose
    ? query.where('absent_id', '=', whose.absentId).execute()
    : query.where('person_id', '=', whose.personId).execute();
};

export async function insertStandIn(
  tx: Transaction<DB>,
  input: StandInInput,
  namedBy: PersonId,
): Promise<StandInId> {
  const standInId = newId<'stand-in'>();
  await tx
    .insertInto('stand_in')
    .values({
      stand_in_id: standInId,
      command_id: input.commandId,
      absent_id: input.absentId,
      person_id: input.personId,
      valid_from: input.from,
      valid_to: input.to,
      reason: input.reason,
      named_by: namedBy,
    })
    .execute();
  return standInId;
}

/** At once; one that had not begun never was. */
export async function endStandInBefore(
  tx: Transaction<DB>,
  { standInId, from }: Pick<StandIn, 'standInId' | 'from'>,
  today: Day,
): Promise<void> {
  const day = from > today ? from : today;
  await tx
    .updateTable('stand_in')
    .set({ valid_to: addDays(day, -1) })
    .where('stand_in_id', '=', standInId)
    .execute();
}

export type DoneFor = {
  readonly auditId: number;
  readonly command: string;
  readonly record: string;
  readonly siteId: SiteId | null;
  readonly place: string | null;
  readonly by: string;
  readonly at: Instant;
};

/** What others did in a person's name, the latest first. */
export const listDoneFor = (
  db: Reader,
  personId: PersonId,
  limit = 100,
): Promise<readonly DoneFor[]> =>
  db
    .selectFrom('audit')
    .innerJoin('person', 'person.id', 'audit.person_id')
    .leftJoin('site', 'site.site_id', 'audit.site_id')
    .where('acting_for', '=', personId)
    .where('kind', '=', 'change')
    .select(['audit_id as auditId', 'command', 'record', 'audit.site_id as siteId'])
    .select(['person.name as by', 'at'])
    .select(
      sql<
        string | null
      >`site.hamlet || ', ' || site.commune || coalesce(' (' || site_told_by(site.site_id) || ')', '')`.as(
        'place',
      ),
    )
    .$narrowType<{ siteId: SiteId | null; at: Instant }>()
    .orderBy('audit_id', 'desc')
    .limit(limit)
    .execute();
