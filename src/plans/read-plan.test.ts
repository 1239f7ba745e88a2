// What holds for every text: it is refused or read without dropping a line.

import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lines, Plan } from './plan.ts';
import { readPlan } from './read-plan.ts';
import { isBlank, isNoise } from './reading/lines/noise.ts';

const folder = new URL('./examples/', import.meta.url);
const linesOfExample = (name: string): readonly string[] =>
  readFileSync(new URL(`${name}.txt`, folder), 'utf8')
    .normalize('NFC')
    .split('\n');
const examplePapers = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.replace('.txt', ''));

function read(lines: readonly string[]): Plan {
  const outcome = readPlan(lines);
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}

describe('a text that is no plan is refused', () => {
  test.each([
    ['nothing', []],
    ['a poem', ['Con đò nhỏ', 'Chiều nghiêng nắng đổ', 'Bước chân ai qua ngõ']],
    ['a recipe', ['Cách nấu phở', 'Bước 1: Ninh xương 6 giờ.', 'Bước 2: Thái thịt.']],
    [
      'a decision',
      ['QUYẾT ĐỊNH', 'Về việc thành lập Ban chủ nhiệm', 'Điều 1. Thành lập.', 'Điều 2. Thi hành.'],
    ],
    [
      'a report',
      [
        'BÁO CÁO',
        'I. TÌNH HÌNH',
        'Xã có 100 hộ.',
        'II. NHIỆM VỤ',
        '1. Tốt.',
        'III. KINH PHÍ',
        'Đủ.',
        'IV. TỔ CHỨC THỰC HIỆN',
        '1. Xong.',
      ],
    ],
    ['a bare title', ['KẾ HOẠCH', 'Chưa viết gì thêm']],
  ])('%s', (_, text) => {
    expect(readPlan(text)).toEqual({ ok: false, refusal: 'not-a-plan' });
  });

  test('but a plan whose title was lost is still known by its sections', () => {
    const text = [
      'I. MỤC ĐÍCH',
      '1. Đoàn kết.',
      'II. NỘI DUNG',
      '1. Họp.',
      'III. TỔ CHỨC THỰC HIỆN',
      '1. Công an xã: chủ trì.',
    ];
    expect(readPlan(text).ok).toBe(true);
  });
});

const framed = (subject: string, ...body: readonly string[]): readonly string[] => [
  'CÔNG AN XÃ TÂN HÒA',
  'KẾ HOẠCH',
  subject,
  'I. MỤC ĐÍCH',
  '1. Đoàn kết.',
  ...body,
];

test('a model whose name is that of a place names no place', () => {
  const { area, programme } = read(framed('XÂY DỰNG MÔ HÌNH “XÃ KHÔNG MA TÚY” TẠI XÃ TÂN HÒA'));
  expect(programme?.name).toBe('XÃ KHÔNG MA TÚY');
  expect(area).toMatchObject({ hamlet: null, commune: 'xã Tân Hòa' });
});

test('closing words belong to no section, but give the bodies they name a duty', () => {
  const closing = [
    'II. KINH PHÍ',
    '- Ngân sách xã.',
    'Yêu cầu các đơn vị triển khai.',
    'Trên đây là kế hoạch./.',
  ];
  const { funding, duties, unread } = read(framed('Xây dựng mô hình điểm', ...closing));
  expect(funding.map(({ sources }) => sources)).toEqual([['Ngân sách xã']]);
  expect(duties.map(({ lead }) => lead)).toEqual([['các đơn vị']]);
  expect(unread.at(-1)?.text).toBe('Trên đây là kế hoạch./.');
});

test('old and new places of the tone mark read alike', () => {
  const text = linesOfExample('uy-ban-nhan-dan-xa');
  const other = text.map((line) =>
    line.replaceAll('òa', 'oà').replaceAll('úy', 'uý').replaceAll('ủy', 'uỷ'),
  );
  const [a, b] = [read(text), read(other)];
  expect(b.steps.map(({ due }) => due)).toEqual(a.steps.map(({ due }) => due));
  expect(b.facts.map(({ value }) => value)).toEqual(a.facts.map(({ value }) => value));
  expect(b.duties.length).toBe(a.duties.length);
});

/** Lines of all items, the header's whole span left out: stray lines in it must be unread. */
function placedLines({ paper, unread, ...plan }: Plan): readonly Lines[] {
  const single = [plan.programme, plan.area, plan.period, paper.approval, paper.signatory];
  const lists = [
    plan.objectives,
    plan.facts,
    plan.contents,
    plan.steps,
    plan.duties,
    plan.checks,
    plan.reviews,
    plan.assignments,
    plan.means,
    plan.funding,
    paper.bases,
    paper.recipients,
    unread,
  ];
  const located = [...lists.flat(), ...single].flatMap((item) =>
    item === null ? [] : [item.lines],
  );
  return [...located, ...Object.values(paper.sources)];
}

const motto = /cộng hòa xã hội|độc lập|việt nam|^\s*nam\s*$|nơi nhận|đảng cộng sản/iu;

function expectNothingDropped(text: readonly string[]): void {
  const outcome = readPlan(text);
  if (!outcome.ok) return;
  const placed = new Set(
    placedLines(outcome.value).flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, at) => from + at),
    ),
  );
  const dropped = text.flatMap((line, at) =>
    placed.has(at + 1) || isBlank(line) || isNoise(line) || motto.test(line) ? [] : [line],
  );
  expect(dropped).toEqual([]);
}

test.each(examplePapers)('no line of %s is dropped', (name) => {
  expect(readPlan(linesOfExample(name)).ok).toBe(true);
  expectNothingDropped(linesOfExample(name));
});

const anyLine = fc.constantFrom(...examplePapers.flatMap(linesOfExample));
const oddLine = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.constantFrom(
    '\t',
    '- ',
    'I.',
    '()',
    'KẾ HOẠCH',
    'Nơi nhận:',
    'ngày 31/2',
    'từ đến',
    'KT.',
    '한국 ́',
  ),
);

test('no line is dropped and nothing crashes, however the lines are mixed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 5, arbitrary: anyLine }, oddLine), { maxLength: 60 }),
      (lines) => {
        expectNothingDropped([
          'KẾ HOẠCH',
          ...lines.map((line) => line.replaceAll('\n', ' ').normalize('NFC')),
        ]);
      },
    ),
    { numRuns: 150 },
  );
});

test('no line is dropped when lines of a plan are cut, doubled, swapped or lost', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...examplePapers),
      fc.array(fc.tuple(fc.nat(70), fc.nat(3), fc.nat(40)), { maxLength: 12 }),
      (name, changes) => {
        const lines = changes.reduce<readonly string[]>(changed, linesOfExample(name));
        expectNothingDropped(lines);
      },
    ),
    { numRuns: 150 },
  );
});

function changed(
  lines: readonly string[],
  [at, way, place]: readonly [number, number, number],
): readonly string[] {
  const line = lines[at] ?? '';
  const [before, after] = [lines.slice(0, at), lines.slice(at + 1)];
  if (way === 0) return [...before, line.slice(0, place), line.slice(place), ...after];
  if (way === 1) return [...before, line, line, ...after];
  return way === 2 ? [...before, ...after] : [...after, line, ...before];
}

test('a short paper dates itself over the signature and tells its sections behind labels', () => {
  const outcome = readPlan([
    'THÔN ĐỒNG MÍT',
    'KẾ HOẠCH',
    'Xây dựng mô hình tự quản',
    '1. Lý do: năm 2025 mất trộm 3 vụ.',
    '2. Mục tiêu: không để xảy ra trộm cắp.',
    '3. Việc làm',
    '- Lập tổ tuần tra, xong trong quý II năm 2026.',
    '- Tuần tra đêm: thường xuyên.',
    '4. Chế độ: sơ kết hằng quý.',
    'Đồng Mít, ngày 12/3/2026',
    'TRƯỞNG THÔN',
    'Trần Văn Mẫu',
  ]);
  if (!outcome.ok) throw new Error(outcome.refusal);
  const { paper, facts, objectives, steps, reviews, unread } = outcome.value;
  expect(paper).toMatchObject({ date: '2026-03-12', place: 'Đồng Mít', lines: [1, 3] });
  expect(facts.map(({ value, year }) => [value, year])).toEqual([[3, 2025]]);
  expect(objectives.map(({ text }) => text)).toHaveLength(1);
  expect(steps.map(({ due, ongoing }) => [due, ongoing])).toEqual([
    ['2026-06-30', false],
    [null, true],
  ]);
  expect(reviews).toMatchObject([{ kind: 'interim', everyMonths: 3 }]);
  expect(unread.filter(({ heading }) => heading !== true)).toEqual([]);
});

test('the last basis may run on into “… xây dựng kế hoạch như sau:”', () => {
  const outcome = readPlan([
    'KẾ HOẠCH',
    'Xây dựng mô hình tự quản',
    'Thực hiện Chỉ thị số 05/CT-BCA ngày 10/6/2025; Kế hoạch số 204/KH-UBND ngày 01/7/2025 của UBND tỉnh, Công an xã xây dựng kế hoạch như sau:',
    'I. MỤC ĐÍCH',
    '- Giữ bình yên.',
  ]);
  expect(
    outcome.ok && outcome.value.paper.bases.map(({ number, text }) => [number, text.slice(-12)]),
  ).toEqual([
    ['05/CT-BCA', 'ày 10/6/2025'],
    ['204/KH-UBND', 'của UBND tỉnh'.slice(-12)],
  ]);
});

test('steps told in one breath are steps, and each keeps its time', () => {
  const outcome = readPlan([
    'KẾ HOẠCH',
    'Xây dựng mô hình tự quản',
    'Mục đích, yêu cầu',
    '- Giữ bình yên.',
    'II. NỘI DUNG',
    '1. Các bước: Bước 1: khảo sát (tháng 3/2026); Bước 2: họp dân (tháng 4/2026).',
    'III. SƠ KẾT, TỔNG KẾT',
    '- Sơ kết: trước ngày 30/9/2026.',
  ]);
  if (!outcome.ok) throw new Error(outcome.refusal);
  const { steps, objectives, reviews, paper } = outcome.value;
  expect(steps.map(({ text, due, lines }) => [text, due, lines])).toEqual([
    ['khảo sát', '2026-03-31', [6, 6]],
    ['họp dân', '2026-04-30', [6, 6]],
  ]);
  expect(paper.subject).toBe('Xây dựng mô hình tự quản');
  expect(objectives).toHaveLength(1);
  expect(reviews).toMatchObject([{ kind: 'interim', due: '2026-09-30' }]);
});
