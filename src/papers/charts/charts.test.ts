// Charts say the same to eye and ear, in colour and in black and white, whatever the figures.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '#ground/day.ts';
import { exampleCommitments, exampleRows, exampleTalks, exampleToday } from '../example-charts.ts';
import { onPage, onPaper } from './look.ts';
import { barsAgainstBaseline, monthlyLine } from './monthly.ts';
import { lateSpan, progressOf, workedSpan } from './progress.ts';
import { timeLine, type TimeLineRow } from './time-line.ts';

const paper = onPaper('c', 'Tiến độ');
const phone = onPage('c', 'Tiến độ', 340, 'vi');
const none = { from: null, to: null };
const row = (over: Partial<TimeLineRow>): TimeLineRow => ({
  label: 'Bước',
  planned: { from: day('2026-05-01'), to: day('2026-05-31') },
  actual: none,
  ongoing: false,
  ...over,
});
const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, text]) => text ?? '');
const numbersOf = (svg: string, name: string): number[] =>
  [...svg.matchAll(new RegExp(` ${name}="(-?[\\d.]+)"`, 'gu'))].map(([, value]) => Number(value));

/** Any code points, lone surrogates and controls among them. */
const anyText = fc
  .array(fc.oneof(fc.nat({ max: 0x10ffff }), fc.nat({ max: 0x7f })), { maxLength: 30 })
  .map((codes) => String.fromCodePoint(...codes));

describe('how a step stands', () => {
  const today = day('2026-06-10');

  test('a step not finished is overdue from the day after its due date', () => {
    const due = row({}).planned.to ?? today;
    expect(progressOf(row({}), due).state).toBe('waiting');
    expect(progressOf(row({}), addDays(due, 1))).toEqual({ state: 'overdue', days: 1 });
  });

  test('a step finished after its due date says by how many days', () => {
    const done = row({ actual: { from: null, to: day('2026-06-03') } });
    expect(progressOf(done, today)).toEqual({ state: 'doneLate', on: '2026-06-03', days: 3 });
    expect(lateSpan(done, today)).toEqual({ from: '2026-05-31', to: '2026-06-03' });
  });

  test('work without an end is never late', () => {
    const ongoing = row({ ongoing: true, actual: { from: day('2026-05-02'), to: null } });
    expect(progressOf(ongoing, today).state).toBe('running');
    expect(lateSpan(ongoing, today)).toBeNull();
    expect(workedSpan(ongoing, today)).toEqual({ from: '2026-05-02', to: today });
  });

  test('work in time ends at the due date, what follows is the late part', () => {
    const late = row({ actual: { from: day('2026-05-20'), to: null } });
    expect(workedSpan(late, today)).toEqual({ from: '2026-05-20', to: '2026-05-31' });
    expect(lateSpan(late, today)).toEqual({ from: '2026-05-31', to: today });
  });
});

describe('the time line', () => {
  test('says every state in words, not by colour alone', () => {
    const { svg, alt } = timeLine(exampleRows, exampleToday, paper);
    const said = texts(svg).join(' ');
    for (const state of [
      'Hạn 31/05/2026 · xong 28/05/2026',
      'Hạn 30/06/2026 · xong 12/07/2026, chậm\u00a012\u00a0ngày',
      'Hạn 30/09/2026 · quá hạn 36\u00a0ngày',
      'Hạn 30/11/2026 · chưa bắt đầu',
      'Thường xuyên · đang làm',
    ]) {
      expect(said).toContain(state);
      expect(alt).toContain(state);
    }
    expect(said).toContain('Hôm nay 05/11/2026');
  });

  test('late work is hatched and only late work is', () => {
    const hatched = (rows: TimeLineRow[], today: string): number =>
      timeLine(rows, day(today), paper).svg.split('url(#c-late)').length - 2;
    expect(hatched([row({})], '2026-05-31')).toBe(0);
    expect(hatched([row({})], '2026-06-02')).toBe(1);
  });

  test('names itself and describes itself for people who hear it', () => {
    const { svg } = timeLine(exampleRows, exampleToday, paper);
    expect(svg).toMatch(/role="img" aria-labelledby="c-title c-desc"/u);
    expect(svg).toContain('<title id="c-title">Tiến độ</title>');
    expect(svg).toMatch(/<desc id="c-desc">1\. Khảo sát/u);
  });

  test('without steps says so', () => {
    expect(texts(timeLine([], exampleToday, paper).svg)).toEqual(['Chưa có bước nào']);
  });

  test('in English when asked', () => {
    const look = onPage('c', 'Progress', 640, 'en');
    expect(timeLine([row({})], day('2026-06-02'), look).alt).toBe(
      'Bước: Due 31/05/2026 · 2 days overdue',
    );
  });

  test('draws only inside its picture, whatever the dates are', () => {
    const span = fc.record({
      from: fc.option(fc.integer({ min: 0, max: 2000 })),
      to: fc.option(fc.integer({ min: 0, max: 2000 })),
    });
    const at = (days: number | null) => (days === null ? null : addDays(day('2024-01-01'), days));
    const rows = fc.array(fc.record({ planned: span, actual: span, ongoing: fc.boolean() }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 2000 }), (list, now) => {
        const given = list.map(({ planned, actual, ongoing }) =>
          row({
            planned: { from: at(planned.from), to: at(planned.to) },
            actual: { from: at(actual.from), to: at(actual.to) },
            ongoing,
          }),
        );
        const { svg, size } = timeLine(given, addDays(day('2024-01-01'), now), phone);
        expect(svg).not.toMatch(/NaN|undefined|Infinity|="-\d/u);
        expect(Math.max(...numbersOf(svg, 'x'), ...numbersOf(svg, 'x2'))).toBeLessThanOrEqual(340);
        expect(Math.max(...numbersOf(svg, 'y'))).toBeLessThanOrEqual(size[1]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('monthly charts', () => {
  test('write each value, the months and where the figure began', () => {
    const said = texts(monthlyLine(exampleCommitments, paper).svg);
    expect(said).toEqual(
      expect.arrayContaining(['12', '40', '68', '103', '120', '132', '05/2026', '10/2026']),
    );
    expect(said).toContain('Đầu kỳ: 0');
    expect(said[0]).toBe('Hộ đã ký cam kết (hộ)');
  });

  test('a missing figure is a dash and no bar, a zero is a bar and a 0', () => {
    const bars = (value: number | null): { count: number; said: string[] } => {
      const points = [
        { month: day('2026-05-01'), value: 3 },
        { month: day('2026-06-01'), value },
      ];
      const { svg } = barsAgainstBaseline({ ...exampleTalks, points }, paper);
      return { count: svg.split('<rect').length - 1, said: texts(svg) };
    };
    expect(bars(null).count).toBe(1);
    expect(bars(null).said).toContain('–');
    expect(bars(0).count).toBe(2);
    expect(bars(0).said).toContain('0');
  });

  test('the description lists the figures in the Vietnamese way', () => {
    const points = [
      { month: day('2026-05-01'), value: 1222.5 },
      { month: day('2026-06-01'), value: null },
    ];
    const { alt } = monthlyLine({ ...exampleCommitments, baseline: null, points }, paper);
    expect(alt).toBe('Hộ đã ký cam kết (hộ), từng tháng: 05/2026 1.222,5; 06/2026 chưa có số liệu');
  });

  test('without any figure says so', () => {
    const { svg } = barsAgainstBaseline({ ...exampleTalks, points: [] }, paper);
    expect(texts(svg)).toEqual(['Chưa có số liệu để vẽ']);
  });

  test('in a crowd only the last value is written', () => {
    const points = Array.from({ length: 24 }, (_, at) => ({
      month: day(`${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`),
      value: 1000 + at,
    }));
    const said = texts(monthlyLine({ ...exampleCommitments, points }, phone).svg);
    expect(said).toContain('1.023');
    expect(said).not.toContain('1.022');
  });

  test('whole figures get whole ticks', () => {
    const points = [{ month: day('2026-05-01'), value: 1 }];
    const said = texts(monthlyLine({ ...exampleCommitments, points }, paper).svg);
    expect(said.filter((text) => text.includes(','))).toEqual([]);
  });

  test('draw only numbers that exist, whatever the values are', () => {
    const value = fc.option(fc.double({ min: -1e6, max: 1e9, noNaN: true }));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 30 }), fc.option(fc.nat()), (values, baseline) => {
        const points = values.map((each, at) => ({
          month: addDays(day('2024-01-01'), at * 31),
          value: each,
        }));
        for (const draw of [monthlyLine, barsAgainstBaseline])
          expect(draw({ ...exampleTalks, baseline, points }, phone).svg).not.toMatch(
            /NaN|undefined|Infinity|height="-/u,
          );
      }),
      // Scales so small that they have no ticks, or more ticks than an array can hold.
      {
        examples: [
          [[5e-324], null],
          [[5e-324, -5e-324], null],
        ],
      },
    );
  });
});

test('labels cannot break out of the drawing', () => {
  fc.assert(
    fc.property(anyText, (nasty) => {
      const label = `${nasty}"><script>&amp;`;
      const { svg } = timeLine([row({ label })], exampleToday, onPaper('c', label));
      expect(svg).not.toMatch(/<script|&(?!amp;|lt;|gt;|quot;)/u);
    }),
  );
});
