// The demo loads on the real database by the commands people use, whatever the day, once.

import { afterEach, describe, expect, it } from 'vitest';
import { dayAt, type Instant } from '#ground/day.ts';
import type { FileStore } from '#ground/server/files.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { done } from '#ground/outcome.ts';
import { readPlan } from '#plans/read-plan.ts';
import { hasAdministrator, listDemoPeople } from '#people/server/store.ts';
import { loadDemo } from './load.ts';

let fresh: FreshDatabase | undefined;
afterEach(async () => {
  await fresh?.close();
  fresh = undefined;
});

const files: FileStore = {
  putFile: () => Promise.resolve('0'.repeat(64) as never),
  getFile: () => Promise.resolve(new Uint8Array()),
};

async function loadOn(now: Instant): Promise<FreshDatabase> {
  fresh ??= await freshDatabase();
  await loadDemo({
    db: fresh.db,
    files,
    now,
    timeZone: 'Asia/Ho_Chi_Minh',
    signIn: { hash: (password) => Promise.resolve(password), demoPassword: (name) => name },
    readPlan: (bytes) => {
      const text = new TextDecoder().decode(bytes).split('\n');
      const plan = readPlan(text);
      return Promise.resolve(plan.ok ? done({ text, plan: plan.value }) : plan);
    },
  });
  return fresh;
}

const countOf = async ({ db }: FreshDatabase, table: 'activity' | 'step_event' | 'duty_event') =>
  Number(
    (
      await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

describe('the demo', () => {
  it.each(['2026-11-23', '2027-01-31', '2028-02-29', '2027-06-01', '2026-12-31'])(
    'loaded on %s stands half a year into its life',
    async (day) => {
      const now = `${day}T05:00:00.000Z` as Instant;
      const { db } = await loadOn(now);
      const site = await db.selectFrom('site').selectAll().executeTakeFirstOrThrow();
      expect(site).toMatchObject({
        hamlet: 'xóm Phố',
        commune: 'xã Phú Thịnh',
        province: 'tỉnh Thái Nguyên',
        district: null,
        demo: true,
      });
      const steps = await db
        .selectFrom('step')
        .select(['due', 'ongoing'])
        .orderBy('number')
        .execute();
      expect(steps).toHaveLength(6);
      expect(steps.slice(0, 5).every(({ due }) => due !== null && due < day)).toBe(true);
      expect(steps[5]?.ongoing).toBe(true);
      const closed = await db
        .selectFrom('step_event')
        .select('number')
        .where('kind', '=', 'closed')
        .execute();
      expect(closed).toHaveLength(5);
      const latest = await db
        .selectFrom('activity')
        .select((eb) => eb.fn.max('day').as('day'))
        .executeTakeFirstOrThrow();
      expect(latest.day < dayAt(now, 'Asia/Ho_Chi_Minh')).toBe(true);
    },
  );

  it('loaded again, or after it was broken off, makes nothing twice', async () => {
    const now = '2026-11-23T05:00:00.000Z' as Instant;
    const first = await loadOn(now);
    const counts = [
      await countOf(first, 'activity'),
      await countOf(first, 'step_event'),
      await countOf(first, 'duty_event'),
    ];
    expect(counts.every((count) => count > 3)).toBe(true);
    await loadOn(now);
    expect([
      await countOf(first, 'activity'),
      await countOf(first, 'step_event'),
      await countOf(first, 'duty_event'),
    ]).toEqual(counts);
    expect((await listDemoPeople(first.db)).map(({ role }) => role).toSorted()).toEqual([
      'administrator',
      'commune_police',
      'core_member',
      'data_protection_officer',
      'provincial_officer',
      'viewer',
    ]);
  });

  it('brings an administrator who does not count as the real one', async () => {
    const { db } = await loadOn('2026-11-23T05:00:00.000Z' as Instant);
    expect(await hasAdministrator(db)).toBe(false);
  });
});
