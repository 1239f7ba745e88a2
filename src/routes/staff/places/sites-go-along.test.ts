// A site goes with its place: tied by its plan, carried through changes, called by the name of the day.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, day, type Day } from '#ground/day.ts';
import { newId, type SiteId, type UnitId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { scopeOf } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import type { ChangeWish } from '#places/change.ts';
import { changeUnits, placeSite, previewChange } from '#places/server/commands.ts';
import { listHoldingsAt, listSitePlaces } from '#places/server/site-place-store.ts';
import { findPlaceNames } from '#places/server/placing-store.ts';
import { findUnit } from '#places/server/store.ts';
import { importSnapshot } from '#places/server/import-commands.ts';
import {
  aFile,
  aKeeper,
  before,
  idOf,
  must,
  newUnits,
  oldUnits,
  since,
  termsOf,
  theMergers,
  theReform,
} from '#places/server/testing.ts';
import { listHoldings } from '#people/server/store.ts';
import type { Plan } from '#plans/plan.ts';
import { examplePlan } from '#sites/testing.ts';
import { aSite } from '#sites/server/testing.ts';

let fresh: FreshDatabase;
let actor: Actor;
beforeEach(async () => {
  fresh = await freshDatabase();
  actor = await aKeeper(fresh);
});
afterEach(() => fresh.close());

const planOf = (date: Day, area: Partial<NonNullable<Plan['area']>> = {}): Plan => ({
  ...examplePlan,
  paper: { ...examplePlan.paper, date },
  ...(examplePlan.area && { area: { ...examplePlan.area, ...area } }),
});
const placesOf = (siteId: SiteId) => listSitePlaces(fresh.db, 'all', [siteId]);
const on2020 = day('2020-05-06');

const wishOf = (from: readonly UnitId[], more: Partial<ChangeWish> = {}): ChangeWish => ({
  kind: 'renamed',
  effectiveOn: day('2026-09-01'),
  legalAct: 'Nghị quyết 12/NQ-HĐND',
  from: from.map((unitId) => ({ unitId, partial: false })),
  to: [{ name: 'Xã Phú Thịnh Mới', code: '05800', parentId: null }],
  destinations: new Map(),
  ...more,
});

describe('a site made from a plan', () => {
  it('of 2020 stands in the old commune then, and in the merged one since, with its hamlet', async () => {
    await theReform(fresh, actor);
    const siteId = await aSite(fresh, planOf(on2020));
    const places = await placesOf(siteId);
    expect(places.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      [on2020, addDays(since, -1)],
      [since, null],
    ]);
    expect(await findPlaceNames(fresh.db, siteId, day('2020-11-30'))).toEqual({
      hamlet: 'xóm Phố',
      commune: 'xã Phú Thịnh',
      district: 'huyện Đại Từ',
      province: 'tỉnh Thái Nguyên',
    });
    expect(await findPlaceNames(fresh.db, siteId, day('2026-11-30'))).toEqual({
      hamlet: 'xóm Phố',
      commune: 'xã Phú Thịnh',
      district: null,
      province: 'tỉnh Thái Nguyên',
    });
    const [first] = places;
    const hamlet = first && (await findUnit(fresh.db, first.unitId));
    expect(hamlet).toMatchObject({ level: 'thon', legalAct: 'Kế hoạch 12/KH-PV05' });
  });

  it('of today stands in the commune of today, whatever district its plan still names', async () => {
    await theReform(fresh, actor);
    const siteId = await aSite(fresh);
    expect((await placesOf(siteId)).map(({ validFrom }) => validFrom)).toEqual(['2026-05-06']);
  });

  it('finds the hamlet that another plan made known', async () => {
    await theReform(fresh, actor);
    const [one, other] = [await aSite(fresh), await aSite(fresh)];
    const unit = async (siteId: SiteId) => (await placesOf(siteId))[0]?.unitId;
    expect(await unit(one)).toBe(await unit(other));
  });

  it('is tied to nothing where its commune is not found, or is one of several', async () => {
    await theReform(fresh, actor);
    for (const commune of ['xã Phú Bình', 'xã Phú']) {
      const siteId = await aSite(fresh, planOf(day('2026-05-06'), { commune }));
      expect(await placesOf(siteId)).toEqual([]);
      expect(await findPlaceNames(fresh.db, siteId, since)).toBeUndefined();
    }
  });
});

describe('a site whose commune ended', () => {
  const until = termsOf({ to: addDays(since, -1) });

  it('has no names of units until it is known where that went, and then those of its day', async () => {
    must(await importSnapshot(fresh.db, actor, aFile(oldUnits), until));
    const siteId = await aSite(fresh, planOf(on2020));
    must(await importSnapshot(fresh.db, actor, aFile(newUnits), termsOf({ from: since })));
    expect(await findPlaceNames(fresh.db, siteId, since)).toBeUndefined();
    expect(await theMergers(fresh, actor)).toEqual({ tied: 2, left: 0 });
    expect(await findPlaceNames(fresh.db, siteId, since)).toMatchObject({
      hamlet: 'xóm Phố',
      commune: 'xã Phú Thịnh',
      district: null,
    });
    expect((await findPlaceNames(fresh.db, siteId, on2020))?.district).toBe('huyện Đại Từ');
  });
});

describe('a change of units', () => {
  it('carries hamlets and sites along, once, however often it is sent', async () => {
    await theReform(fresh, actor);
    const siteId = await aSite(fresh);
    const commune = await idOf(fresh, 'phu thinh', since);
    const wish = { ...wishOf([commune]), commandId: newId<'command'>() };
    const seen = must(await previewChange(fresh.db, actor, wish));
    expect(seen.change.moves).toHaveLength(1);
    expect(await placesOf(siteId)).toHaveLength(1);
    must(await changeUnits(fresh.db, actor, wish));
    must(await changeUnits(fresh.db, actor, wish));
    expect(await placesOf(siteId)).toHaveLength(2);
    const names = (on: string) => findPlaceNames(fresh.db, siteId, day(on));
    expect((await names('2026-08-31'))?.commune).toBe('xã Phú Thịnh');
    expect(await names('2026-09-01')).toMatchObject({
      hamlet: 'xóm Phố',
      commune: 'xã Phú Thịnh Mới',
    });
    const audit = await fresh.owner
      .selectFrom('audit')
      .select(['command', 'site_id'])
      .where('command', 'in', ['renamed unit', 'move site'])
      .execute();
    expect(audit.toSorted((a, b) => (a.command < b.command ? -1 : 1))).toEqual([
      { command: 'move site', site_id: siteId },
      { command: 'renamed unit', site_id: null },
    ]);
  });

  it('merges two hamlets, and their sites stand in the new one', async () => {
    await theReform(fresh, actor);
    const plan = planOf(day('2026-05-06'), { hamlet: 'xóm Chợ' });
    const sites = [await aSite(fresh), await aSite(fresh, plan)];
    const hamlets = await Promise.all(sites.map(async (id) => (await placesOf(id))[0]?.unitId));
    const from = hamlets.filter((id) => id !== undefined);
    const to = [{ name: 'xóm Phố Chợ', code: null, parentId: null }];
    const wish = wishOf(from, { kind: 'merged', to });
    must(await changeUnits(fresh.db, actor, { ...wish, commandId: newId<'command'>() }));
    for (const siteId of sites) {
      const names = await findPlaceNames(fresh.db, siteId, day('2026-09-01'));
      expect(names).toMatchObject({ hamlet: 'xóm Phố Chợ', commune: 'xã Phú Thịnh' });
    }
  });

  it('splits a commune only when every hamlet has been told where it goes', async () => {
    await theReform(fresh, actor);
    const siteId = await aSite(fresh);
    const hamlet = (await placesOf(siteId))[0]?.unitId ?? newId<'unit'>();
    const commune = await idOf(fresh, 'phu thinh', since);
    const to = [
      { name: 'Xã Đông', code: '90001', parentId: null },
      { name: 'Xã Tây', code: '90002', parentId: null },
    ];
    const wish = wishOf([commune], { kind: 'split', to });
    expect(await previewChange(fresh.db, actor, wish)).toMatchObject({
      refusal: 'destination-missing',
    });
    const told = { ...wish, destinations: new Map([[hamlet, 1]]), commandId: newId<'command'>() };
    must(await changeUnits(fresh.db, actor, told));
    expect(await findPlaceNames(fresh.db, siteId, day('2026-09-01'))).toMatchObject({
      hamlet: 'xóm Phố',
      commune: 'xã Tây',
    });
  });

  it('leaves a role at the ended commune with exactly the sites that stood there', async () => {
    await theReform(fresh, actor);
    const siteId = await aSite(fresh);
    const commune = await idOf(fresh, 'phu thinh', since);
    const police = await aKeeper(fresh, 'commune_police');
    await fresh.owner
      .insertInto('role_holding')
      .values({
        holding_id: newId(),
        person_id: police.personId,
        role: 'commune_police',
        unit_id: commune,
        valid_from: '2026-01-01',
      })
      .execute();
    const wish = { ...wishOf([commune]), commandId: newId<'command'>() };
    must(await changeUnits(fresh.db, actor, wish));
    await aSite(
      fresh,
      planOf(day('2026-09-10'), { commune: 'xã Phú Thịnh Mới', hamlet: 'xóm Mới' }),
    );
    expect(await listHoldingsAt(fresh.db, [commune], day('2026-10-01'))).toHaveLength(1);
    const holdings = await listHoldings(fresh.db, police.personId, day('2026-10-01'));
    expect(scopeOf({ ...police, holdings }, 'view site')).toEqual([siteId]);
  });

  it('is refused to those who do not keep units', async () => {
    await theReform(fresh, actor);
    const commune = await idOf(fresh, 'phu thinh', since);
    const viewer = await aKeeper(fresh, 'data_protection_officer');
    const wish = { ...wishOf([commune]), commandId: newId<'command'>() };
    expect(await changeUnits(fresh.db, viewer, wish)).toMatchObject({ refusal: 'forbidden' });
    expect(await previewChange(fresh.db, viewer, wish)).toMatchObject({ refusal: 'forbidden' });
  });
});

describe('a site tied by hand', () => {
  it('goes from its day along whatever the unit became', async () => {
    const siteId = await aSite(fresh, planOf(on2020));
    expect(await placesOf(siteId)).toEqual([]);
    await theReform(fresh, actor);
    const unitId = await idOf(fresh, 'ban ngoai', before);
    must(await placeSite(fresh.db, actor, { siteId, unitId, from: on2020 }));
    must(await placeSite(fresh.db, actor, { siteId, unitId, from: on2020 }));
    expect(await placesOf(siteId)).toHaveLength(2);
    const audited = fresh.owner.selectFrom('audit').where('command', '=', 'place site');
    expect(await audited.select('audit_id').execute()).toHaveLength(1);
    expect((await findPlaceNames(fresh.db, siteId, since))?.commune).toBe('xã Phú Thịnh');
  });

  it.each([
    ['not-standing', 'ban ngoai', since],
    ['unit-too-great', 'huyen dai tu', on2020],
  ] as const)('is refused as %s', async (refusal, name, from) => {
    await theReform(fresh, actor);
    const siteId = await aSite(fresh, planOf(on2020, { commune: 'xã Khác' }));
    const unitId = await idOf(fresh, name, before);
    expect(await placeSite(fresh.db, actor, { siteId, unitId, from })).toMatchObject({ refusal });
  });
});
