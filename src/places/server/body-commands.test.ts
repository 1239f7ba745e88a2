// Bodies on real PostgreSQL: founded, found by their words, renewed after a merger, once and on record.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { day } from '#ground/day.ts';
import { newId, type CommandId, type UnitId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { roles, type Actor, type Role } from '#people/person.ts';
import { usualBodies } from '../body.ts';
import { endBody, foundBody, foundUsualBodies, renameBody, renewBodies } from './body-commands.ts';
import {
  listBodies,
  listBodiesOfSites,
  listBodyChanges,
  listWaitingBodies,
  searchBodies,
} from './body-store.ts';

let fresh: FreshDatabase;
const personId = newId<'person'>();
const actorWith = (role: Role): Actor => ({
  personId,
  name: 'Hoàng Văn Minh Họa',
  holdings: [{ role, siteId: null, from: day('2026-01-01'), to: null }],
});
const officer = actorWith('provincial_officer');
const command = (): CommandId => newId<'command'>();
const on = day('2026-11-23');

const [province, old, other, merged] = [
  newId<'unit'>(),
  newId<'unit'>(),
  newId<'unit'>(),
  newId<'unit'>(),
];

async function insertUnit(
  unitId: UnitId,
  name: string,
  [from, to]: readonly [string, string | null],
): Promise<void> {
  const level = unitId === province ? 'tinh' : 'xa';
  const parent = unitId === province ? null : province;
  await sql`INSERT INTO unit (unit_id, level, name, folded_name, words, parent_id, valid_from, valid_to)
    VALUES (${unitId}, ${level}, ${name}, ${name}, ${name}, ${parent}, ${from}, ${to})`.execute(
    fresh.owner,
  );
}

beforeAll(async () => {
  fresh = await freshDatabase();
  await sql`INSERT INTO person (id, name, username, email)
    VALUES (${personId}, 'Hoàng Văn Minh Họa', 'can-bo', 'can-bo@example.invalid')`.execute(
    fresh.owner,
  );
  await insertUnit(province, 'Tỉnh Ví Dụ', ['1997-01-01', null]);
  await insertUnit(old, 'Xã Đồi Chè', ['2011-01-01', '2025-06-30']);
  await insertUnit(other, 'Xã Suối Cũ', ['2011-01-01', '2025-06-30']);
  await insertUnit(merged, 'Xã Đồi Chè', ['2025-07-01', null]);
  await sql`WITH change AS (
      INSERT INTO unit_change (change_id, command_id, kind, effective_on)
      VALUES (gen_random_uuid(), gen_random_uuid(), 'merged', '2025-07-01') RETURNING change_id)
    INSERT INTO unit_change_part (change_id, part_id, from_id, to_id)
    SELECT change_id, gen_random_uuid(), from_id, ${merged}::uuid
    FROM change, unnest(${[old, other]}::uuid[]) AS from_id`.execute(fresh.owner);
});
afterAll(() => fresh.close());

const usual = (unitId: UnitId, from: string, commandId = command()) =>
  foundUsualBodies(fresh.db, officer, { commandId, unitId, from: day(from), legalAct: '' });
const policeOf = async (unitId: UnitId) => {
  const all = await listBodies(fresh.db, [unitId]);
  return all.filter(({ kind }) => kind === 'police');
};

describe('the bodies of a commune', () => {
  test('are founded in one go, and sent again nothing is founded twice', async () => {
    const commandId = command();
    expect(await usual(old, '2011-01-01', commandId)).toMatchObject({
      value: { begun: usualBodies.xa.length },
    });
    expect(await usual(old, '2011-01-01', commandId)).toMatchObject({ value: { begun: 0 } });
    expect(await listBodies(fresh.db, [old])).toHaveLength(usualBodies.xa.length);
    await usual(other, '2011-01-01');
  });

  test('are found by words of their names, without accents, as of a day', async () => {
    const found = async (text: string, day_ = day('2020-05-06')) =>
      (await searchBodies(fresh.db, { text, on: day_ })).map(({ name }) => name);
    expect(await found('cong an doi')).toEqual(['Công an xã Đồi Chè']);
    expect(await found("y te ' | suoi")).toEqual(['Trạm Y tế xã Suối Cũ']);
    expect(await found('cong an doi', day('2010-12-31'))).toEqual([]);
    expect(await found('')).toEqual([]);
  });

  test('before a search are those of the communes of sites, on the day asked for', async () => {
    const begin = (): Promise<readonly string[]> =>
      fresh.owner.transaction().execute(async (tx) => {
        await sql`SET LOCAL session_replication_role = replica`.execute(tx);
        await sql`INSERT INTO site_place (site_id, valid_from, unit_id, commune_id)
          VALUES (gen_random_uuid(), '2020-01-01', ${old}, ${old}) ON CONFLICT DO NOTHING`.execute(
          tx,
        );
        const [there, before] = await Promise.all(
          [day('2020-05-06'), day('2010-12-31')].map((one) => listBodiesOfSites(tx, one)),
        );
        await sql`DELETE FROM site_place`.execute(tx);
        expect(before).toEqual([]);
        return (there ?? []).map(({ unitId }) => unitId);
      });
    expect(await listBodiesOfSites(fresh.db, day('2020-05-06'))).toEqual([]);
    expect(new Set(await begin())).toEqual(new Set([old]));
  });

  test('the database too refuses a second of a kind', async () => {
    const second = sql`INSERT INTO body (body_id, kind, unit_id, name, words, valid_from)
      VALUES (gen_random_uuid(), 'police', ${old}, 'x', 'x', '2015-01-01')`;
    await expect(second.execute(fresh.db)).rejects.toThrow('body_one_of_its_kind');
  });
});

describe('after a merger', () => {
  test('the bodies of units that ended wait, with the unit that followed', async () => {
    const waiting = await listWaitingBodies(fresh.db, on, { limit: 100 });
    expect(waiting).toHaveLength(2 * usualBodies.xa.length);
    expect(new Set(waiting.map(({ nowIn }) => nowIn))).toEqual(new Set([merged]));
  });

  test('they are renewed at once: two police go into one, and none waits any more', async () => {
    const renewed = await renewBodies(fresh.db, officer, {
      commandId: command(),
      unitId: merged,
      legalAct: 'Nghị quyết 1683/NQ-UBTVQH15',
    });
    expect(renewed).toMatchObject({ value: { begun: usualBodies.xa.length } });
    expect(await listWaitingBodies(fresh.db, on, { limit: 100 })).toEqual([]);
    const [police] = await policeOf(merged);
    expect(police).toMatchObject({ name: 'Công an xã Đồi Chè', validFrom: '2025-07-01' });
    const [change] = await listBodyChanges(fresh.db, police ? [police.bodyId] : []);
    expect(change).toMatchObject({ kind: 'merged', effectiveOn: '2025-07-01' });
    expect(change?.parts).toHaveLength(2);
  });

  test('where none waits there is nothing to do', async () => {
    const input = { commandId: command(), unitId: merged, legalAct: '' };
    expect(await renewBodies(fresh.db, officer, input)).toMatchObject({
      refusal: 'nothing-to-do',
    });
  });
});

describe('one body', () => {
  test('is renamed from a day, keeps its old name before, and ends; all of it on record', async () => {
    const [police] = await policeOf(merged);
    if (!police) throw new Error('no police');
    const { bodyId } = police;
    const rename = { commandId: command(), bodyId, legalAct: '', name: 'Công an xã Mới' };
    await renameBody(fresh.db, officer, { ...rename, from: day('2026-03-01') });
    await renameBody(fresh.db, officer, { ...rename, from: day('2026-03-01') });
    const [before, after] = await policeOf(merged);
    expect([before?.validTo, after?.name]).toEqual(['2026-02-28', 'Công an xã Mới']);
    if (!after) throw new Error('not renamed');
    const end = { commandId: command(), bodyId: after.bodyId, legalAct: '' };
    await endBody(fresh.db, officer, { ...end, lastDay: day('2026-09-30') });
    expect((await policeOf(merged)).at(-1)?.validTo).toBe('2026-09-30');
    const commands = await fresh.owner.selectFrom('audit').select('command').execute();
    expect(commands.map((row) => row.command)).toEqual([
      'found usual bodies',
      'found usual bodies',
      'renew bodies',
      'rename body',
      'end body',
    ]);
  });

  test('nobody finds what is not there', async () => {
    const end = { commandId: command(), bodyId: newId<'body'>(), legalAct: '', lastDay: on };
    expect(await endBody(fresh.db, officer, end)).toMatchObject({ refusal: 'not-found' });
    expect(await usual(newId<'unit'>(), '2026-01-01')).toMatchObject({ refusal: 'not-found' });
  });
});

const mayNot = roles.filter((role) => !['administrator', 'provincial_officer'].includes(role));
test.each(mayNot)('%s may do nothing to a body', async (role) => {
  const actor = actorWith(role);
  const [police] = await policeOf(old);
  const terms = { commandId: command(), legalAct: '' };
  const ofBody = { ...terms, bodyId: police?.bodyId ?? newId<'body'>() };
  const atUnit = { ...terms, unitId: merged };
  const made = { ...atUnit, kind: 'school' as const, name: 'Trường', code: null, from: on };
  const outcomes = [
    await foundBody(fresh.db, actor, made),
    await foundUsualBodies(fresh.db, actor, { ...atUnit, from: on }),
    await renewBodies(fresh.db, actor, atUnit),
    await renameBody(fresh.db, actor, { ...ofBody, name: 'Khác', from: on }),
    await endBody(fresh.db, actor, { ...ofBody, lastDay: on }),
  ];
  expect(new Set(outcomes.map((one) => (one.ok ? 'done' : one.refusal)))).toEqual(
    new Set(['forbidden']),
  );
});
