// The pages of a ring open for those on duty at its unit; for everybody else there is no ring.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UnitId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '#people/person.ts';
import { anOpenRing, aUnit, onDuty, somebody, type OnDuty } from '#sealed/server/testing.ts';
import { read, type Route } from '../../../../tests/permissions/asking.ts';
import { load as ringPage } from './[ring]/+page.server.ts';
import { load as recoveryPage } from './[ring]/recovery/+page.server.ts';
import { load as ceremonyPage } from './new/+page.server.ts';

let fresh: FreshDatabase;
let unitId: UnitId;
let first: OnDuty;
let ring: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  unitId = await aUnit(fresh, 'xa');
  first = await onDuty(fresh, 'commune_police', unitId);
  ring = (await anOpenRing(first, { purpose: 'tip', unitId })).ringId;
});
afterAll(() => fresh.close());

const pageAt = (path: string, load: unknown): Route => ({
  path,
  params: [],
  reads: [load as Route['reads'][number]],
  actions: {},
});
const pages = [
  pageAt('/staff/keys/[ring]', ringPage),
  pageAt('/staff/keys/[ring]/recovery', recoveryPage),
];
const files = {
  putFile: () => Promise.reject(new Error()),
  getFile: () => Promise.reject(new Error()),
};

const statusOf = async (page: Route, actor: Actor, query = ''): Promise<number> =>
  (await read({ fresh, files }, page, actor, { params: { ring }, query })).status;

test.each(pages)(
  '$path opens for those on duty there, whether they hold a share or not',
  async (page) => {
    const colleague = await onDuty(fresh, 'commune_police', unitId);
    expect([await statusOf(page, first.actor), await statusOf(page, colleague.actor)]).toEqual([
      200, 200,
    ]);
  },
);

test.each(pages)('$path is not there for other units, the province and helpers', async (page) => {
  const others = [
    await onDuty(fresh, 'commune_police', await aUnit(fresh, 'xa')),
    await onDuty(fresh, 'provincial_police', null),
    await onDuty(fresh, 'helper', unitId),
  ];
  for (const { actor } of others) expect(await statusOf(page, actor)).toBe(404);
});

test.each(pages)('$path is shut for administrators and officers', async (page) => {
  for (const role of ['administrator', 'provincial_officer'] as const) {
    const { actor } = await somebody(fresh, role, null);
    expect(await statusOf(page, actor)).toBe(403);
  }
});

test('the ceremony opens for the unit one is on duty at, and leads to the ring that is there', async () => {
  const page = pageAt('/staff/keys/new', ceremonyPage);
  const at = (unit: UnitId): string => `?purpose=tip&unit=${unit}`;
  const elsewhere = await aUnit(fresh, 'xa');
  const other = await onDuty(fresh, 'commune_police', elsewhere);
  const { actor: administrator } = await somebody(fresh, 'administrator', null);
  expect(await statusOf(page, first.actor, at(unitId))).toBe(303);
  expect(await statusOf(page, other.actor, at(elsewhere))).toBe(200);
  expect(await statusOf(page, other.actor, at(unitId))).toBe(404);
  expect(await statusOf(page, administrator, at(elsewhere))).toBe(403);
});
