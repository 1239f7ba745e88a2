// A corner of the country in a test's own database: Phú Thịnh and its neighbours, before and since.

import { day, type Day } from '#ground/day.ts';
import { newId, type PersonId, type UnitId } from '#ground/id.ts';
import type { Outcome } from '#ground/outcome.ts';
import type { FreshDatabase } from '#ground/server/testing.ts';
import type { Actor, Role } from '#people/person.ts';
import type { SnapshotTerms } from '../snapshot.ts';
import { importMergers, importSnapshot, type UnitFile } from './import-commands.ts';
import { searchUnits } from './search-store.ts';

export const [before, since] = [day('2020-01-01'), day('2025-07-01')];

/** A person on record with a role for the whole province. */
export async function aKeeper(
  { owner }: FreshDatabase,
  role: Role = 'provincial_officer',
): Promise<Actor> {
  const personId: PersonId = newId<'person'>();
  const email = `${personId}@example.invalid`;
  await owner
    .insertInto('person')
    .values({ id: personId, name: 'Trần Thị Ví Dụ', username: personId, email })
    .execute();
  return {
    personId,
    name: 'Trần Thị Ví Dụ',
    holdings: [{ role, siteId: null, from: before, to: null }],
  };
}

export const aFile = (text: string, fileName = 'vi-du.csv'): UnitFile => ({
  bytes: new TextEncoder().encode(text),
  fileName,
  fileRef: 'a'.repeat(64),
  commandId: newId<'command'>(),
});

export const termsOf = (more: Partial<SnapshotTerms> = {}): SnapshotTerms => ({
  from: before,
  to: null,
  legalAct: 'Danh mục ví dụ',
  wholeCountry: true,
  demo: false,
  ...more,
});

export const oldUnits = `code,name,kind,parent_code
19,Tỉnh Thái Nguyên,tinh,
171,Huyện Đại Từ,huyen,19
05791,Xã Phú Thịnh,xa,171
05800,Xã Bản Ngoại,xa,171
05779,Xã Phú Cường,xa,171
`;

export const newUnits = `code,name,kind,parent_code
19,Tỉnh Thái Nguyên,tinh,
05800,Xã Phú Thịnh,xa,19
`;

const mergers = `code,name,merged_from
05800,Xã Phú Thịnh,"Xã Bản Ngoại, Xã Phú Cường, Xã Phú Thịnh"
`;

export function must<T>(outcome: Outcome<T, unknown>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

/** The reform of 1/7/2025 as it was: three communes into one, the district gone. */
export async function theReform({ db }: FreshDatabase, actor: Actor): Promise<void> {
  const until = day('2025-06-30');
  must(await importSnapshot(db, actor, aFile(oldUnits), termsOf({ to: until })));
  must(await importSnapshot(db, actor, aFile(newUnits), termsOf({ from: since })));
  await theMergers({ db }, actor);
}

export async function theMergers(
  { db }: Pick<FreshDatabase, 'db'>,
  actor: Actor,
): Promise<{ readonly tied: number; readonly left: number }> {
  const provinceId = await idOf({ db }, 'tỉnh Thái Nguyên', since);
  const terms = { provinceId, effectiveOn: since, legalAct: 'Nghị quyết 1683/NQ-UBTVQH15' };
  return must(await importMergers(db, actor, aFile(mergers), terms));
}

/** The unit found first by a text, of those that stand on the day. */
export async function idOf(
  { db }: Pick<FreshDatabase, 'db'>,
  text: string,
  on: Day,
): Promise<UnitId> {
  const [found] = await searchUnits(db, { text, on, onlyStanding: true });
  if (!found) throw new Error(`no unit ${text} on ${on}`);
  return found.unitId;
}
