// No page, form or changed id lets anybody see or touch a site out of their reach: tried at random, at every address.

import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#ground/id.ts';
import { listSiteTables } from '#ground/server/reach-rows.ts';
import type { Role } from '#people/person.ts';
import { listRoutes, opens, read, send, type Route } from '../../../tests/permissions/asking.ts';
import type { Standing } from '../../../tests/permissions/matrix.ts';
import { markOf, type RecordsOfSite } from '../../../tests/permissions/records-of-a-site.ts';
import { routeRows } from '../../../tests/permissions/route-rows.ts';
import { openScene, type Scene } from '../../../tests/permissions/scene.ts';

const routes = await listRoutes();
let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.house.fresh.close());

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
    {
      weight: 6,
      arbitrary: fc.constantFrom(...Object.values(scene.partsOf(scene.records.foreign))),
    },
    { weight: 2, arbitrary: fc.constantFrom(...Object.values(scene.partsOf(scene.records.own))) },
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
            scene.partsOf(scene.records.own)[name] ?? '',
            scene.partsOf(scene.records.foreign)[name] ?? '',
            scene.partsOf(scene.records.foreign)[name] ?? '',
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
    const mark = markOf(scene.places.foreign);
    const anyRead = fc
      .constantFrom(...tried.filter(({ reads }) => reads.length > 0))
      .chain((route) => fc.tuple(fc.constant(route), anyParams(route), anyPart()));
    await fc.assert(
      fc.asyncProperty(anyAttacker(), anyRead, async ([role, held], [route, params, typed]) => {
        const actor = await scene.personOf(role, { held });
        const query = `?${new URLSearchParams({ site: typed, after: typed, to: typed, q: typed })}`;
        const answer = await read(scene.house, route, actor, { params, query });
        expect({ path: route.path, params, answer }).not.toHaveProperty('answer.fault');
        expect(answer.said).not.toContain(mark);
        expect(opens(answer) && params['site'] === scene.places.foreign).toBe(false);
      }),
      { numRuns: 600 },
    );
  });

  test('no page or answer fails over what is no id at all', async () => {
    const actor = await scene.personOf('commune_police', { held: 'at the site' });
    const own = scene.partsOf(scene.records.own);
    for (const route of tried.filter(({ params }) => params.length > 0)) {
      for (const odd of garbage) {
        const params = Object.fromEntries(route.params.map((name) => [name, odd]));
        for (const asked of [params, { ...params, site: own['site'] ?? '' }]) {
          const answer = await read(scene.house, route, actor, { params: asked });
          expect({ path: route.path, odd, answer }).not.toHaveProperty('answer.fault');
        }
      }
    }
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
        const actor = await scene.personOf(role, { held });
        const { route, action } = form;
        const answer = await send(scene.house, route, action, actor, { params, form: fields });
        expect({ path: route.path, action, params, fields, answer }).not.toHaveProperty(
          'answer.fault',
        );
        expect(answer.said).not.toContain(markOf(scene.places.foreign));
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
      const of = scene.records[foreign ? 'foreign' : 'own'];
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
  unitId: scene.places.communes.own,
});
const names = [
  ...Object.keys(usual),
  'siteId',
  'site',
  'dutyId',
  'planId',
  'reviewId',
  'replaces',
  'indicatorId',
  'personId',
  'memberId',
  'householdId',
  'holdingId',
  'openingId',
  'invitationId',
  'unitId',
  'commandId',
];

/** Every row of the foreign site, in every table; but for the record itself, and glasses that were broken. */
async function fingerprint(): Promise<readonly unknown[]> {
  const { owner } = scene.house.fresh;
  const all: unknown[] = [];
  for (const { name, site } of await listSiteTables(owner)) {
    if (name.startsWith('audit') || name.startsWith('glass')) continue;
    const { rows } = await sql`
      SELECT ${name}::text AS name, count(*)::int AS many, max(xmin::text::bigint) AS latest
      FROM ${sql.table(name)} WHERE ${sql.ref(site)} = ${scene.places.foreign}`.execute(owner);
    all.push(...rows);
  }
  return all;
}
