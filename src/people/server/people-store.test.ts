// The list of people: only those one looks after, in the Vietnamese order, found by the same rule as on the device.

import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SiteId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { byGivenName, fold } from '#ground/text.ts';
import { searchNames } from '#ground/name-search.ts';
import type { Scope } from '../person.ts';
import { listColleagues, listPeople, peopleOnAPage, type PeopleAsked } from './people-store.ts';
import { aPerson, aSiteRow, databaseOf, today } from './testing.ts';

const names =
  `Nguyễn Văn Hòa, Nguyễn Thị Hoà, Trần Văn Hóa, Lê Ánh, Lê Anh, Lê Ân, Đỗ Đức, Dương Dũng, Đinh Ơn, Vũ Ông, Vũ Oanh, Phạm Quỳnh Ví Dụ,
  Hà Yến, \u00D0ỗ Văn \u0189ại, Hà Uyên, Tạ Ưng, Y Nhớ, Hồ Thị, Nông Thí, Ngô Thỉ, Lý A, Ma Ê, Ma E`.split(
    /,\s*/,
  );
let fresh: FreshDatabase;
let siteId: SiteId;
let elsewhere: SiteId;
beforeAll(async () => {
  fresh = await freshDatabase();
  [siteId, elsewhere] = [await aSiteRow(fresh), await aSiteRow(fresh)];
  for (const name of names) await aPerson(fresh, 'viewer', { siteId, name });
  await aPerson(fresh, 'viewer', { siteId: elsewhere, name: 'Nguyễn Văn Nơi Khác' });
});
afterAll(() => fresh.close());

const asked = (changed: Partial<PeopleAsked> = {}): PeopleAsked => ({
  scope: [siteId],
  query: '',
  standing: 'holding',
  today,
  ...changed,
});
const namesOf = async (changed?: Partial<PeopleAsked>): Promise<readonly string[]> =>
  (await listPeople(fresh.db, asked(changed), 1)).people.map(({ name }) => name);

test('PostgreSQL orders people as the device does: by given name, the Vietnamese way', async () => {
  expect(await namesOf()).toEqual(names.toSorted(byGivenName));
});

/** Letters of Latin, Greek and Cyrillic, their marks, and what Vietnamese is written with. */
const aLetter = fc
  .oneof(
    fc.integer({ min: 0x20, max: 0x52f }),
    fc.integer({ min: 0x1e00, max: 0x1eff }),
    fc.constantFrom(
      ...Array.from('đĐðÐɖƉƠơƯư\u0301\u0323\u031b', (sign) => sign.codePointAt(0) ?? 0),
    ),
  )
  .map((code) => String.fromCodePoint(code));

test('PostgreSQL folds whatever is written as the device does', async () => {
  const rows = await fresh.owner.selectFrom('person').select(['name', 'folded_name']).execute();
  for (const { name, folded_name } of rows) expect(folded_name).toBe(fold(name));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: aLetter }), { maxLength: 50 }), async (texts) => {
      const folded = await sql<{ text: string }>`
        SELECT fold(text) AS text
        FROM unnest(${texts}::text[]) WITH ORDINALITY AS given (text, place)
        ORDER BY place`.execute(fresh.db);
      expect(folded.rows.map(({ text }) => text)).toEqual(texts.map(fold));
    }),
    { examples: [[['\u00D0ỗ \u0189ức \u00F0 \u0256']]] },
  );
});

test('whatever is typed, the server finds exactly whom the device would find', async () => {
  const typed = fc.oneof(
    fc.constantFrom(...names),
    fc.constantFrom('hoa', 'nvh', 'ng v', 'qunyh', 'quynh vd', 'd', 'đ', 'lê a', 'yen', 'nguyne'),
    fc.string({ maxLength: 4, unit: fc.constantFrom(...Array.from('abcdeghnqtuvyđơư ')) }),
    fc.constantFrom("'", '%', '_', '\\', ';--'),
  );
  await fc.assert(
    fc.asyncProperty(typed, async (query) => {
      expect(await namesOf({ query })).toEqual(searchNames(query, names, (name) => name));
    }),
    { numRuns: 60 },
  );
});

describe('the scope is in the query', () => {
  const readers: readonly (readonly [string, () => Scope, boolean])[] = [
    ['their own site', () => [siteId], false],
    ['the whole province', () => 'all', true],
    ['nowhere', () => [], false],
  ];
  test.each(readers)('for somebody of %s', async (_, scopeOf, seesOther) => {
    const scope = scopeOf();
    const found = await namesOf({ scope, query: 'noi khac' });
    expect(found.length > 0).toBe(seesOther);
    const { total } = await listPeople(fresh.db, asked({ scope, query: 'noi khac' }), 1);
    expect(total > 0).toBe(seesOther);
  });
});

test('who has left stands in a list of their own, and a filter asks what it says', async () => {
  const gone = await aPerson(fresh, 'core_member', { siteId, name: 'Người Đã Thôi' });
  await fresh.owner
    .updateTable('role_holding')
    .set({ valid_to: '2026-02-01' })
    .where('person_id', '=', gone.personId)
    .execute();
  expect(await namesOf({ standing: 'left' })).toEqual(['Người Đã Thôi']);
  expect(await namesOf()).not.toContain('Người Đã Thôi');
  expect(await namesOf({ standing: 'all' })).toHaveLength(names.length + 1);
  expect(await namesOf({ role: 'core_member' })).toEqual([]);
  expect(await namesOf({ role: 'core_member', standing: 'all' })).toEqual(['Người Đã Thôi']);
  expect(await namesOf({ siteId: elsewhere, scope: 'all' })).toEqual(['Nguyễn Văn Nơi Khác']);
});

test('a long list comes in pages that together are the whole', async () => {
  const crowded = await aSiteRow(fresh);
  for (const number of Array.from({ length: peopleOnAPage + 3 }).keys()) {
    await aPerson(fresh, 'viewer', {
      siteId: crowded,
      name: `Lê Ví ${String(number).padStart(3, '0')}`,
    });
  }
  const pageOf = (page: number) => listPeople(fresh.db, asked({ scope: [crowded] }), page);
  const [first, second, beyond] = [await pageOf(1), await pageOf(2), await pageOf(9)];
  expect([first.pages, first.total, second.people.length]).toEqual([2, peopleOnAPage + 3, 3]);
  expect(beyond.page).toBe(2);
  const ids = [...first.people, ...second.people].map(({ personId }) => personId);
  expect(new Set(ids).size).toBe(peopleOnAPage + 3);
});

test('somebody may ask those who work at the same site to stand in, and sees no others', async () => {
  const here = await aSiteRow(fresh);
  const me = await aPerson(fresh, 'core_member', { siteId: here, name: 'Tôi' });
  const near = await aPerson(fresh, 'viewer', { siteId: here, name: 'Người Gần' });
  const gone = await aPerson(fresh, 'viewer', { siteId: here, name: 'Người Đã Thôi' });
  await fresh.owner
    .updateTable('role_holding')
    .set({ valid_to: '2026-02-01' })
    .where('person_id', '=', gone.personId)
    .execute();
  const found = await listColleagues(fresh.db, me, today);
  expect(found).toEqual([{ personId: near.personId, name: 'Người Gần' }]);
  const officer = await aPerson(fresh, 'provincial_officer');
  const all = await listColleagues(databaseOf(fresh, officer), officer, today);
  expect(all.length).toBeGreaterThan(names.length);
});
