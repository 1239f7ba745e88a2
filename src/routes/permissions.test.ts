// Who may do what: every command beside every role and place, so that a new command without a row fails.

import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonId, PlanId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { roles, type Actor, type Role } from '#people/person.ts';
import { aPlan, anActor } from '#sites/server/testing.ts';
import { houseRows } from '../../tests/permissions/house-rows.ts';
import {
  canHold,
  isForbidden,
  reachesThere,
  standings,
  type CommandRow,
  type Standing,
  type Where,
} from '../../tests/permissions/matrix.ts';
import { peopleRows, triedElsewhere, withoutRole } from '../../tests/permissions/people-rows.ts';
import {
  databaseOf,
  holder,
  twoCommunes,
  type TwoCommunes,
} from '../../tests/permissions/people-of-two-communes.ts';
import { siteRows } from '../../tests/permissions/site-rows.ts';

const rows: Readonly<Record<string, CommandRow>> = { ...siteRows, ...peopleRows, ...houseRows };

let fresh: FreshDatabase;
let places: TwoCommunes;
let planId: PlanId;
let memberId: PersonId;
const people = new Map<string, Promise<Actor>>();

beforeAll(async () => {
  fresh = await freshDatabase();
  places = await twoCommunes(fresh);
  ({ personId: memberId } = await holder(fresh, 'core_member', { siteId: places.own }));
  planId = await aPlan(fresh, await anActor(fresh, 'provincial_officer'));
});
afterAll(() => fresh.close());

/** One person for each role and place, made when first asked for. */
function personOf(role: Role, { held }: Standing): Promise<Actor> {
  const key = `${role} ${held}`;
  const at = held === 'in the commune' ? { unitId: places.communes.own } : { siteId: places.own };
  const made = people.get(key) ?? holder(fresh, role, held === 'nowhere' ? undefined : at);
  people.set(key, made);
  return made;
}

const where = ({ on }: Standing): Where => ({
  siteId: places[on],
  unitId: places.communes.own,
  planId,
  memberId,
  withoutAccessCheck: fresh.db,
});

test('every command has a row, and every row a command', async () => {
  const found = await Promise.all(
    globSync('src/*/server/*commands.ts').map(async (path) => {
      const module = (await import(resolve(path))) as Readonly<Record<string, unknown>>;
      return Object.keys(module).filter((name) => typeof module[name] === 'function');
    }),
  );
  const commands = found.flat().toSorted();
  // 'invite an officer' is a row of invite.
  const known = Object.keys({ ...rows, ...withoutRole, ...triedElsewhere });
  const named = new Set(known.map((name) => name.split(' ')[0] ?? ''));
  expect(
    commands.filter((name) => !named.has(name)),
    'say in tests/permissions/*-rows.ts which roles may do these',
  ).toEqual([]);
  expect([...named].filter((name) => !commands.includes(name))).toEqual([]);
});

const cases = Object.entries(rows).flatMap(([command, row]) =>
  standings
    // What is done to no site is told apart by the roles alone, wherever they are held.
    .filter(({ on, reaches }) => row.ofSite || reaches || on === 'own')
    .map((standing) => ({ command, row, standing, at: standing.name })),
);

describe('every role', () => {
  test.each(cases)('$command at $at', async ({ row, standing }) => {
    const said: Partial<Record<Role, boolean>> = {};
    const expected: Partial<Record<Role, boolean>> = {};
    for (const role of roles.filter((one) => canHold(one, standing))) {
      const actor = await personOf(role, standing);
      const outcome = await row.run(databaseOf(fresh, actor), actor, where(standing));
      said[role] = !isForbidden(outcome);
      const isHeld = standing.held !== 'nowhere';
      expected[role] =
        row.allowed.includes(role) && (row.ofSite ? reachesThere(role, standing) : isHeld);
    }
    expect(said).toEqual(expected);
  });
});
