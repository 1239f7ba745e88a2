// What is held, in a person's words: days and moments as people read them, closed things never shown.

import { describe, expect, it } from 'vitest';
import { day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { closed, link, own } from './entry.ts';
import { exportOf, sayValue, type HeldTable, type HeldValue } from './held.ts';
import { decideHoliday } from './holiday.input.ts';
import { namedTables } from './tables.ts';

const personId = newId<'person'>();
const telling = { language: 'vi', timeZone: 'Asia/Ho_Chi_Minh', personId } as const;
const held = (entry: ReturnType<typeof own>, value: unknown, name = 'x'): HeldValue => ({
  column: { name, ...entry },
  value,
});

describe('a value', () => {
  const plain = own('Ví dụ', 'Example');
  it.each([
    ['2026-11-22T22:30:00.000Z', '05:30 23/11/2026'],
    ['2026-11-23', '23/11/2026'],
    [true, 'có'],
    [false, 'không'],
    [12, '12'],
    [['usb'], '["usb"]'],
  ])('%o reads “%s”', (value, said) => {
    expect(sayValue(held(plain, value), telling)).toBe(said);
  });
  it('that is the id of the person is said to be them, another id is left as it is', () => {
    const whose = link('Của ai', 'Whose');
    const other = newId();
    expect(sayValue(held(whose, personId), telling)).toBe('chính người này');
    expect(sayValue(held(whose, other), telling)).toBe(other);
  });
  it('of a role is called as people call it', () => {
    expect(sayValue(held(plain, 'core_member', 'role'), telling)).toBe('Lực lượng nòng cốt');
  });
  it('that is long is cut on the page, and whole in the file', () => {
    const table = namedTables[0];
    const long = 'chữ '.repeat(300);
    const tables: HeldTable[] = table ? [{ table, total: 1, rows: [[held(plain, long)]] }] : [];
    expect(sayValue(held(plain, long), telling)).toHaveLength(401);
    expect(JSON.stringify(exportOf(tables, [], 'vi'))).toContain(long);
  });
});

it('what is closed shows on no page and in no file', () => {
  const secret = held(closed('Mật khẩu', 'Password'), 'băm-bí-mật');
  const table = namedTables[0];
  const tables: HeldTable[] = table ? [{ table, total: 1, rows: [[secret]] }] : [];
  expect(sayValue(secret, telling)).not.toContain('bí-mật');
  expect(JSON.stringify(exportOf(tables, [], 'en'))).not.toContain('bí-mật');
});

describe('days off as they are typed', () => {
  const typed = (first: string, last: string) =>
    decideHoliday({
      commandId: newId<'command'>(),
      kind: 'off',
      firstDay: day(first),
      lastDay: day(last),
      name: 'Tết',
      source: 'Thông báo ví dụ',
    });
  it('are kept from the first to the last', () => {
    expect(typed('2027-02-05', '2027-02-11')).toMatchObject({
      value: { repeats: 'once', lastDay: '2027-02-11', mark: 'verified' },
    });
  });
  it('do not end before they begin, nor last longer than a month', () => {
    expect(typed('2027-02-05', '2027-02-04')).toMatchObject({ refusal: 'ends-before' });
    expect(typed('2027-02-05', '2028-02-05')).toMatchObject({ refusal: 'too-long' });
  });
});
