// The SQL of the rosters: what is on record of members and households, the latest entry of each and all before it.

import type { Transaction } from 'kysely';
import type { Day, Instant } from '#ground/day.ts';
import { newId, type CommandId, type Id, type PersonId, type SiteId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Scope } from '#people/person.ts';
import { inScope } from '#sites/server/store.ts';
import type {
  Household,
  HouseholdFacts,
  HouseholdId,
  Member,
  MemberFacts,
  MemberId,
} from '../roster.ts';

type By = {
  readonly siteId: SiteId;
  readonly commandId: CommandId;
  readonly personId: PersonId;
};

const memberEntries = (db: Database, scope: Scope, siteId: SiteId) =>
  db
    .selectFrom('member_entry')
    .innerJoin('person', 'person.id', 'member_entry.recorded_by')
    .where('site_id', '=', siteId)
    .where(inScope(scope, 'site_id'))
    .select(['entry_id as entryId', 'site_id as siteId', 'member_id as memberId'])
    .select(['member_entry.name', 'part', 'organisation', 'phone', 'core'])
    .select(['consented_on as consentedOn', 'valid_from as from', 'valid_to as to'])
    .select(['person.name as recordedByName', 'recorded_at as recordedAt'])
    .$narrowType<{ entryId: Id<'entry'>; siteId: SiteId; memberId: MemberId; from: Day }>()
    .$narrowType<{ to: Day | null; consentedOn: Day; recordedAt: Instant }>();

/** Everybody ever on the roster, each as recorded last. */
export const listMembers = (
  db: Database,
  scope: Scope,
  siteId: SiteId,
): Promise<readonly Member[]> =>
  memberEntries(db, scope, siteId)
    .distinctOn('member_id')
    .orderBy('member_id')
    .orderBy('recorded_at', 'desc')
    .execute();

/** Every entry of one member, the latest first. */
export const listMemberEntries = (
  db: Database,
  scope: Scope,
  siteId: SiteId,
  memberId: MemberId,
): Promise<readonly Member[]> =>
  memberEntries(db, scope, siteId)
    .where('member_id', '=', memberId)
    .orderBy('recorded_at', 'desc')
    .execute();

/** Which member an earlier sending of the same command was about. */
export const findMemberSent = (
  db: Database,
  siteId: SiteId,
  commandId: CommandId,
): Promise<{ readonly memberId: MemberId } | undefined> =>
  db
    .selectFrom('member_entry')
    .where('site_id', '=', siteId)
    .where('command_id', '=', commandId)
    .select('member_id as memberId')
    .$narrowType<{ memberId: MemberId }>()
    .executeTakeFirst();

export async function insertMember(
  tx: Transaction<DB>,
  memberId: MemberId,
  facts: MemberFacts,
  by: By,
): Promise<void> {
  await tx
    .insertInto('member_entry')
    .values({
      ...entryOf(by),
      member_id: memberId,
      name: facts.name,
      part: facts.part,
      organisation: facts.organisation,
      phone: facts.phone,
      core: facts.core,
      consented_on: facts.consentedOn,
      valid_from: facts.from,
      valid_to: facts.to,
    })
    .execute();
}

const householdEntries = (db: Database, scope: Scope, siteId: SiteId) =>
  db
    .selectFrom('household_entry')
    .innerJoin('person', 'person.id', 'household_entry.recorded_by')
    .where('site_id', '=', siteId)
    .where(inScope(scope, 'site_id'))
    .select(['entry_id as entryId', 'site_id as siteId', 'household_id as householdId'])
    .select(['number', 'representative', 'group_name as group', 'place'])
    .select(['committed_on as committedOn', 'valid_from as from', 'valid_to as to'])
    .select(['person.name as recordedByName', 'recorded_at as recordedAt'])
    .$narrowType<{ entryId: Id<'entry'>; siteId: SiteId; householdId: HouseholdId; from: Day }>()
    .$narrowType<{ to: Day | null; committedOn: Day | null; recordedAt: Instant }>();

/** Every household ever on the roster, each as recorded last. */
export const listHouseholds = (
  db: Database,
  scope: Scope,
  siteId: SiteId,
): Promise<readonly Household[]> =>
  householdEntries(db, scope, siteId)
    .distinctOn('household_id')
    .orderBy('household_id')
    .orderBy('recorded_at', 'desc')
    .execute();

/** Every entry of one household, the latest first. */
export const listHouseholdEntries = (
  db: Database,
  scope: Scope,
  siteId: SiteId,
  householdId: HouseholdId,
): Promise<readonly Household[]> =>
  householdEntries(db, scope, siteId)
    .where('household_id', '=', householdId)
    .orderBy('recorded_at', 'desc')
    .execute();

/** Which household an earlier sending of the same command was about. */
export const findHouseholdSent = (
  db: Database,
  siteId: SiteId,
  commandId: CommandId,
): Promise<{ readonly householdId: HouseholdId } | undefined> =>
  db
    .selectFrom('household_entry')
    .where('site_id', '=', siteId)
    .where('command_id', '=', commandId)
    .select('household_id as householdId')
    .$narrowType<{ householdId: HouseholdId }>()
    .executeTakeFirst();

export const insertHousehold = (
  tx: Transaction<DB>,
  householdId: HouseholdId,
  facts: HouseholdFacts,
  by: By,
): Promise<void> => insertHouseholds(tx, [{ householdId, facts, by }]);

/** A whole hamlet at once. */
export async function insertHouseholds(
  tx: Transaction<DB>,
  households: readonly {
    readonly householdId: HouseholdId;
    readonly facts: HouseholdFacts;
    readonly by: By;
  }[],
): Promise<void> {
  const rows = households.map(({ householdId, facts, by }) => ({
    ...entryOf(by),
    household_id: householdId,
    number: facts.number,
    representative: facts.representative,
    group_name: facts.group,
    place: facts.place,
    committed_on: facts.committedOn,
    valid_from: facts.from,
    valid_to: facts.to,
  }));
  await tx.insertInto('household_entry').values(rows).execute();
}

const entryOf = ({ siteId, commandId, personId }: By) => ({
  site_id: siteId,
  entry_id: newId<'entry'>(),
  command_id: commandId,
  recorded_by: personId,
});
