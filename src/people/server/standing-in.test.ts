// Standing in: with exactly the rights of whoever is away, in its days, and both names on record.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, type Day } from '#ground/day.ts';
import { newId, type CommandId, type SiteId } from '#ground/id.ts';
import { done, refused } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction } from '#ground/server/db.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { may } from '../may.ts';
import type { Actor } from '../person.ts';
import type { StandInId, StandInInput } from '../standing-in.ts';
import { endStandIn, nameStandIn } from './standing-in-commands.ts';
import { requireSecondFactor } from './second-factor-commands.ts';
import { findActor, listDoneFor, listStandIns, needsSecondFactor } from './standing-in-store.ts';
import { aPerson, aSiteRow, databaseOf, today } from './testing.ts';

let fresh: FreshDatabase;
let siteId: SiteId;
let absent: Actor;
let colleague: Actor;
beforeAll(async () => {
  fresh = await freshDatabase();
  siteId = await aSiteRow(fresh);
  absent = await aPerson(fresh, 'commune_police', { siteId, name: 'Lương Văn Ví Dụ' });
  colleague = await aPerson(fresh, 'viewer', { siteId, name: 'Vi Thị Ví Dụ' });
});
afterAll(() => fresh.close());

const commandId = (): CommandId => newId<'command'>();
const until = addDays(today, 4);
const asked = (changed: Partial<StandInInput> = {}): StandInInput => ({
  commandId: commandId(),
  absentId: absent.personId,
  personId: colleague.personId,
  from: today,
  to: until,
  reason: 'Đi học',
  ...changed,
});
const name = (actor: Actor, changed?: Partial<StandInInput>) =>
  nameStandIn({ db: databaseOf(fresh, actor), people: fresh.db }, actor, asked(changed), today);

/** Whoever was named before stands in no more: each test names the same colleague anew. */
beforeEach(async () => {
  await fresh.owner.deleteFrom('stand_in').execute();
});

async function named(changed?: Partial<StandInInput>): Promise<StandInId> {
  const outcome = await name(absent, changed);
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value.standInId;
}
const actingAs = (standInId: StandInId | undefined, on = today) =>
  findActor(fresh.db, colleague, standInId, on);

describe('whoever stands in', () => {
  test('has the rights of the one who is away, and not their own, while it is switched on', async () => {
    const standInId = await named();
    const on = await actingAs(standInId);
    expect(on).toMatchObject({
      personId: colleague.personId,
      actingFor: { personId: absent.personId, name: 'Lương Văn Ví Dụ' },
      holdings: [{ role: 'commune_police', siteId }],
    });
    expect(on && may(on, 'close step', siteId)).toBe(true);
    const off = await actingAs(undefined);
    expect(off?.actingFor).toBeUndefined();
    expect(off && may(off, 'close step', siteId)).toBe(false);
  });

  test('has them on the days named only, and never after it was ended', async () => {
    const standInId = await named({ from: addDays(today, 1) });
    const rights = async (on: number) =>
      (await actingAs(standInId, addDays(today, on)))?.actingFor !== undefined;
    expect(await Promise.all([0, 1, 4, 5].map(rights))).toEqual([false, true, true, false]);
    await endStandIn(
      databaseOf(fresh, absent),
      absent,
      { commandId: commandId(), standInId },
      today,
    );
    expect(await rights(1)).toBe(false);
  });

  test('never has the rights of an administrator, nor what the absent one does for another', async () => {
    const both = await aPerson(fresh, 'administrator');
    await fresh.owner
      .insertInto('role_holding')
      .values({
        holding_id: newId(),
        person_id: both.personId,
        role: 'commune_police',
        site_id: siteId,
        valid_from: '2026-01-01',
      })
      .execute();
    const outcome = await name(both, { absentId: both.personId });
    if (!outcome.ok) throw new Error(outcome.refusal);
    const acting = await actingAs(outcome.value.standInId);
    expect(acting?.holdings.map(({ role }) => role)).toEqual(['commune_police']);
    const third = await aPerson(fresh, 'viewer', { siteId });
    const chained = await named({ absentId: absent.personId, personId: both.personId });
    expect(await findActor(fresh.db, third, chained, today)).not.toHaveProperty('actingFor');
  });

  test('has nothing by a standing-in that is somebody else’s, whatever the browser says', async () => {
    const standInId = await named();
    const stranger = await aPerson(fresh, 'viewer', { siteId });
    expect(await findActor(fresh.db, stranger, standInId, today)).not.toHaveProperty('actingFor');
    expect(await findActor(fresh.db, colleague, newId<'stand-in'>(), today)).not.toHaveProperty(
      'actingFor',
    );
  });

  test('who has left stands in for nobody', async () => {
    const gone = await aPerson(fresh, 'viewer', { siteId });
    const standInId = await named({ personId: gone.personId });
    await fresh.owner
      .updateTable('role_holding')
      .set({ valid_to: addDays(today, -1) })
      .where('person_id', '=', gone.personId)
      .execute();
    expect(await findActor(fresh.db, gone, standInId, today)).toBeUndefined();
  });
});

describe('naming', () => {
  test('is for the person away and for whoever may pass the role on', async () => {
    const officer = await aPerson(fresh, 'provincial_officer');
    const administrator = await aPerson(fresh, 'administrator');
    expect(await name(officer)).toMatchObject({ ok: true });
    const later = { from: addDays(until, 1), to: addDays(until, 2) };
    expect(await name(administrator, later)).toMatchObject({ ok: true });
    expect(await name(colleague)).toEqual(refused('forbidden'));
    const guardian = await aPerson(fresh, 'data_protection_officer');
    expect(await name(officer, { absentId: guardian.personId })).toEqual(refused('forbidden'));
    expect(await name(administrator, { absentId: guardian.personId })).toMatchObject({ ok: true });
  });

  test('is never of oneself, and never done while standing in', async () => {
    const officer = await aPerson(fresh, 'provincial_officer');
    expect(await name(officer, { personId: officer.personId })).toEqual(refused('own'));
    expect(await name({ ...absent, actingFor: colleague })).toEqual(refused('forbidden'));
  });

  test.each([
    ['from-past', { from: addDays(today, -1) }],
    ['to-before-from', { from: until, to: today }],
    ['reason-missing', { reason: '  ' }],
  ] as const)('is refused with %s', async (refusal, changed) => {
    expect(await name(absent, changed)).toEqual(refused(refusal));
  });

  test('is refused where there is nothing to stand in for, or nobody to do it', async () => {
    const administrator = await aPerson(fresh, 'administrator');
    const only = { absentId: administrator.personId };
    expect(await name(administrator, only)).toEqual(refused('nothing-to-do'));
    const gone = await aPerson(fresh, 'viewer', { siteId });
    await fresh.owner.deleteFrom('role_holding').where('person_id', '=', gone.personId).execute();
    expect(await name(absent, { personId: gone.personId })).toEqual(refused('no-access'));
  });

  test('names nobody twice for the same day', async () => {
    await named();
    expect(await name(absent, { from: until, to: addDays(until, 3) })).toEqual(
      refused('named-already'),
    );
    expect(await name(absent, { from: addDays(until, 1), to: addDays(until, 3) })).toMatchObject({
      ok: true,
    });
  });

  test('sent twice names once', async () => {
    const input = asked({ reason: 'Đi phép' });
    const databases = { db: databaseOf(fresh, absent), people: fresh.db };
    const first = await nameStandIn(databases, absent, input, today);
    expect(await nameStandIn(databases, absent, input, today)).toEqual(first);
    const listed = await listStandIns(fresh.db, { absentId: absent.personId }, today);
    expect(listed.filter(({ reason }) => reason === 'Đi phép')).toHaveLength(1);
  });
});

test('a role that needs a second factor needs it of whoever stands in too, once the grace is over', async () => {
  const standInId = await named();
  const needed = () => needsSecondFactor(fresh.db, standInId, today);
  expect(await needed()).toBe(false);
  const administrator = await aPerson(fresh, 'administrator');
  const rule = { role: 'commune_police', needsSecondFactor: true, graceUntil: today } as const;
  const since = addDays(today, -3);
  const require = (graceUntil: Day) => {
    const input = { ...rule, graceUntil, commandId: commandId() };
    return requireSecondFactor(fresh.db, administrator, input, since);
  };
  await require(today);
  expect(await needed()).toBe(false);
  await require(addDays(today, -1));
  expect(await needed()).toBe(true);
});

test('what is done carries both names, and the one who was away sees it', async () => {
  const standInId = await named();
  const acting = await actingAs(standInId);
  if (!acting) throw new Error('not on');
  await inTransaction(databaseOf(fresh, acting), (tx) =>
    appendAudit(tx, { siteId, personId: acting.personId, command: 'close step', record: 'step 4' }),
  );
  expect(await listDoneFor(databaseOf(fresh, absent), absent.personId)).toMatchObject([
    { command: 'close step', record: 'step 4', by: 'Vi Thị Ví Dụ' },
  ]);
  expect(await listDoneFor(databaseOf(fresh, colleague), colleague.personId)).toEqual([]);
});

test('a standing-in is ended by one of the two or by whoever may name, by nobody else', async () => {
  const standInId = await named();
  const input = { commandId: commandId(), standInId };
  const stranger = await aPerson(fresh, 'core_member', { siteId });
  expect(await endStandIn(databaseOf(fresh, stranger), stranger, input, today)).toEqual(
    refused('not-found'),
  );
  const officer = await aPerson(fresh, 'provincial_officer');
  expect(await endStandIn(databaseOf(fresh, officer), officer, input, today)).toEqual(done(true));
  expect((await actingAs(standInId))?.actingFor).toBeUndefined();
});
