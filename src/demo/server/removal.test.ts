// Leaving the demo behind, on the real database with the demo really loaded: nothing of it works any more.

import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day, type Instant } from '#ground/day.ts';
import { newId, type PersonId } from '#ground/id.ts';
import { done } from '#ground/outcome.ts';
import { inTransaction } from '#ground/server/db.ts';
import type { FileStore } from '#ground/server/files.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { stepsOf } from '#installation/setup-steps.ts';
import { removeDemo } from '#installation/server/demo-commands.ts';
import { readDemo } from '#installation/server/demo-store.ts';
import { readSetup } from '#installation/server/store.ts';
import type { Actor, RoleHolding } from '#people/person.ts';
import {
  findPersonByUsername,
  hasAdministrator,
  insertHolding,
  insertPerson,
  listDemoPeople,
  listHoldings,
} from '#people/server/store.ts';
import { readPlan } from '#plans/read-plan.ts';
import { aSite } from '#sites/server/testing.ts';
import { loadDemo } from './load.ts';

const now = new Date().toISOString() as Instant;
const today = day(now.slice(0, 10));
const files: FileStore = {
  putFile: () => Promise.resolve('0'.repeat(64) as never),
  getFile: () => Promise.resolve(new Uint8Array()),
};
let fresh: FreshDatabase;
let administrator: Actor;

const load = () =>
  loadDemo({
    db: fresh.db,
    files,
    now,
    timeZone: 'UTC',
    signIn: { hash: (password) => Promise.resolve(password), demoPassword: (name) => name },
    readPlan: (bytes) => {
      const text = new TextDecoder().decode(bytes).split('\n');
      const plan = readPlan(text);
      return Promise.resolve(plan.ok ? done({ text, plan: plan.value }) : plan);
    },
  });

beforeEach(async () => {
  fresh = await freshDatabase();
  await load();
  administrator = await aPerson({ role: 'administrator', siteId: null, from: today, to: null });
});
afterEach(() => fresh.close());

async function aPerson(holding: RoleHolding): Promise<Actor> {
  const personId = newId<'person'>() as PersonId;
  const person = { personId, name: 'Ma Thị Ví Dụ', username: personId, passwordHash: 'x' };
  await inTransaction(fresh.db, async (tx) => {
    await insertPerson(tx, { ...person, demo: false });
    await insertHolding(tx, personId, holding);
  });
  return { personId, name: person.name, holdings: [holding] };
}

const remove = (actor = administrator, more = {}) =>
  removeDemo(
    fresh.reaching({ personId: actor.personId, sites: 'all' }),
    actor,
    { commandId: newId<'command'>(), confirmed: true, ...more },
    today,
  );

const count = async (table: string, where = 'true'): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM ${sql.table(table)} WHERE ${sql.raw(where)}`.execute(
    fresh.owner,
  );
  return rows[0]?.count ?? 0;
};

async function theDemoAdministrator(): Promise<Actor> {
  const personId = await findPersonByUsername(fresh.db, 'quan-tri');
  if (!personId) throw new Error('the demo has an administrator');
  return { ...administrator, personId };
}

const isNobody = async (personId: PersonId): Promise<boolean> =>
  (await listHoldings(fresh.db, personId, today)).length === 0;

describe('the demo', () => {
  it('goes in one step: sites, places, ways in, roles; the record of what was done stays', async () => {
    const demo = await readDemo(fresh.db);
    expect(demo).toMatchObject({ people: 6, sites: 1, othersRoles: 0 });
    expect(demo.places).toBeGreaterThan(5);
    const { personId } = await theDemoAdministrator();
    await sql`INSERT INTO sign_in_session (id, person_id, token, expires_at)
      VALUES (gen_random_uuid(), ${personId}, 'x', now() + interval '1 day')`.execute(fresh.owner);
    const recorded = await count('audit');
    expect(await remove()).toEqual({ ok: true, value: true });
    expect(await readDemo(fresh.db)).toEqual({ people: 0, sites: 0, places: 0, othersRoles: 0 });
    for (const table of ['site', 'activity', 'duty', 'step_event', 'plan_reading', 'unit', 'body'])
      expect([table, await count(table)]).toEqual([table, 0]);
    expect(await count('sign_in_session')).toBe(0);
    expect(await count('sign_in_account', `person_id <> '${administrator.personId}'`)).toBe(0);
    expect(await listDemoPeople(fresh.db)).toEqual([]);
    expect(await isNobody(personId)).toBe(true);
    expect(await isNobody(administrator.personId)).toBe(false);
    expect(await hasAdministrator(fresh.db)).toBe(true);
    expect(await count('audit')).toBe(recorded + 1);
  });

  it('leaves one row on record and tombstones with what went, however often it is sent', async () => {
    const commandId = newId<'command'>();
    const both = await Promise.all([
      remove(administrator, { commandId }),
      remove(administrator, { commandId }),
      remove(),
    ]);
    expect(both.every(({ ok }) => ok)).toBe(true);
    const { rows } = await sql<{ after: Readonly<Record<string, number>> }>`
      SELECT after FROM audit WHERE command = 'remove demo'`.execute(fresh.owner);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.after).toMatchObject({ site: 1, person: 6 });
    expect(await count('tombstone', "rule = 'demo.removed' AND table_name = 'activity'")).toBe(1);
  });

  it('is not loaded again, and the list of setting up speaks of it no more', async () => {
    expect(stepsOf(await readSetup(fresh.db))).toContain('demo');
    await remove();
    await load();
    const setup = await readSetup(fresh.db);
    expect(stepsOf(setup)).not.toContain('demo');
    expect(setup.people).toBe(1);
    expect(await count('person', 'demo')).toBe(0);
  });
});

describe('what is not the demo’s', () => {
  it('stays: a site of one’s own, with what was recorded there, and who recorded it', async () => {
    const own = await aSite(fresh);
    const duties = await count('duty', `site_id = '${own}'`);
    const { rows } = await sql<{ id: PersonId }>`
      UPDATE site SET created_by = (SELECT id FROM person WHERE username = 'can-bo-tinh')
      WHERE site_id = ${own} RETURNING created_by AS id`.execute(fresh.owner);
    await remove();
    expect(await count('site')).toBe(1);
    expect(await count('duty', `site_id = '${own}'`)).toBe(duties);
    expect(await count('person', `id = '${rows[0]?.id}' AND name = 'Hoàng Văn Minh Họa'`)).toBe(1);
  });

  it('keeps the places it stands on, which are the demo’s no longer', async () => {
    const units = await count('unit');
    const { rows } = await sql<{ id: NonNullable<RoleHolding['commune']>['unitId'] }>`
      SELECT unit_id AS id FROM unit WHERE level = 'xa' AND valid_to IS NULL`.execute(fresh.owner);
    const unitId = rows[0]?.id;
    if (!unitId) throw new Error('the demo has a commune');
    const commune = { unitId, siteIds: [] };
    const police = {
      role: 'commune_police',
      siteId: null,
      commune,
      from: today,
      to: null,
    } as const;
    const { personId } = await aPerson(police);
    await remove();
    expect(await count('unit')).toBe(units);
    expect(await count('body')).toBeGreaterThan(0);
    expect(await count('unit', 'demo')).toBe(0);
    expect(await isNobody(personId)).toBe(false);
  });

  it('ends where it stood at a demo site: roles there, and what demo people began to give away', async () => {
    const demoSite = await fresh.owner.selectFrom('site').select('site_id').executeTakeFirst();
    const siteId = demoSite?.site_id as NonNullable<RoleHolding['siteId']>;
    const { personId } = await aPerson({ role: 'core_member', siteId, from: today, to: null });
    const { personId: demoAdministrator } = await theDemoAdministrator();
    await sql`INSERT INTO invitation (invitation_id, command_id, code_hash, name, role, holds_from,
        valid_until, invited_by)
      VALUES (gen_random_uuid(), gen_random_uuid(), 'x', 'Ai Đó', 'administrator', ${today},
        '2099-01-01', ${demoAdministrator})`.execute(fresh.owner);
    expect((await readDemo(fresh.db)).othersRoles).toBe(1);
    await remove();
    expect(await isNobody(personId)).toBe(true);
    expect(await count('invitation', 'revoked_at IS NULL')).toBe(0);
  });
});

describe('only an administrator of one’s own', () => {
  it('takes it out, having said that it is meant', async () => {
    const refusal = (kind: string) => ({ ok: false, refusal: kind });
    const viewer = {
      role: 'data_protection_officer',
      siteId: null,
      from: today,
      to: null,
    } as const;
    expect(await remove(await aPerson(viewer))).toEqual(refusal('forbidden'));
    expect(await remove(administrator, { confirmed: false })).toEqual(refusal('unconfirmed'));
    expect(await remove(await theDemoAdministrator())).toEqual(refusal('demo person'));
    expect((await readDemo(fresh.db)).people).toBe(6);
  });

  it('is what PostgreSQL itself asks for', async () => {
    const { personId: ofDemo } = await theDemoAdministrator();
    const { personId: other } = await aPerson({
      role: 'provincial_officer',
      siteId: null,
      from: today,
      to: null,
    });
    for (const personId of [ofDemo, other, null])
      await expect(
        sql`SELECT remove_demo(gen_random_uuid(), ${today})`.execute(
          fresh.reaching({ personId, sites: 'all' }),
        ),
      ).rejects.toMatchObject({ code: '42501' });
    await expect(
      sql`SELECT remove_demo_sites(gen_random_uuid())`.execute(fresh.db),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
