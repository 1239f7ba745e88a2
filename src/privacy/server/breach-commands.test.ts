// The record of breaches on a real database: kept by one role alone, hidden from every other down to the counts.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, type Instant } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { refused } from '#ground/outcome.ts';
import { linkPending } from '#ground/server/audit-linker.ts';
import { verifyChains } from '#ground/server/audit-verify.ts';
import { inTransaction } from '#ground/server/db.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor, Role } from '#people/person.ts';
import { insertHolding, insertPerson } from '#people/server/store.ts';
import { aCommand } from '#sites/server/testing.ts';
import { breachState } from '../breach.ts';
import { recordBreach, stepBreach } from './breach-commands.ts';
import { findBreach, listBreachEvents, listBreaches } from './breach-store.ts';

const now = new Date().toISOString() as Instant;
const earlier = new Date(Date.now() - 3_600_000).toISOString() as Instant;
let fresh: FreshDatabase;
let officer: Actor;

async function someone(role: Role): Promise<Actor> {
  const personId = newId<'person'>();
  const holding = { role, siteId: null, from: day('2026-01-01'), to: null };
  await inTransaction(fresh.db, async (tx) => {
    const person = { personId, name: 'Người Ví Dụ', username: personId, passwordHash: 'x' };
    await insertPerson(tx, { ...person, demo: false });
    await insertHolding(tx, personId, holding);
  });
  return { personId, name: 'Người Ví Dụ', holdings: [holding] };
}
const as = ({ personId }: Actor) => fresh.reaching({ personId, sites: 'all' });
const found = () => ({
  commandId: aCommand(),
  foundAt: earlier,
  assessment: {
    happened: 'Một máy dùng chung bị mất',
    touched: ['sign_in_session', 'sign_in_session'],
    people: 3,
    consequences: '',
  },
});

beforeAll(async () => {
  fresh = await freshDatabase();
  officer = await someone('data_protection_officer');
});
afterAll(() => fresh.close());

describe('a breach', () => {
  it('is recorded once, judged, told and closed, by the officer’s own database', async () => {
    const input = found();
    const recorded = await recordBreach(as(officer), officer, input, now);
    expect(await recordBreach(as(officer), officer, input, now)).toEqual(recorded);
    const breachId = recorded.ok ? recorded.value.breachId : newId<'breach'>();
    const step = (kind: 'told' | 'closed', told: 'authority' | null) =>
      stepBreach(
        as(officer),
        officer,
        { commandId: aCommand(), breachId, kind, at: now, note: 'đã gửi', told, assessment: null },
        now,
      );
    expect(await step('told', 'authority')).toEqual(recorded);
    expect(await step('closed', null)).toEqual(recorded);
    const breach = await findBreach(as(officer), breachId);
    const events = await listBreachEvents(as(officer), [breachId]);
    expect(events.map(({ kind }) => kind)).toEqual(['assessed', 'told', 'closed']);
    expect(breach && breachState(breach, events)).toMatchObject({
      isOpen: false,
      authorityToldAt: now,
      assessment: { touched: ['sign_in_session'], people: 3 },
    });
  });
  it('takes what was done already with it, and sent again writes it once', async () => {
    const input = { ...found(), measure: ' Đã khóa các phiên. ' };
    const recorded = await recordBreach(as(officer), officer, input, now);
    expect(await recordBreach(as(officer), officer, input, now)).toEqual(recorded);
    const breachId = recorded.ok ? recorded.value.breachId : newId<'breach'>();
    const events = await listBreachEvents(as(officer), [breachId]);
    expect(events).toHaveLength(2);
    expect(events.find(({ kind }) => kind === 'measure')?.note).toBe('Đã khóa các phiên.');
  });
  it.each(['administrator', 'provincial_officer'] as const)(
    'is not there for an %s: no row, no count, not even in the record of who did what',
    async (role) => {
      await recordBreach(as(officer), officer, found(), now);
      const other = await someone(role);
      const { rows } = await sql<{ count: number }>`
        SELECT (SELECT count(*) FROM breach) + (SELECT count(*) FROM breach_event)
          + (SELECT count(*) FROM audit WHERE command LIKE '%breach%') AS count`.execute(as(other));
      expect(Number(rows[0]?.count)).toBe(0);
      expect(await listBreaches(as(other), 10)).toEqual([]);
      expect((await listBreaches(as(officer), 10)).length).toBeGreaterThan(0);
      expect(await recordBreach(as(other), other, found(), now)).toEqual(refused('forbidden'));
    },
  );
  it('is linked into the record all the same, also where somebody who may not see it links the rest', async () => {
    const administrator = await someone('administrator');
    await recordBreach(as(officer), officer, found(), now);
    await linkPending(as(administrator));
    await recordBreach(as(officer), officer, found(), now);
    await linkPending(fresh.db);
    expect(await verifyChains(fresh.owner)).toMatchObject({ waiting: 0, breaks: [] });
  });
  it('can be changed or taken away by nobody', async () => {
    await recordBreach(as(officer), officer, found(), now);
    const attempts = ['UPDATE breach SET found_at = now()', 'DELETE FROM breach_event'];
    const outcomes = await Promise.allSettled(
      attempts.map((attempt) => sql.raw(attempt).execute(as(officer))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
