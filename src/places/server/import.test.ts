// Units from files on a real database: seen first, written whole, the same again changing nothing.

import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, day } from '#ground/day.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '#people/person.ts';
import { fullName, unitsById } from '../unit.ts';
import {
  importMergers,
  importSnapshot,
  previewMergers,
  previewSnapshot,
} from './import-commands.ts';
import { searchUnits } from './search-store.ts';
import { findLineage, listChangesOf, listUnitsFrom, listWithParents } from './store.ts';
import {
  aFile,
  aKeeper,
  before,
  idOf,
  must,
  newUnits,
  oldUnits,
  since,
  termsOf,
  theMergers,
  theReform,
} from './testing.ts';
import { unitOn } from '../lineage.ts';

let fresh: FreshDatabase;
let actor: Actor;
beforeEach(async () => {
  fresh = await freshDatabase();
  actor = await aKeeper(fresh);
});
afterEach(() => fresh.close());

const every = () => listUnitsFrom(fresh.db, ['tinh', 'huyen', 'xa', 'thon'], before);
const nameOf = async (id: Awaited<ReturnType<typeof idOf>>): Promise<string> =>
  fullName(unitsById(await listWithParents(fresh.db, [id])), id);

describe('a list of units', () => {
  it('is only looked at by the preview', async () => {
    const bytes = new TextEncoder().encode(oldUnits);
    const seen = must(await previewSnapshot(fresh.db, actor, bytes, termsOf()));
    expect([seen.rows, seen.begun.length, seen.unchanged]).toEqual([5, 5, 0]);
    expect(await every()).toEqual([]);
  });

  it('imported twice changes nothing the second time', async () => {
    must(await importSnapshot(fresh.db, actor, aFile(oldUnits), termsOf()));
    const once = await every();
    const again = must(await importSnapshot(fresh.db, actor, aFile(oldUnits), termsOf()));
    expect(again).toEqual({ begun: 0, unchanged: 5, changed: 0, ended: 0 });
    expect(await every()).toEqual(once);
  });

  it('sent twice by the same command is one import', async () => {
    const file = aFile(oldUnits);
    must(await importSnapshot(fresh.db, actor, file, termsOf()));
    must(await importSnapshot(fresh.db, actor, file, termsOf()));
    expect(await fresh.owner.selectFrom('unit_import').selectAll().execute()).toHaveLength(1);
  });

  it('ends what it knows no more, and takes a code given again for another unit', async () => {
    must(await importSnapshot(fresh.db, actor, aFile(oldUnits), termsOf()));
    const counts = must(
      await importSnapshot(fresh.db, actor, aFile(newUnits), termsOf({ from: since })),
    );
    expect(counts).toEqual({ begun: 1, unchanged: 1, changed: 1, ended: 4 });
    const found = await searchUnits(fresh.db, { text: '05800', on: since });
    expect(found.map(({ name, validFrom, validTo }) => [name, validFrom, validTo])).toEqual([
      ['Xã Phú Thịnh', since, null],
      ['Xã Bản Ngoại', before, addDays(since, -1)],
    ]);
  });

  it('of one province leaves the others alone, one of the country does not', async () => {
    const other = 'code,name,kind,parent_code\n06,Tỉnh Bắc Kạn,tinh,\n';
    must(await importSnapshot(fresh.db, actor, aFile(other), termsOf()));
    const bytes = new TextEncoder().encode(newUnits);
    const [some, all] = await Promise.all(
      [false, true].map((wholeCountry) =>
        previewSnapshot(fresh.db, actor, bytes, termsOf({ from: since, wholeCountry })),
      ),
    );
    expect([some, all].map((seen) => (seen?.ok ? seen.value.ended.length : seen))).toEqual([0, 1]);
  });

  it('of one province is not contradicted by what began later in another', async () => {
    await theReform(fresh, actor);
    const other = aFile('code,name,kind,parent_code\n06,Tỉnh Bắc Kạn,tinh,\n');
    const listed = await importSnapshot(fresh.db, actor, other, termsOf({ wholeCountry: false }));
    expect(listed).toMatchObject({ ok: true, value: { begun: 1, ended: 0 } });
    const bytes = new TextEncoder().encode(oldUnits);
    const same = await previewSnapshot(fresh.db, actor, bytes, termsOf({ wholeCountry: false }));
    expect(same).toMatchObject({ refusal: { kind: 'contradicts' } });
  });

  it('names every wrong line with its number, and nothing of it is written', async () => {
    const wrong = `code,name,kind,parent_code
19,Tỉnh Thái Nguyên,tinh,
171,Huyện Đại Từ,huyen,99
05791,,xa,19
05800,Xã Bản Ngoại,lang,19
19,Tỉnh Khác,tinh,
05779,Xã Phú Cường,xa,
,Xã Không Mã,xa,19
05790,Xã Trong Xã,xa,05779
`;
    const refused = await importSnapshot(fresh.db, actor, aFile(wrong), termsOf());
    expect(refused).toMatchObject({
      refusal: {
        errors: [
          { line: 3, problem: 'parent-missing', about: '99' },
          { line: 4, problem: 'name-empty' },
          { line: 5, problem: 'kind-unknown', about: 'lang' },
          { line: 6, problem: 'code-twice', about: '19' },
          { line: 7, problem: 'parent-missing', about: '' },
          { line: 8, problem: 'code-empty' },
          { line: 9, problem: 'parent-wrong', about: '05779' },
        ],
      },
    });
    expect(await every()).toEqual([]);
  });

  it.each([
    ['not-utf8', new Uint8Array([0x63, 0xd4, 0xff])],
    ['header-wrong', new TextEncoder().encode('ma,ten,cap,cha\n1,2,tinh,\n')],
    ['empty', new TextEncoder().encode('code,name,kind,parent_code\n')],
    ['row-broken', new TextEncoder().encode('code,name,kind,parent_code\n19,Tỉnh A\n')],
    ['row-broken', new TextEncoder().encode('code,name,kind,parent_code\n19,"Tỉnh A,tinh,\n')],
    ['too-large', new Uint8Array(5 * 1024 * 1024)],
    ['separator', new TextEncoder().encode('code;name;kind;parent_code\n19;"A"";B";tinh;\n')],
    ['separator', new TextEncoder().encode('code\tname\tkind\tparent_code\n19\tA\ttinh\t\n')],
    ['separator-line', new TextEncoder().encode('\ufeffsep=;\r\ncode;name;kind;parent_code\r\n')],
  ])('is refused as %s', async (problem, bytes) => {
    const refused = await previewSnapshot(fresh.db, actor, bytes, termsOf());
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'file', problem } });
  });

  it('with one column misspelt is refused with both names', async () => {
    const bytes = new TextEncoder().encode('code,name,kind,parent-code\n19,A,tinh,\n');
    const refused = await previewSnapshot(fresh.db, actor, bytes, termsOf());
    const refusal = { problem: 'column-misspelt', needed: 'parent_code', found: 'parent-code' };
    expect(refused).toMatchObject({ refusal });
  });

  it('whose codes lost their zeros in a spreadsheet is the same list', async () => {
    must(await importSnapshot(fresh.db, actor, aFile(oldUnits), termsOf()));
    const bytes = new TextEncoder().encode(oldUnits.replaceAll('\n0', '\n'));
    const seen = must(await previewSnapshot(fresh.db, actor, bytes, termsOf()));
    expect([seen.unchanged, seen.begun, seen.ended, seen.restored]).toEqual([5, [], [], 3]);
  });

  it('of an earlier time needs its last day, where later units are on record', async () => {
    must(await importSnapshot(fresh.db, actor, aFile(newUnits), termsOf({ from: since })));
    const refused = await importSnapshot(fresh.db, actor, aFile(oldUnits), termsOf());
    expect(refused).toMatchObject({ refusal: { kind: 'contradicts' } });
    const until = termsOf({ to: addDays(since, -1) });
    expect(must(await importSnapshot(fresh.db, actor, aFile(oldUnits), until)).begun).toBe(5);
  });

  it('is kept by those who keep units, nobody else', async () => {
    const viewer = await aKeeper(fresh, 'data_protection_officer');
    const refused = await importSnapshot(fresh.db, viewer, aFile(oldUnits), termsOf());
    expect(refused).toMatchObject({ refusal: { kind: 'forbidden' } });
  });
});

describe('a list of mergers', () => {
  it('ties the new commune to its three old ones, and the province to itself', async () => {
    await theReform(fresh, actor);
    const old = await idOf(fresh, 'phu thinh', before);
    const now = await idOf(fresh, 'phu thinh', since);
    expect(await nameOf(old)).toBe('xã Phú Thịnh, huyện Đại Từ, tỉnh Thái Nguyên');
    expect(await nameOf(now)).toBe('xã Phú Thịnh, tỉnh Thái Nguyên');
    const [change] = await listChangesOf(fresh.db, now);
    expect(change).toMatchObject({ kind: 'merged', effectiveOn: since });
    expect(change?.parts).toHaveLength(3);
    const lineage = await findLineage(fresh.db, [old]);
    expect(unitOn(lineage, old, since)?.unitId).toBe(now);
    const province = await idOf(fresh, 'tinh thai nguyen', before);
    const provinces = await findLineage(fresh.db, [province]);
    expect(unitOn(provinces, province, since)?.name).toBe('Tỉnh Thái Nguyên');
  });

  it('imported twice changes nothing the second time', async () => {
    await theReform(fresh, actor);
    expect(await theMergers(fresh, actor)).toEqual({ tied: 0, left: 0 });
  });

  it('leaves out lines it cannot settle, with the units they may mean', async () => {
    const two = oldUnits.replace('171,Huyện Đại Từ', '164,Huyện Kia,huyen,19\n171,Huyện Đại Từ');
    const twice = `${two}05600,Xã Bản Ngoại,xa,164\n`;
    must(await importSnapshot(fresh.db, actor, aFile(twice), termsOf({ to: addDays(since, -1) })));
    must(await importSnapshot(fresh.db, actor, aFile(newUnits), termsOf({ from: since })));
    const provinceId = await idOf(fresh, 'tinh thai nguyen', since);
    const terms = { provinceId, effectiveOn: since, legalAct: 'Nghị quyết' };
    const read = async (from: string) => {
      const bytes = new TextEncoder().encode(
        `code,name,merged_from\n05800,Xã Phú Thịnh,"${from}"\n`,
      );
      return must(await previewMergers(fresh.db, actor, bytes, terms));
    };
    const unclear = await read('Xã Bản Ngoại, Xã Không Có');
    expect(unclear.mergers).toEqual([]);
    expect(
      unclear.errors.map(({ line, problem, perhaps }) => [line, problem, perhaps.length]),
    ).toEqual([
      [2, 'old-ambiguous', 2],
      [2, 'old-unknown', 0],
    ]);
    const clear = await read('Xã Bản Ngoại (huyện Đại Từ), một phần Xã Phú Cường');
    expect(clear.errors).toEqual([]);
    expect(clear.mergers[0]?.from.map(({ partial }) => partial)).toEqual([false, true]);
  });
});

it('an old unit that two lines name went partly to each', async () => {
  const two = `${newUnits}05801,Xã Phú Mới,xa,19\n`;
  must(await importSnapshot(fresh.db, actor, aFile(oldUnits), termsOf({ to: addDays(since, -1) })));
  must(await importSnapshot(fresh.db, actor, aFile(two), termsOf({ from: since })));
  const provinceId = await idOf(fresh, 'tinh thai nguyen', since);
  const terms = { provinceId, effectiveOn: since, legalAct: 'Nghị quyết' };
  const list = `code,name,merged_from
05800,Xã Phú Thịnh,"Xã Bản Ngoại, Xã Phú Thịnh"
05801,Xã Phú Mới,"Xã Phú Cường, Xã Bản Ngoại"
`;
  must(await importMergers(fresh.db, actor, aFile(list), terms));
  const old = await idOf(fresh, 'ban ngoai', before);
  const lineage = await findLineage(fresh.db, [old]);
  expect(lineage.successors.get(old)?.map(({ partial }) => partial)).toEqual([true, true]);
  expect(unitOn(lineage, old, since)).toBeUndefined();
});

const folder = process.env['BINH_YEN_UNITS'] ?? '../shared/data';
const path = (name: string): string => `${folder}/${name}`;
const atHand = existsSync(path('units-before-2025-07-01.csv')) ? [folder] : [];

/** The public files themselves, where they are at hand; they are never copied here. */
describe.each(atHand)('the whole country, from %s', () => {
  const fileOf = (name: string) => aFile(readFileSync(path(name), 'utf8'), name);

  it('is imported before and since the reform, and all of Thái Nguyên is tied', async () => {
    const until = termsOf({ to: addDays(since, -1) });
    const old = await importSnapshot(fresh.db, actor, fileOf('units-before-2025-07-01.csv'), until);
    const now = await importSnapshot(
      fresh.db,
      actor,
      fileOf('units-since-2025-07-01.csv'),
      termsOf({ from: since }),
    );
    expect([must(old).begun, must(now).begun]).toEqual([10_794, 3_355]);
    const provinceId = await idOf(fresh, 'tinh thai nguyen', since);
    const terms = { provinceId, effectiveOn: since, legalAct: 'Nghị quyết 1683/NQ-UBTVQH15' };
    const file = fileOf('mergers-2025-07-01-thai-nguyen.csv');
    const seen = must(await previewMergers(fresh.db, actor, file.bytes, terms));
    expect([seen.rows, seen.mergers.length, seen.errors, seen.before.length]).toEqual([
      92,
      92,
      [],
      280,
    ]);
    const named = new Set(seen.mergers.flatMap(({ from }) => from.map(({ unitId }) => unitId)));
    expect(named.size).toBe(280);
    expect(must(await importMergers(fresh.db, actor, file, terms)).tied).toBe(93);
    const found = await searchUnits(fresh.db, { text: 'phú thịnh', on: day('2020-06-01') });
    expect(found.filter(({ name }) => name.endsWith('Phú Thịnh')).length).toBeGreaterThan(7);
  });
});
