// The search as a person types, on a real database.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '#ground/day.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { importSnapshot } from './import-commands.ts';
import { mostFound, searchUnits } from './search-store.ts';
import { aFile, aKeeper, must, since, termsOf, theReform } from './testing.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  const actor = await aKeeper(fresh);
  await theReform(fresh, actor);
  const many = Array.from({ length: 40 }, (_, at) => `9${1000 + at},Xã Phú Lạc ${at},xa,19`);
  const list = `code,name,kind,parent_code\n19,Tỉnh Thái Nguyên,tinh,\n05800,Xã Phú Thịnh,xa,19\n${many.join('\n')}\n`;
  must(await importSnapshot(fresh.db, actor, aFile(list), termsOf({ from: day('2026-01-01') })));
});
afterAll(() => fresh.close());

const found = async (text: string, on = since): Promise<readonly string[]> =>
  (await searchUnits(fresh.db, { text, on })).map(
    ({ name, parents, validTo }) => `${name}, ${parents.join(', ')}${validTo ? ' †' : ''}`,
  );

it('finds without accents and puts what stands on the day first', async () => {
  expect((await found('phu thinh')).slice(0, 2)).toEqual([
    'Xã Phú Thịnh, Tỉnh Thái Nguyên',
    'Xã Phú Thịnh, Huyện Đại Từ, Tỉnh Thái Nguyên †',
  ]);
  expect((await found('PHÚ THỊNH', day('2020-05-06')))[0]).toMatch(/Huyện Đại Từ/);
});

it.each([
  ['phu thi', 'Xã Phú Thịnh, Tỉnh Thái Nguyên'],
  ['phu thinh dai tu', 'Xã Phú Thịnh, Huyện Đại Từ, Tỉnh Thái Nguyên †'],
  ['05800', 'Xã Phú Thịnh, Tỉnh Thái Nguyên'],
  ['xa ban ngoai', 'Xã Bản Ngoại, Huyện Đại Từ, Tỉnh Thái Nguyên †'],
  ['phu thnh', 'Xã Phú Thịnh, Tỉnh Thái Nguyên'],
  ['ban ngaoi', 'Xã Bản Ngoại, Huyện Đại Từ, Tỉnh Thái Nguyên †'],
])('%s finds first %s', async (text, first) => expect((await found(text))[0]).toBe(first));

it('gives twenty at most, and names that begin with the text before others', async () => {
  const all = await found('phu', day('2026-02-01'));
  expect(all).toHaveLength(mostFound);
  expect(all.every((name) => name.startsWith('Xã Phú'))).toBe(true);
});

it.each(['', "'); drop table unit; --", '%%%', 'zzzzzz'])('finds nothing for “%s”', async (text) =>
  expect(await found(text)).toEqual([]),
);
