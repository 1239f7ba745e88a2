// Due words: each form by example, and any day, in any form, by property.

import { addDays, day, findDay, partsOf, type Day } from '#ground/day.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { written } from '../written.ts';
import { findDue, findSureDue, readDue } from './due.ts';
import type { When } from './when.ts';

const march: When = { date: day('2026-03-10'), year: 2026, forYear: null };
const read = (phrase: string, when = march) => readDue(written(phrase), when);

describe('due words of a paper of 10/3/2026', () => {
  test.each([
    ['hoàn thành trong tháng 5', '2026-05-31'],
    ['tháng 5/2026', '2026-05-31'],
    ['Quý II', '2026-06-30'],
    ['Quý II/2026', '2026-06-30'],
    ['quý 2 năm 2026', '2026-06-30'],
    ['quý III - IV', '2026-12-31'],
    ['trước ngày 30/11/2026', '2026-11-30'],
    ['chậm nhất ngày 05/6', '2026-06-05'],
    ['xong trước 15/6', '2026-06-15'],
    ['ngày 19/8', '2026-08-19'],
    ['20.4.2026', '2026-04-20'],
    ['đến hết 30/6/2026', '2026-06-30'],
    ['6 tháng đầu năm', '2026-06-30'],
    ['06 tháng cuối năm 2026', '2026-12-31'],
    ['tuần 2 tháng 6', '2026-06-14'],
    ['tuần thứ ba của tháng 6', '2026-06-21'],
    ['tuần cuối tháng 6', '2026-06-30'],
    ['đầu tháng 6', '2026-06-10'],
    ['giữa tháng 6', '2026-06-15'],
    ['trung tuần tháng 6', '2026-06-20'],
    ['cuối tháng 6', '2026-06-30'],
    ['cuối năm 2026', '2026-12-31'],
    ['trong năm 2026', '2026-12-31'],
    ['trong tháng 3, 4', '2026-04-30'],
    ['9 tháng đầu năm', '2026-09-30'],
    ['nửa đầu tháng 6', '2026-06-15'],
    ['trong 20 ngày đầu tháng 4', '2026-04-20'],
    ['tháng Tư năm 2026', '2026-04-30'],
    ['tuần 1, 2 tháng 5/2026', '2026-05-14'],
  ])('%s is over on %s', (phrase, due) => {
    expect(read(phrase)).toMatchObject({ due, ongoing: false, dueText: phrase });
  });

  test.each([
    ['từ 15/3 đến 30/4', '2026-03-15', '2026-04-30'],
    ['từ ngày 15/3/2026 đến ngày 30/4/2026', '2026-03-15', '2026-04-30'],
    ['từ ngày 15 đến 30/4', '2026-04-15', '2026-04-30'],
    ['15-30/4/2026', '2026-04-15', '2026-04-30'],
    ['15/3-30/4/2026', '2026-03-15', '2026-04-30'],
    ['03 - 05/2026', '2026-03-01', '2026-05-31'],
    ['từ tháng 4 - 6/2026', '2026-04-01', '2026-06-30'],
    ['từ tuần 1 đến tuần 3 tháng 5', '2026-05-01', '2026-05-21'],
    ['từ tháng 3 đến tháng 5', '2026-03-01', '2026-05-31'],
    ['từ tháng 3 đến 5/2026', '2026-03-01', '2026-05-31'],
    ['từ tháng 11 đến tháng 1', '2026-11-01', '2027-01-31'],
    ['năm 2026 - 2030', '2026-01-01', '2030-12-31'],
  ])('%s begins on %s and is over on %s', (phrase, start, due) => {
    expect(read(phrase)).toMatchObject({ start, due });
  });

  test.each(['duy trì thường xuyên', 'hằng tháng', 'xuyên suốt', 'thường xuyên, trong năm 2026'])(
    '%s goes on and has no last day',
    (phrase) => {
      expect(read(phrase)).toMatchObject({ due: null, ongoing: true, dueText: phrase });
    },
  );

  test('a time counted from a day the paper does not know is kept in words', () => {
    expect(read('sau 06 tháng kể từ ngày ra mắt')).toMatchObject({ due: null, ongoing: false });
  });

  test('"before a month" ends with the day before it, "before a day" with that day', () => {
    expect(read('trước tháng 6')?.due).toBe('2026-05-31');
    expect(read('trước 01/6')?.due).toBe('2026-06-01');
  });

  test('an open beginning has a first day and no last', () => {
    expect(read('Từ tháng 7/2026 trở đi, duy trì thường xuyên')).toEqual({
      due: null,
      start: '2026-07-01',
      dueText: 'Từ tháng 7/2026 trở đi, duy trì thường xuyên',
      ongoing: true,
    });
  });

  test('words that name no time are none', () => {
    expect(read('nếu có')).toBeNull();
    expect(read('trực 24/7')).toBeNull();
  });
});

describe('the year that is not said', () => {
  test('is the next one where the month was over before the paper was signed', () => {
    expect(read('tháng 2')?.due).toBe('2027-02-28');
    expect(read('tháng 3')?.due).toBe('2026-03-31');
    expect(read('ngày 05/3')?.due).toBe('2026-03-05');
  });

  test('is the year a plan made ahead is for', () => {
    const ahead: When = { date: day('2026-12-20'), year: 2026, forYear: 2027 };
    expect(read('tháng 12', ahead)?.due).toBe('2027-12-31');
  });

  test('leaves the words without a day where nothing tells it', () => {
    const unknown: When = { date: null, year: null, forYear: null };
    expect(read('trong tháng 5', unknown)).toMatchObject({ due: null, dueText: 'trong tháng 5' });
    expect(findDue(written('Làm xong trước 15/9.'), unknown)?.dueText).toBe('xong trước 15/9');
  });
});

describe('due words in running text', () => {
  const find = (text: string) => findDue(written(text), march);

  test('stand in brackets, and the date of a document named beside them does not count', () => {
    const text = 'Khảo sát theo Kế hoạch số 12/KH-UBND ngày 05/4/2026 (xong trong tháng 5)';
    expect(find(text)).toMatchObject({ due: '2026-05-31', dueText: 'xong trong tháng 5' });
  });

  test('are not the date of a document the work relies on', () => {
    expect(find('Khảo sát theo Kế hoạch số 12/KH-UBND ngày 05/4/2026.')).toBeNull();
  });

  test('stand after a label', () => {
    const text = 'Họp thôn (nếu có). Thời gian: từ 15/3 đến 30/4. Địa điểm: nhà văn hóa';
    expect(find(text)).toMatchObject({ due: '2026-04-30', dueText: 'từ 15/3 đến 30/4' });
  });

  test('stand in the sentence', () => {
    expect(find('Lấy ý kiến, hoàn thành xong trước ngày 15/4/2026.')).toMatchObject({
      due: '2026-04-15',
      dueText: 'hoàn thành xong trước ngày 15/4/2026',
    });
  });

  test('are sure only in brackets, after a label, as a deadline or a range', () => {
    expect(findSureDue(written('Báo cáo kết quả năm 2026'), march)).toBeNull();
    expect(findSureDue(written('Báo cáo trước ngày 20/12/2026'), march)?.due).toBe('2026-12-20');
  });
});

const anyDay = fc.integer({ min: 0, max: 3650 }).map((n) => addDays(day('2022-01-01'), n));
const two = (n: number): string => String(n).padStart(2, '0');
const renderings: readonly ((of: Day) => string)[] = [
  (of) => `ngày ${of.slice(8)}/${of.slice(5, 7)}/${of.slice(0, 4)}`,
  (of) => `${partsOf(of).date}/${partsOf(of).month}/${partsOf(of).year}`,
  (of) => `trước ngày ${two(partsOf(of).date)}-${two(partsOf(of).month)}-${partsOf(of).year}`,
  (of) => `ngày ${partsOf(of).date} tháng ${partsOf(of).month} năm ${partsOf(of).year}`,
  (of) =>
    `chậm nhất là ngày ${two(partsOf(of).date)}.${two(partsOf(of).month)}.${partsOf(of).year}`,
  (of) =>
    `Trước ngày ${two(partsOf(of).date)} tháng ${two(partsOf(of).month)} năm ${partsOf(of).year}`,
];

test('a day written in any of its forms reads back as that day', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...renderings), (of, render) => {
      expect(read(render(of))?.due).toBe(of);
    }),
  );
});

test('a day without a year reads back as that day of this year or the next', () => {
  fc.assert(
    fc.property(anyDay, (signed) => {
      const { year, month } = partsOf(signed);
      const when: When = { date: signed, year, forYear: null };
      const next = findDay(month === 12 ? year + 1 : year, (month % 12) + 1, 15);
      expect(read(`xong trước 15/${(month % 12) + 1}`, when)?.due).toBe(next);
    }),
  );
});

test('a range reads back as both its days', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 700 }), (from, length) => {
      const to = addDays(from, length);
      const show = (of: Day): string => of.split('-').toReversed().join('/');
      expect(read(`từ ngày ${show(from)} đến ngày ${show(to)}`)).toMatchObject({
        start: from,
        due: to,
      });
    }),
  );
});

test('nothing but a time behind a colon is when, not what', () => {
  const found = findDue(written('Vận hành, bảo dưỡng: thường xuyên.'), march);
  expect(found).toMatchObject({ ongoing: true, isApart: true, at: 19 });
  expect(findDue(written('Việc cần làm: trong lòng dân'), march)).toBeNull();
});

test('"tháng sau" and "tháng từ ngày …" name no month', () => {
  expect(read('tháng sau')).toBeNull();
  expect(read('hằng tháng từ ngày 05')).toMatchObject({ due: null, ongoing: true });
});

test('"xong trong quý II" in a sentence is surely a due time, "trong quý II" alone is not', () => {
  expect(findSureDue(written('Lập tổ tuần tra, xong trong quý II.'), march)).toMatchObject({
    due: '2026-06-30',
  });
  expect(findSureDue(written('Họp dân trong quý II.'), march)).toBeNull();
});
