// Steps in the shapes papers give them: words, stages with parts, lists, tables.

import { day } from '#ground/day.ts';
import { describe, expect, test } from 'vitest';
import { joinLines } from './lines/joining.ts';
import { outline } from './outline.ts';
import { stepsIn } from './steps-in.ts';

const when = { date: day('2026-03-10'), year: 2026, forYear: null };
const read = (...lines: string[]) =>
  stepsIn(outline(joinLines(lines, [1, lines.length], null)), when);

describe('named steps', () => {
  test('take what stands under them, and their time and bodies from labels there', () => {
    const { steps } = read(
      'III. CÁC BƯỚC THỰC HIỆN',
      'Bước 1: Khảo sát',
      '- Nội dung: Đi từng nhà.',
      '- Thời gian thực hiện: Tháng 3 - 4/2026.',
      '- Đơn vị chủ trì: Công an xã.',
      '- Đơn vị phối hợp: Trưởng thôn; Chi hội Phụ nữ.',
      'Bước 2: Ra mắt (tuần 3 tháng 5)',
      'IV. TỔ CHỨC THỰC HIỆN',
      '- Bước 1: Công an xã làm.',
      '- Bước 2: UBND xã làm.',
    );
    expect(steps).toEqual([
      {
        number: 1,
        text: 'Khảo sát: - Nội dung: Đi từng nhà.',
        due: '2026-04-30',
        start: '2026-03-01',
        dueText: 'Tháng 3 - 4/2026',
        ongoing: false,
        lead: ['Công an xã'],
        support: ['Trưởng thôn', 'Chi hội Phụ nữ'],
        lines: [2, 6],
      },
      {
        number: 2,
        text: 'Ra mắt',
        due: '2026-05-21',
        start: null,
        dueText: 'tuần 3 tháng 5',
        ongoing: false,
        lead: [],
        support: [],
        lines: [7, 7],
      },
    ]);
  });

  test('within stages take the time of their stage', () => {
    const { steps } = read(
      '1. Giai đoạn I: Từ ngày 05/4/2026 đến ngày 30/5/2026',
      '1.1. Bước 1: Khảo sát',
      '1.2. Bước 2: Lập quy chế, xong trước 20/5.',
      '2. Giai đoạn II: Tháng 6',
      '2.1. Bước 3: Ra mắt',
    );
    expect(steps.map(({ number, due }) => [number, due])).toEqual([
      [1, '2026-05-30'],
      [2, '2026-05-20'],
      [3, '2026-06-30'],
    ]);
  });

  test('are numbered by words and Roman figures too', () => {
    const { steps } = read(
      'Giai đoạn thứ nhất: Một.',
      'Giai đoạn thứ hai: Hai.',
      'Giai đoạn III. Ba.',
    );
    expect(steps.map(({ number, text }) => [number, text])).toEqual([
      [1, 'Một.'],
      [2, 'Hai.'],
      [3, 'Ba.'],
    ]);
  });

  test('are not the years a programme runs', () => {
    expect(read('Giai đoạn 2026 - 2030: giảm.', 'Giai đoạn 2031 - 2035: giữ.').steps).toEqual([]);
  });
});

test('a list under a heading about steps is steps, its times may come first', () => {
  const { steps } = read(
    'III- LỘ TRÌNH',
    '1- Tháng 7/2026: Quán triệt.',
    '2- Trước ngày 15/10/2026: Ra mắt.',
    '3- Từ tháng 11/2026: Nhân rộng.',
  );
  expect(steps.map(({ text, start, due }) => [text, start, due])).toEqual([
    ['Quán triệt.', null, '2026-07-31'],
    ['Ra mắt.', null, '2026-10-15'],
    ['Nhân rộng.', '2026-11-01', null],
  ]);
});

describe('a table of work', () => {
  const table = [
    'TT\tNội dung\tĐơn vị thực hiện\tThời gian\tGhi chú',
    'I\tGiai đoạn chuẩn bị (tháng 4 - 5/2026)\t\t\t',
    '1\tKhảo sát\tCông an xã\t\t',
    '\tLập danh sách\t\t\t',
    '2\tHọp dân\tTrưởng thôn; Mặt trận\t15/5\t',
    'II\tGiai đoạn thực hiện\t\t\t',
    '3\tRa mắt\tUBND xã\t10/2026\tHội trường',
  ];

  test('is steps: a stage lends its time, a row without a number goes on', () => {
    expect(
      read(...table).steps.map(({ number, text, due, lead, lines }) => [
        number,
        text,
        due,
        lead,
        lines,
      ]),
    ).toEqual([
      [1, 'Khảo sát Lập danh sách', '2026-05-31', ['Công an xã'], [3, 4]],
      [2, 'Họp dân', '2026-05-15', ['Trưởng thôn', 'Mặt trận'], [5, 5]],
      [3, 'Ra mắt', '2026-10-31', ['UBND xã'], [7, 7]],
    ]);
  });

  test('is duties where the steps are named elsewhere', () => {
    const found = read('Bước 1: Một.', 'Bước 2: Hai.', 'IV. PHÂN CÔNG', ...table);
    expect(found.steps).toHaveLength(2);
    expect(found.duties.map(({ text, due }) => [text, due])).toEqual([
      ['Khảo sát Lập danh sách', '2026-05-31'],
      ['Họp dân', '2026-05-15'],
      ['Ra mắt', '2026-10-31'],
    ]);
  });

  test('that only counts what is sets no work', () => {
    const counted = read('I. TÌNH HÌNH', 'TT\tNội dung\tĐơn vị', '1\tHộ\t212', '2\tKhẩu\t905');
    expect([counted.steps, counted.duties]).toEqual([[], []]);
  });
});

test('a step that is a review gives the review its day', () => {
  const { reviews } = read('Bước 1: Ra mắt (tháng 5).', 'Bước 2: Tổ chức tổng kết (tháng 12).');
  expect(reviews).toMatchObject([{ kind: 'final', due: '2026-12-31', lines: [2, 2] }]);
});

describe('steps that call themselves nothing', () => {
  test('open with their time', () => {
    const { steps } = read(
      'II. KẾ HOẠCH TRIỂN KHAI',
      'Tháng 3: Khảo sát các hộ.',
      'Tháng 5, 6: Tập huấn.',
      'Quý IV: Đánh giá.',
    );
    expect(steps.map(({ text, due }) => [text, due])).toEqual([
      ['Khảo sát các hộ.', '2026-03-31'],
      ['Tập huấn.', '2026-06-30'],
      ['Đánh giá.', '2026-12-31'],
    ]);
  });

  test('are a list of which every entry is timed', () => {
    const list = [
      '3. Việc làm',
      '- Lập tổ tuần tra, xong trong quý II.',
      '- Tuần tra đêm: thường xuyên.',
    ];
    expect(read(...list).steps.map(({ due, ongoing }) => [due, ongoing])).toEqual([
      ['2026-06-30', false],
      [null, true],
    ]);
    expect(read(...list, '- Góp ý cho nhau.').steps).toEqual([]);
  });

  test('go on where they uphold what was built', () => {
    const { steps } = read(
      'IV. TIẾN ĐỘ',
      '1. Tháng 4: Ra mắt.',
      '2. Từ tháng 5: Duy trì sinh hoạt mỗi tháng một lần.',
    );
    expect(steps.map(({ due, start, ongoing }) => [due, start, ongoing])).toEqual([
      ['2026-04-30', null, false],
      [null, '2026-05-01', true],
    ]);
  });
});

test('a head of two rows may repeat the cells that reach over both', () => {
  const { steps } = read(
    'II. TIẾN ĐỘ',
    'STT\tNội dung\tĐơn vị thực hiện\t\tThời gian',
    'STT\tNội dung\tChủ trì\tPhối hợp\tThời gian',
    '1\tKhảo sát\tCông an xã\tĐoàn xã\tTháng 4',
    '2\tRa mắt\tUBND xã\tCông an xã\tTháng 5',
  );
  expect(steps.map(({ number, lead, support }) => [number, lead, support])).toEqual([
    [1, ['Công an xã'], ['Đoàn xã']],
    [2, ['UBND xã'], ['Công an xã']],
  ]);
});
