// Who may open which address: every page and answer beside every role and place; a new one without a row fails.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles, type Role } from '#people/person.ts';
import { listRoutes, opens, read } from '../../../tests/permissions/asking.ts';
import { canHold, reachesThere, standings } from '../../../tests/permissions/matrix.ts';
import { routeRows } from '../../../tests/permissions/route-rows.ts';
import { openScene, type Scene } from '../../../tests/permissions/scene.ts';

const routes = await listRoutes();
let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.house.fresh.close());

test('every address has a row, and every row an address', () => {
  const paths = routes.map(({ path }) => path);
  expect(
    paths.filter((path) => !(path in routeRows)),
    'say in tests/permissions/route-rows.ts who may open these',
  ).toEqual([]);
  expect(Object.keys(routeRows).filter((path) => !paths.includes(path))).toEqual([]);
});

test('every part of an address stands for something', () => {
  const named = new Set(routes.flatMap(({ params }) => params));
  const known = Object.keys(scene.partsOf(scene.records.own));
  expect(
    [...named].filter((name) => !known.includes(name)),
    'see tests/permissions/scene.ts',
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
      const actor = await scene.personOf(role, standing);
      const of = scene.records[standing.on];
      const query = `?holding=${scene.colleagues[of.siteId]?.holdingId ?? ''}`;
      const answer = await read(scene.house, route, actor, { params: scene.partsOf(of), query });
      expect({ role, fault: 'fault' in answer ? answer.fault : undefined }).toEqual({ role });
      opened[role] = opens(answer);
      const isThere = isOfSite ? reachesThere(role, standing) : standing.held !== 'nowhere';
      expected[role] = row.roles.includes(role) && (row.anywhere ?? isThere);
    }
    expect(opened).toEqual(expected);
  });
});
