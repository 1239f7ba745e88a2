// Taking a name out of texts on a real database: the whole name, exactly as it is written, and nothing else.

import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#ground/id.ts';
import { inTransaction } from '#ground/server/db.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { erasedName } from '../erased-name.ts';
import type { RequestId } from '../request.ts';
import { findMentions, takeNameOut } from './store.ts';
import { deskOf, someone } from '../../../tests/personal-data/desk.ts';

const instead = erasedName;
let fresh: FreshDatabase;
let requestId: RequestId;

beforeAll(async () => {
  fresh = await freshDatabase();
  const officer = await someone(fresh, 'Nông Thị Ví Dụ', 'data_protection_officer');
  requestId = await deskOf(fresh, officer).writtenDown('erase', 'Người Ví Dụ');
});
afterAll(() => fresh.close());

type Written = { readonly reason: string; readonly value: unknown };

/** Writes a text and a value, takes the name out of whatever is found, and reads them again. */
async function withoutName(name: string, { reason, value }: Written): Promise<Written> {
  const { rows } = await sql<{ record: string }>`
    INSERT INTO setting_value (command_id, key, value, reason)
    VALUES (${newId()}, 'x', ${JSON.stringify(value)}::jsonb, ${reason})
    RETURNING value_id::text AS record`.execute(fresh.owner);
  const record = rows[0]?.record ?? '';
  const found = (await findMentions(fresh.db, name)).filter(
    (mention) => mention.table === 'setting_value' && mention.record === record,
  );
  await inTransaction(fresh.db, async (tx) => {
    for (const mention of found) await takeNameOut(tx, requestId, mention, name);
  });
  const after = await sql<Written>`
    DELETE FROM setting_value WHERE value_id = ${record}::bigint RETURNING reason, value`.execute(
    fresh.owner,
  );
  const [left] = after.rows;
  if (!left) throw new Error('it was written');
  return left;
}
const inText = async (name: string, reason: string): Promise<string> =>
  (await withoutName(name, { reason, value: null })).reason;
const inValue = async (name: string, value: unknown): Promise<unknown> =>
  (await withoutName(name, { reason: '', value })).value;

describe('a name that is taken out of a text', () => {
  it.each([
    [
      'An',
      'Công an xã Phú Thịnh; anh An, an toàn',
      `Công an xã Phú Thịnh; anh ${instead}, an toàn`,
    ],
    ['Đức', 'Đức, ông Đức và Đứcx; đức tính', `${instead}, ông ${instead} và Đứcx; đức tính`],
    ['Ở Ví', 'Ở Ví, bà Ở Ví và Ở Vía', `${instead}, bà ${instead} và Ở Vía`],
    ['Hà', 'Hàn, Thái Hà, Hà Giang.', `Hàn, Thái ${instead}, ${instead} Giang.`],
    ['Lò Thị Ơ', 'Lò Thị Ơn và Lò Thị Ơ', `Lò Thị Ơn và ${instead}`],
    ['Ví Dụ (B)', '"Ví Dụ (B)" có mặt', `"${instead}" có mặt`],
    ["H'Ví", "bà H'Ví, bà H'Vía", `bà ${instead}, bà H'Vía`],
    ['a.c', 'abc a.c', `abc ${instead}`],
  ])('%s goes, and every word it is only a part of stays', async (name, text, left) => {
    expect(await inText(name, text)).toBe(left);
  });
  it('is not found where it is only part of a word, or of another case', async () => {
    await sql`INSERT INTO setting_value (command_id, key, value, reason)
      VALUES (${newId()}, 'x', '{"Lan": "bàn làm việc lan can"}', 'Lanh lẹ, phong lan')`.execute(
      fresh.owner,
    );
    const found = await findMentions(fresh.db, 'Lan');
    expect(found.filter(({ table }) => table === 'setting_value')).toEqual([]);
  });
});

describe('a name that is taken out of JSON', () => {
  it('goes from the values at every depth, and never from a key', async () => {
    const before = { An: 'An', list: [{ An: ['anh An', 1, null, true] }, 'an'], empty: [{}, []] };
    expect(await inValue('An', before)).toEqual({
      An: instead,
      list: [{ An: [`anh ${instead}`, 1, null, true] }, 'an'],
      empty: [{}, []],
    });
  });
  it('may have quotes and strokes in it, and stands between quotes', async () => {
    const name = 'Lý "Ví" \\ Dụ';
    expect(await inValue(name, { said: `“${name}”, "${name}"` })).toEqual({
      said: `“${instead}”, "${instead}"`,
    });
  });
});

const letters =
  'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ';
const letter = fc.constantFrom(...Array.from(letters + letters.toUpperCase()));
const word = fc.array(letter, { minLength: 1, maxLength: 5 }).map((all) => all.join(''));
const named = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map((all) => all.join(' '))
  .filter((name) => name.length > 1 && !/^(?:người|đã|được|xóa|tên)/i.test(name));
const gap = fc.constantFrom(' ', ', ', '. ', '\n', '“', '" ', ' (', ')', '/', ' – ');

/** Words and names with something between them that is no letter. */
const around = (name: string) =>
  fc
    .array(
      fc.tuple(
        fc.oneof(
          word,
          fc.constant(name),
          word.map((w) => name + w),
        ),
        gap,
      ),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    .map((pieces) => pieces.flat().join(''));
/** The same again in another language: split at the name, and put together where it stands alone. */
const expected = (name: string, text: string): string =>
  text.replace(
    new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_])${name}(?![\\p{L}\\p{M}\\p{N}_])`, 'gu'),
    instead,
  );

describe('whatever the name and the text', () => {
  const cases = named.chain((name) => fc.tuple(fc.constant(name), around(name)));
  it('the name goes where it stands as whole words, and every other letter stays', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ([name, text]) => {
        expect(await inText(name, text)).toBe(expected(name, text));
      }),
      { numRuns: 60 },
    );
  });
  it('JSON keeps its keys and its shape', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ([name, text]) => {
        const before = { [name]: [text, { [text]: text }], n: 1 };
        const left = expected(name, text);
        expect(await inValue(name, before)).toEqual({ [name]: [left, { [text]: left }], n: 1 });
      }),
      { numRuns: 60 },
    );
  });
});
