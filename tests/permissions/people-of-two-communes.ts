// For tests: three sites in two communes, filled with records, and people who hold roles there.

import type { Instant } from '#ground/day.ts';
import { newId, type PersonId, type SiteId, type UnitId } from '#ground/id.ts';
import type { Reach } from '#ground/server/reach.ts';
import type { Database } from '#ground/server/db.ts';
import type { FreshDatabase } from '#ground/server/testing.ts';
import { heldEverywhere, reachOf } from '#people/may.ts';
import type { Actor, Role } from '#people/person.ts';
import { listHoldings } from '#people/server/store.ts';
import { recordBreach } from '#privacy/server/breach-commands.ts';
import { writeDownRequest } from '#privacy/server/commands.ts';
import { closeAudit } from '#record/server/commands.ts';
import { aSite, anActor, testDay } from '#sites/server/testing.ts';

export type TwoCommunes = Readonly<
  Record<'own' | 'neighbour' | 'foreign', SiteId> & {
    readonly communes: Readonly<Record<'own' | 'other', UnitId>>;
  }
>;

/** `own` and `neighbour` stand in one commune, `foreign` in another. */
export async function twoCommunes(fresh: FreshDatabase): Promise<TwoCommunes> {
  const [own, neighbour, foreign] = [await aSite(fresh), await aSite(fresh), await aSite(fresh)];
  const communes = {
    own: await aCommune(fresh, 'Phúc Ví Dụ'),
    other: await aCommune(fresh, 'An Ví Dụ'),
  };
  await place(fresh, own, communes.own);
  await place(fresh, neighbour, communes.own);
  await place(fresh, foreign, communes.other);
  return { own, neighbour, foreign, communes };
}

/** Somebody who holds the role at a site, in a commune or everywhere; without a place, none at all. */
export async function holder(
  fresh: FreshDatabase,
  role: Role,
  at: { readonly siteId?: SiteId; readonly unitId?: UnitId } | undefined,
): Promise<Actor> {
  const actor = await anActor(fresh, role, null);
  if (!at) return { ...actor, holdings: [] };
  const isPlaced = !heldEverywhere.includes(role);
  await fresh.owner
    .insertInto('role_holding')
    .values({
      holding_id: newId(),
      person_id: actor.personId,
      role,
      site_id: (isPlaced && at.siteId) || null,
      unit_id: (isPlaced && at.unitId) || null,
      valid_from: '2024-01-01',
    })
    .execute();
  return { ...actor, holdings: await listHoldings(fresh.owner, actor.personId, testDay) };
}

export type Colleague = { readonly personId: PersonId; readonly holdingId: string };

/** A core member of a site, with the id of the role. */
export async function aColleague(fresh: FreshDatabase, siteId: SiteId): Promise<Colleague> {
  const { personId } = await holder(fresh, 'core_member', { siteId });
  const { holding_id: holdingId } = await fresh.owner
    .selectFrom('role_holding')
    .select('holding_id')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return { personId, holdingId };
}

/** Somebody's request about personal data, a breach, and a closing of the record. */
export async function privacyRecords(
  fresh: FreshDatabase,
): Promise<{ readonly requestId: string; readonly breachId: string }> {
  const keeper = await holder(fresh, 'data_protection_officer', {});
  const db = databaseOf(fresh, keeper);
  const request = await writeDownRequest(
    db,
    keeper,
    {
      commandId: newId<'command'>(),
      kind: 'view',
      username: '',
      name: 'Nguyễn Thị Ví Dụ',
      answerTo: 'Xóm Ví Dụ',
      came: 'letter',
      identity: 'known',
      words: 'Tôi muốn biết',
      receivedOn: testDay,
    },
    testDay,
  );
  const now = `${testDay}T03:00:00.000Z` as Instant;
  const assessment = { happened: 'Mất sổ', touched: [], people: 3, consequences: 'Chưa rõ' };
  const found = { commandId: newId<'command'>(), foundAt: now, assessment };
  const breach = await recordBreach(db, keeper, found, now);
  await closeAudit(db, keeper, { commandId: newId<'command'>() }, testDay);
  if (!request.ok || !breach.ok) throw new Error('the keeper could not write it down');
  return { requestId: request.value.requestId, breachId: breach.value.breachId };
}

export const aBody = ({ owner }: FreshDatabase, bodyId: string, unitId: UnitId): Promise<unknown> =>
  owner
    .insertInto('body')
    .values({
      body_id: bodyId,
      kind: 'police',
      unit_id: unitId,
      name: 'Công an xã Phúc Ví Dụ',
      words: 'cong an xa phuc vi du',
      valid_from: '2020-01-01',
    })
    .execute();

/** The database as a request of this person gets it. */
export const databaseOf = (
  fresh: FreshDatabase,
  actor: Actor,
  more: Partial<Reach> = {},
): Database => fresh.reaching({ personId: actor.personId, sites: reachOf(actor), ...more });

async function aCommune({ owner }: FreshDatabase, name: string): Promise<UnitId> {
  const [province, commune] = [newId<'unit'>(), newId<'unit'>()];
  const of = (unitId: UnitId, level: string, parentId: UnitId | null) => ({
    unit_id: unitId,
    level,
    name,
    folded_name: name.toLowerCase(),
    words: name.toLowerCase(),
    parent_id: parentId,
    valid_from: '2020-01-01',
  });
  await owner
    .insertInto('unit')
    .values([of(province, 'tinh', null), of(commune, 'xa', province)])
    .execute();
  return commune;
}

const place = ({ owner }: FreshDatabase, siteId: SiteId, communeId: UnitId): Promise<unknown> =>
  owner
    .insertInto('site_place')
    .values({
      site_id: siteId,
      valid_from: '2020-01-01',
      unit_id: communeId,
      commune_id: communeId,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['site_id', 'valid_from'])
        .doUpdateSet({ commune_id: communeId, unit_id: communeId, valid_to: null }),
    )
    .execute();
