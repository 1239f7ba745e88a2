// The rosters on a real database: kept by those of the site, each entry on record, and nothing more held of anybody.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, addMonths, day, monthOf, type Day } from '#ground/day.ts';
import { newId, type SiteId } from '#ground/id.ts';
import { refused } from '#ground/outcome.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { reachOf } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { enterIndicator } from '#sites/server/commands.ts';
import { listIndicators, listStandings } from '#sites/server/indicator-store.ts';
import { aCommand, anActor, aSite, testDay as today } from '#sites/server/testing.ts';
import type { HouseholdInput, MemberInput } from '../roster.input.ts';
import { keepHousehold, keepMember } from './commands.ts';
import { listHouseholdEntries, listHouseholds, listMemberEntries, listMembers } from './store.ts';

let fresh: FreshDatabase;
let siteId: SiteId;
let core: Actor;
beforeAll(async () => {
  fresh = await freshDatabase();
  siteId = await aSite(fresh);
  core = await anActor(fresh, 'core_member', siteId);
});
afterAll(() => fresh.close());

const member = (changed: Partial<MemberInput> = {}): MemberInput => ({
  commandId: aCommand(),
  siteId,
  memberId: undefined,
  name: 'Lý Thị Ví Dụ',
  part: 'Thư ký',
  organisation: 'Chi hội phụ nữ',
  phone: null,
  core: true,
  consentedOn: today,
  from: today,
  to: null,
  ...changed,
});
let number = 0;
const household = (changed: Partial<HouseholdInput> = {}): HouseholdInput => ({
  commandId: aCommand(),
  siteId,
  householdId: undefined,
  number: String((number += 1)),
  representative: 'Ma Văn Ví Dụ',
  group: 'Tổ 1',
  place: '',
  committedOn: null,
  from: today,
  to: null,
  ...changed,
});
const as = ({ personId, holdings }: Actor) =>
  fresh.reaching({ personId, sites: reachOf({ personId, holdings, name: '' }) });

describe('a member', () => {
  test('is added once however often it is sent, corrected and ended, and every entry stays', async () => {
    const input = member({ phone: ' 0912 345 678 ' });
    const added = await keepMember(as(core), core, input, today);
    expect(await keepMember(as(core), core, input, today)).toEqual(added);
    if (!added.ok) throw new Error('not added');
    const { memberId } = added.value;
    const ended = member({ memberId, part: 'Phó ban', to: addDays(today, 30) });
    expect(await keepMember(as(core), core, ended, today)).toEqual(added);
    const listed = (await listMembers(fresh.db, [siteId], siteId)).filter(
      (one) => one.memberId === memberId,
    );
    expect(listed).toMatchObject([{ part: 'Phó ban', phone: null, to: addDays(today, 30) }]);
    const entries = await listMemberEntries(fresh.db, [siteId], siteId, memberId);
    expect(entries.map(({ part, phone }) => [part, phone])).toEqual([
      ['Phó ban', null],
      ['Thư ký', '0912 345 678'],
    ]);
  });

  test.each([
    ['name-missing', { name: ' ' }],
    ['part-missing', { part: '' }],
    ['consent-missing', { consentedOn: addDays(today, 1) }],
    ['phone-wrong', { phone: 'gọi anh Tư' }],
    ['to-before-from', { to: addDays(today, -1) }],
    ['not-found', { memberId: newId<'member'>() }],
  ] as const)('is refused with %s', async (refusal, changed) => {
    expect(await keepMember(as(core), core, member(changed), today)).toEqual(refused(refusal));
  });
});

describe('a household', () => {
  test('has a number of its own as long as it stands, and the number is free afterwards', async () => {
    const first = household({ number: 'A 07' });
    const added = await keepHousehold(as(core), core, first, today);
    if (!added.ok) throw new Error('not added');
    const twin = household({ number: 'a 07' });
    expect(await keepHousehold(as(core), core, twin, today)).toEqual(refused('number-taken'));
    const { householdId } = added.value;
    const ended = { ...first, commandId: aCommand(), householdId, to: today };
    expect(await keepHousehold(as(core), core, ended, today)).toEqual(added);
    const later = { ...twin, from: addDays(today, 1) };
    expect(await keepHousehold(as(core), core, later, today)).toMatchObject({ ok: true });
    expect(await listHouseholdEntries(fresh.db, [siteId], siteId, householdId)).toHaveLength(2);
  });

  test.each([
    ['number-missing', { number: ' ' }],
    ['name-missing', { representative: '' }],
    ['to-before-from', { to: day('2020-01-01') }],
    ['commitment-wrong', { committedOn: addDays(today, 1) }],
    ['commitment-wrong', { to: today, from: today, committedOn: addDays(today, 1) }],
    ['not-found', { householdId: newId<'household'>() }],
  ] as const)('is refused with %s', async (refusal, changed) => {
    expect(await keepHousehold(as(core), core, household(changed), today)).toEqual(
      refused(refusal),
    );
  });
});

test('another site’s roster is neither kept nor seen, whatever the query asks for', async () => {
  const other = await aSite(fresh);
  const stranger = await anActor(fresh, 'core_member', other);
  expect(await keepMember(as(stranger), stranger, member(), today)).toEqual(refused('forbidden'));
  await keepMember(as(core), core, member(), today);
  await keepHousehold(as(core), core, household(), today);
  expect(await listMembers(as(stranger), 'all', siteId)).toEqual([]);
  expect(await listHouseholds(as(stranger), 'all', siteId)).toEqual([]);
  expect(await listMembers(as(core), 'all', siteId)).not.toEqual([]);
});

test('who is core and which household signed counts for the site’s figures, the latest entry of each', async () => {
  const here = await aSite(fresh);
  const keeper = await anActor(fresh, 'core_member', here);
  const viewer = await anActor(fresh, 'viewer', here);
  const db = as(keeper);
  const at = { siteId: here };
  const added = await keepMember(db, keeper, member({ ...at, core: true }), today);
  await keepMember(db, keeper, member({ ...at, core: undefined }), today);
  const signedOn = addDays(today, -40);
  await keepHousehold(db, keeper, household({ ...at, committedOn: signedOn }), today);
  await keepHousehold(db, keeper, household(at), today);
  const signed = { key: 'households_committed', from: signedOn, to: null };
  const standing = { key: 'core_members', from: today, to: null };
  expect(new Set(await listStandings(as(viewer), [here], here))).toEqual(
    new Set([standing, signed]),
  );
  if (!added.ok) throw new Error('not added');
  const { memberId } = added.value;
  await keepMember(db, keeper, member({ ...at, memberId, core: undefined }), today);
  expect(await listStandings(as(viewer), [here], here)).toEqual([signed]);
  expect(await listStandings(as(core), 'all', here)).toEqual([]);
});

test('a month which the roster counts is not entered by hand', async () => {
  const here = await aSite(fresh);
  const keeper = await anActor(fresh, 'core_member', here);
  await keepMember(as(keeper), keeper, member({ siteId: here, core: true }), today);
  const indicators = await listIndicators(fresh.db, [here], here);
  const indicator = indicators.find(({ key }) => key === 'core_members');
  if (!indicator) throw new Error('no indicator');
  const enter = (month: Day) => {
    const { indicatorId } = indicator;
    const told = { siteId: here, commandId: aCommand(), indicatorId, month, value: 9, note: '' };
    return enterIndicator(as(keeper), keeper, told, today);
  };
  expect(await enter(monthOf(today))).toEqual(refused('on-roster'));
  expect(await enter(addMonths(monthOf(today), -1))).toMatchObject({ ok: true });
});

test('an entry is never changed or removed by the application', async () => {
  for (const statement of [
    `UPDATE member_entry SET name = 'x'`,
    'DELETE FROM member_entry',
    `UPDATE household_entry SET representative = 'x'`,
    'DELETE FROM household_entry',
  ]) {
    await expect(sql.raw(statement).execute(fresh.db)).rejects.toThrow('permission denied');
  }
});

test('the record says who kept the roster and keeps no second copy of a name', async () => {
  await keepMember(as(core), core, member({ name: 'Tên Không Chép' }), today);
  const rows = await fresh.owner
    .selectFrom('audit')
    .select(['command', sql<string>`audit::text`.as('text')])
    .where('person_id', '=', core.personId)
    .execute();
  expect(rows.map(({ command }) => command)).toContain('add member');
  expect(rows.filter(({ text }) => text.includes('Tên Không Chép'))).toEqual([]);
});

test('the rosters hold these columns and no other: nothing else is ever kept of anybody', async () => {
  const { rows } = await sql<{ table: string; columns: string }>`
    select table_name as table, string_agg(column_name::text, ' ' order by ordinal_position) as columns
    from information_schema.columns where table_name in ('member_entry', 'household_entry')
    group by table_name order by table_name`.execute(fresh.owner);
  expect(rows).toEqual([
    {
      table: 'household_entry',
      columns:
        'site_id entry_id household_id command_id number representative group_name place valid_from valid_to recorded_by recorded_at committed_on',
    },
    {
      table: 'member_entry',
      columns:
        'site_id entry_id member_id command_id name part organisation phone core consented_on valid_from valid_to recorded_by recorded_at',
    },
  ]);
});
