// Who may read what: every read beside every role and place; and each of the two walls holds alone.

import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { permissions, scopeOf } from '#people/may.ts';
import { roles, type Actor, type Role } from '#people/person.ts';
import {
  canHold,
  reachesThere,
  standings,
  type Standing,
} from '../../../tests/permissions/matrix.ts';
import {
  databaseOf,
  holder,
  twoCommunes,
  type TwoCommunes,
} from '../../../tests/permissions/people-of-two-communes.ts';
import { readRows } from '../../../tests/permissions/read-rows.ts';
import { readsOfNoSite } from '../../../tests/permissions/reads-of-no-site.ts';
import { fillSite, type RecordsOfSite } from '../../../tests/permissions/records-of-a-site.ts';

let fresh: FreshDatabase;
let places: TwoCommunes;
let records: Readonly<Record<Standing['on'], RecordsOfSite>>;
const people = new Map<string, Promise<Actor>>();

beforeAll(async () => {
  fresh = await freshDatabase();
  places = await twoCommunes(fresh);
  const officer = await holder(fresh, 'provincial_officer', {});
  records = {
    own: await fillSite(fresh, places.own, officer),
    neighbour: await fillSite(fresh, places.neighbour, officer),
    foreign: await fillSite(fresh, places.foreign, officer),
  };
});
afterAll(() => fresh.close());

function personOf(role: Role, { held }: Standing): Promise<Actor> {
  const key = `${role} ${held}`;
  const at = held === 'in the commune' ? { unitId: places.communes.own } : { siteId: places.own };
  const made = people.get(key) ?? holder(fresh, role, held === 'nowhere' ? undefined : at);
  people.set(key, made);
  return made;
}

const isFound = (result: unknown): boolean =>
  Array.isArray(result) ? result.length > 0 : Boolean(result);

test('every read of a store has a row, or a reason why it needs none', async () => {
  const found = await Promise.all(
    globSync('src/*/server/*store.ts').map(async (path) => {
      const module = (await import(resolve(path))) as Readonly<Record<string, unknown>>;
      return Object.keys(module)
        .filter((name) => typeof module[name] === 'function')
        .filter((name) => /^(find|list|count|get|has|is|search|was)[A-Z]/.test(name))
        .map((name) => `${path.split('/')[1]}/${name}`);
    }),
  );
  const reads = found.flat().toSorted();
  const known = Object.keys({ ...readRows, ...readsOfNoSite });
  expect(
    reads.filter((name) => !known.includes(name)),
    'a row in read-rows.ts, or a reason in reads-of-no-site.ts',
  ).toEqual([]);
  expect(known.filter((name) => !reads.includes(name))).toEqual([]);
});

const cases = Object.entries(readRows).map(([name, row]) => ({ name, ...row }));
const byRole = cases.flatMap((row) =>
  row.act
    ? standings.map((standing) => ({
        ...row,
        act: row.act ?? 'view site',
        standing,
        at: standing.name,
      }))
    : [],
);

describe('every role', () => {
  test.each(byRole)('$name at $at', async ({ act, read, standing }) => {
    const seen: Partial<Record<Role, boolean>> = {};
    const expected: Partial<Record<Role, boolean>> = {};
    const allowed: readonly Role[] = permissions[act];
    for (const role of roles.filter((one) => canHold(one, standing))) {
      const actor = await personOf(role, standing);
      const scope = scopeOf(actor, act);
      seen[role] = isFound(await read(databaseOf(fresh, actor), scope, records[standing.on]));
      expected[role] = allowed.includes(role) && reachesThere(role, standing);
    }
    expect(seen).toEqual(expected);
  });
});

describe('of a site that is in reach', () => {
  test.each(cases)('$name finds something, or nothing could be hidden', async ({ read }) => {
    expect(isFound(await read(fresh.db, 'all', records.foreign))).toBe(true);
  });
});

describe('the first wall alone, where PostgreSQL would show everything', () => {
  test.each(cases.filter(({ act }) => act))('$name', async ({ read }) => {
    expect(isFound(await read(fresh.db, [places.own], records.foreign))).toBe(false);
    expect(isFound(await read(fresh.db, [], records.foreign))).toBe(false);
  });
});

describe('the second wall alone, where the query asks for everything', () => {
  test.each(cases)('$name', async ({ read }) => {
    const db = fresh.reaching({ personId: newId<'person'>(), sites: [places.own] });
    expect(isFound(await read(db, 'all', records.foreign))).toBe(false);
    const none = fresh.reaching({ personId: null, sites: [] });
    expect(isFound(await read(none, 'all', records.foreign))).toBe(false);
  });
});
