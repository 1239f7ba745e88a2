// Two sites in one hamlet on a real database: counted once, and told apart by their plans' numbers.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import type { SiteId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { sitePlace } from '#sites/names.ts';
import { findSite } from '#sites/server/store.ts';
import { aSite } from '#sites/server/testing.ts';
import { exampleFact, examplePlan } from '#sites/testing.ts';
import { lineageOf } from '#places/lineage.ts';
import { areaFigures } from '../area-figures.ts';
import { listSiteRecords } from './area-store.ts';

let fresh: FreshDatabase;
let first: SiteId;
const later = {
  ...examplePlan,
  paper: { ...examplePlan.paper, number: '13/KH-PV05' },
  facts: [exampleFact('số hộ', 160, 'hộ', { of: 'xóm Phố' })],
  period: { lines: [66, 66] as const, text: '', from: day('2026-09-01'), to: null },
};

beforeAll(async () => {
  fresh = await freshDatabase();
  first = await aSite(fresh);
});
afterAll(() => fresh.close());

const placeOf = async (siteId: SiteId): Promise<string> => {
  const site = await findSite(fresh.db, 'all', siteId);
  return site ? sitePlace(site) : '';
};
const totals = async () => {
  const records = await listSiteRecords(fresh.db, { scope: 'all' });
  const world = { lineage: lineageOf(new Map(), []), places: [] };
  return areaFigures(records, world, 'then').total;
};

test('a second site adds a site and no household, and the later baseline counts', async () => {
  expect(await totals()).toMatchObject({ sites: 1, households: 150 });
  expect(await placeOf(first)).toBe('Xóm Phố, xã Phú Thịnh');
  const second = await aSite(fresh, later);
  expect(await totals()).toMatchObject({ sites: 2, households: 160 });
  expect(await placeOf(first)).toBe('Xóm Phố, xã Phú Thịnh (12/KH-PV05)');
  expect(await placeOf(second)).toBe('Xóm Phố, xã Phú Thịnh (13/KH-PV05)');
});
