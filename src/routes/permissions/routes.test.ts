// Who may open which address; and no address, form or changed id lets anybody see or touch another site.

import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, type SiteId } from '#ground/id.ts';
import type { FileRef } from '#ground/server/files.ts';
import { listSiteTables } from '#ground/server/reach-rows.ts';
import { freshDatabase } from '#ground/server/testing.ts';
import { may } from '#people/may.ts';
import { roles, type Actor, type Role } from '#people/person.ts';
import { listRoutes, read, send, type Answer, type House, type Route } from './asking.ts';
import { canHold, reachesThere, standings, type Standing } from './matrix.ts';
import {
  aBody,
  aColleague,
  holder,
  twoCommunes,
  type Colleague,
  type TwoCommunes,
} from './people-of-two-communes.ts';
import { fillSite, markOf, type RecordsOfSite } from './records-of-a-site.ts';
import { routeRows } from './route-rows.ts';

let house: House;
let places: TwoCommunes;
/** A core member of each site. */
let colleagues: Readonly<Record<SiteId, Colleague>>;
const bodyId = newId();
let records: Readonly<Record<Standing['on'], RecordsOfSite>>;
const people = new Map<string, Promise<Actor>>();
const routes = await listRoutes();

beforeAll(async () => {
  const fresh = await freshDatabase();
  const files = {
    putFile: () => Promise.resolve('0'.repeat(64) as FileRef),
    getFile: () => Promise.resolve(new TextEncoder().encode('bytes of a file')),
  };
  house = { fresh, files };
  places = await twoCommunes(fresh);
  const officer = await holder(fresh, 'provincial_officer', {});
  records = {
    own: await fillSite(fresh, places.own, officer),
    neighbour: await fillSite(fresh, places.neighbour, officer),
    foreign: await fillSite(fresh, places.foreign, officer),
  };
  colleagues = {
    [places.own]: await aColleague(fresh, places.own),
    [places.neighbour]: await aColleague(fresh, places.neighbour),
    [places.foreign]: await aColleague(fresh, places.foreign),
  };
  await aBody(fresh, bodyId, places.communes.own);
});
afterAll(() => house.fresh.close());

function personOf(role: Role, { held }: Pick<Standing, 'held'>): Promise<Actor> {
  const key = `${role} ${held}`;
  const at = held === 'in the commune' ? { unitId: places.communes.own } : { siteId: places.own };
  const made = people.get(key) ?? holder(house.fresh, role, held === 'nowhere' ? undefined : at);
  people.set(key, made);
  return made;
}

/** What a part of an address in brackets stands for, at a site. */
function partsOf(of: RecordsOfSite): Readonly<Record<string, string>> {
  return {
    site: of.siteId,
    number: '1',
    plan: of.planId,
    activity: of.activityId,
    duty: of.dutyId,
    indicator: of.indicatorId,
    review: of.issuedId,
    ref: of.photoRef,
    household: of.householdId,
    member: of.memberId,
    person: colleagues[of.siteId]?.personId ?? '',
    unit: places.communes.own,
    body: bodyId,
    handOver: newId(),
    key: 'territory.levels',
  };
}

const refusals = [401, 403, 404];
const opens = ({ status }: Answer): boolean => !refusals.includes(status);

test('every address has a row, and every row an address', () => {
  const paths = routes.map(({ path }) => path);
  expect(
    paths.filter((path) => !(path in routeRows)),
    'say in route-rows.ts who may open these',
  ).toEqual([]);
  expect(Object.keys(routeRows).filter((path) => !paths.includes(path))).toEqual([]);
});

test('every part of an address stands for something', () => {
  const named = new Set(routes.flatMap(({ params }) => params));
  const known = Object.keys(partsOf(records.own));
  expect(
    [...named].filter((name) => !known.includes(name)),
    'see partsOf',
  ).toEqual([]);
});

const cases = routes.flatMap((route) => {
  const row = routeRows[route.path];
  if (!row || 'because' in row || route.reads.length === 0) return [];
  const isOfSite = route.params.some((param) => ['site', 'plan', 'person'].includes(param));
  return standings
    .filter(({ on, reaches }) => isOfSite || reaches || on === 'own')
    .map((standing) => ({ path: route.path, route, row, isOfSite, standing, at: standing.name }));
});

describe('every role', () => {
  test.each(cases)('$path at $at', async ({ route, row, isOfSite, standing }) => {
    const opened: Partial<Record<Role, boolean>> = {};
    const expected: Partial<Record<Role, boolean>> = {};
    for (const role of roles.filter((one) => canHold(one, standing))) {
      const actor = await personOf(role, standing);
      const of = records[standing.on];
      const query = `?holding=${colleagues[of.siteId]?.holdingId ?? ''}`;
      const answer = await read(house, route, actor, { params: partsOf(of), query });
      expect({ role, fault: 'fault' in answer ? answer.fault : undefined }).toEqual({ role });
      opened[role] = opens(answer);
      const isThere = isOfSite ? reachesThere(role, standing) : standing.held !== 'nowhere';
      expected[role] = row.roles.includes(role) && (row.anywhere ?? isThere);
    }
    expect(opened).toEqual(expected);
  });
});

/** Those who do not reach the foreign site, whatever they try. */
const attackers: readonly (readonly [Role, Standing['held']])[] = [
  ['commune_police', 'in the commune'],
  ['commune_police', 'at the site'],
  ['core_member', 'at the site'],
  ['viewer', 'in the commune'],
  ['viewer', 'nowhere'],
];
const garbage = [
  '',
  '0',
  '-1',
  'null',
  '../..',
  "' OR 1=1 --",
  '%00',
  '\u0000',
  '\ud800',
  '1e999',
  'ạ'.repeat(5_000),
  '00000000-0000-0000-0000-000000000000',
  'F'.repeat(64),
];

/** Any id there is, of any kind, of any site, or none at all. */
const anyPart = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...Object.values(partsOf(records.foreign))) },
    { weight: 2, arbitrary: fc.constantFrom(...Object.values(partsOf(records.own))) },
    { weight: 1, arbitrary: fc.uuid() },
    { weight: 2, arbitrary: fc.constantFrom(...garbage) },
  );

/** Most parts as they belong together at one site, some changed. */
const anyParams = ({ params }: Route): fc.Arbitrary<Record<string, string>> =>
  fc.record(
    Object.fromEntries(
      params.map((name) => [
        name,
        fc.oneof(
          fc.constantFrom(
            partsOf(records.own)[name] ?? '',
            partsOf(records.foreign)[name] ?? '',
            partsOf(records.foreign)[name] ?? '',
          ),
          anyPart(),
        ),
      ]),
    ),
  );

const tried = routes.filter(({ path }) => {
  const row = routeRows[path];
  return row && !('because' in row);
});
const anyAttacker = () => fc.constantFrom(...attackers);

describe('by changed ids', () => {
  test('no page or answer fails, and none says anything of a site out of reach', async () => {
    const mark = markOf(places.foreign);
    const anyRead = fc
      .constantFrom(...tried.filter(({ reads }) => reads.length > 0))
      .chain((route) => fc.tuple(fc.constant(route), anyParams(route), anyPart()));
    await fc.assert(
      fc.asyncProperty(anyAttacker(), anyRead, async ([role, held], [route, params, typed]) => {
        const actor = await personOf(role, { held });
        const query = `?${new URLSearchParams({ site: typed, after: typed, to: typed, q: typed })}`;
        const answer = await read(house, route, actor, { params, query });
        expect({ path: route.path, params, answer }).not.toHaveProperty('answer.fault');
        expect(answer.said).not.toContain(mark);
        if (opens(answer) && params['site']) {
          expect(params['site']).not.toBe(places.foreign);
          expect(may(actor, 'view site', records.own.siteId)).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
  });

  test('no form, with whatever ids in its fields, changes a row of a site out of reach', async () => {
    const before = await fingerprint();
    const forms = tried.flatMap((route) =>
      Object.keys(route.actions).map((action) => ({ route, action })),
    );
    const anyForm = fc
      .constantFrom(...forms)
      .chain((form) => fc.tuple(fc.constant(form), anyParams(form.route), anyFields()));
    await fc.assert(
      fc.asyncProperty(anyAttacker(), anyForm, async ([role, held], [form, params, fields]) => {
        const actor = await personOf(role, { held });
        const { route, action } = form;
        const answer = await send(house, route, action, actor, { params, form: fields });
        expect({ path: route.path, action, params, fields, answer }).not.toHaveProperty(
          'answer.fault',
        );
        expect(answer.said).not.toContain(markOf(places.foreign));
      }),
      { numRuns: 1_000 },
    );
    expect(await fingerprint()).toEqual(before);
  });
});

/** The fields of all forms at once, filled so that many are taken as they are. */
const anyFields = (): fc.Arbitrary<Record<string, string>> =>
  fc
    .record({
      foreign: fc.boolean(),
      changed: fc.dictionary(fc.constantFrom(...names), anyPart(), { maxKeys: 3 }),
    })
    .map(({ foreign, changed }) => {
      const of = records[foreign ? 'foreign' : 'own'];
      return { ...usual, ...idsOf(of), commandId: newId(), ...changed };
    });

const usual = {
  day: '2026-05-20',
  note: 'một lý do đủ dài để được nhận',
  reason: 'một lý do đủ dài để được nhận',
  kind: 'talk',
  place: 'Sân kho',
  participants: '3',
  month: '2026-05-01',
  value: '3',
  version: '1',
  requirement: 'core_list',
  subject: 'x',
  from: '2026-05-20',
  until: '2026-05-21',
  lastDay: '2026-05-20',
  case: 'danger',
  hours: '1',
  remark: '',
  role: 'viewer',
  name: 'Nguyễn Thị Ví Dụ',
  part: 'Tổ trưởng',
  consentedOn: '2026-05-01',
  number: '7',
  representative: 'Nguyễn Thị Ví Dụ',
};
const idsOf = (of: RecordsOfSite) => ({
  siteId: of.siteId,
  site: of.siteId,
  dutyId: of.dutyId,
  planId: of.planId,
  reviewId: of.draftId,
  activityId: of.oldActivityId,
  replaces: of.oldActivityId,
  indicatorId: of.indicatorId,
  personId: of.personId,
  memberId: of.memberId,
  householdId: of.householdId,
  fileRef: of.scanRef,
  kept: of.photoRef,
  unitId: places.communes.own,
});
const names = [
  ...Object.keys(usual),
  ...['siteId', 'site', 'dutyId', 'planId', 'reviewId', 'replaces', 'indicatorId', 'personId'],
  ...['memberId', 'householdId', 'holdingId', 'openingId', 'invitationId', 'unitId', 'commandId'],
];

/** Every row of the foreign site, in every table; but for the record itself, and glasses that were broken. */
async function fingerprint(): Promise<readonly unknown[]> {
  const { owner } = house.fresh;
  const all: unknown[] = [];
  for (const { name, site } of await listSiteTables(owner)) {
    if (name.startsWith('audit') || name.startsWith('glass')) continue;
    const { rows } = await sql`
      SELECT ${name}::text AS name, count(*)::int AS many, max(xmin::text::bigint) AS latest
      FROM ${sql.table(name)} WHERE ${sql.ref(site)} = ${places.foreign}`.execute(owner);
    all.push(...rows);
  }
  return all;
}
