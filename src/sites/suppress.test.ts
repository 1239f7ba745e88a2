// Small numbers of people stay hidden, and cannot be worked out from the numbers beside them.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { exampleLaw, exampleRules } from '#law/example-law.ts';
import { rulesOn } from '#law/rule.ts';
import { sayShown } from './say.ts';
import {
  isAboutPeopleAtRisk,
  showFigures,
  showParts,
  suppressionBy,
  type Shown,
  type SuppressionRule,
} from './suppress.ts';

const rule: SuppressionRule = suppressionBy(exampleRules(day('2026-11-23')));
const people = (value: number, measure = 'người nghiện có hồ sơ') => ({
  measure,
  unit: 'người',
  value,
});
const shownOf = (...figures: ReturnType<typeof people>[]): string[] =>
  showFigures(figures, rule).map(({ shown }) => sayShown(shown, 'vi'));

describe('whom it protects', () => {
  test.each([
    ['người nghiện có hồ sơ quản lý', 'người', true],
    ['số người sử dụng trái phép chất ma túy', null, true],
    ['NGƯỜI NGHIỆN', 'trường hợp', true],
    ['người đang cai nghiện tại cộng đồng', 'người', true],
    ['người sau cai', 'người', true],
    ['người điều trị methadone', 'người', true],
    ['người chấp hành xong án phạt tù', 'người', true],
    ['vụ sử dụng trái phép chất ma túy', 'vụ', false],
    ['người mới ra tù', 'người', true],
    ['cán bộ kiểm tra tư pháp', 'người', false],
    ['cơ sở cai nghiện', 'cơ sở', false],
    ['cán bộ nghiên cứu', 'người', false],
    ['số hộ', 'hộ', false],
    ['nhân khẩu', 'người', false],
  ])('“%s” (%s): %s', (measure, unit, expected) => {
    expect(isAboutPeopleAtRisk({ measure, unit })).toBe(expected);
  });

  test('a total is theirs too, where the paper says of whom it is', () => {
    expect(isAboutPeopleAtRisk({ measure: 'tổng số', of: 'người nghiện', unit: 'người' })).toBe(
      true,
    );
    expect(isAboutPeopleAtRisk({ measure: 'tổng số', of: 'xóm Phố', unit: 'người' })).toBe(false);
  });
});

describe('the rule', () => {
  test('it is dated law, and holds for the figures of every time', () => {
    expect(rule).toEqual({ below: 10 });
    expect(suppressionBy(exampleRules(day('1990-01-01')))).toEqual(rule);
    const [floor] = exampleLaw.filter(({ key }) => key === 'figures.floor');
    if (!floor) throw new Error('no floor');
    const raised = { type: 'number', number: 20 } as const;
    const law = [
      { ...floor, validTo: day('2026-12-31') },
      { ...floor, value: raised, validFrom: day('2027-01-01') },
    ];
    expect(suppressionBy(rulesOn(law, day('2026-12-31'))).below).toBe(10);
    expect(suppressionBy(rulesOn(law, day('2027-01-01'))).below).toBe(20);
  });

  test('without a rule nothing is shown at all', () => {
    expect(() => suppressionBy(rulesOn([], day('2026-11-23')))).toThrow('no suppression rule');
  });
});

describe('the figures of a baseline', () => {
  test('below ten says so, from ten on the number stands, nought is small too', () => {
    expect(shownOf(people(9))).toEqual(['dưới 10']);
    expect(shownOf(people(10))).toEqual(['10']);
    expect(shownOf(people(0))).toEqual(['dưới 10']);
  });

  test('other figures are never hidden, however small', () => {
    expect(shownOf({ measure: 'vụ trộm cắp', unit: 'vụ', value: 2 })).toEqual(['2']);
  });

  test('the value itself is gone, not only unnamed', () => {
    expect(JSON.stringify(showFigures([people(7)], rule))).not.toContain('7');
  });

  test('a total that would give a small part away costs the part beside it its number', () => {
    expect(shownOf(people(34), people(8), people(26))).toEqual(['34', 'dưới 10', 'không công bố']);
    expect(shownOf(people(34), people(8))).toEqual(['34', 'dưới 10']);
    expect(shownOf(people(46), people(8), people(12), people(26))).toEqual([
      '46',
      'dưới 10',
      'không công bố',
      '26',
    ]);
  });

  test('no shown total minus any shown parts is ever a hidden number', () => {
    const values = fc.array(fc.nat(40), { maxLength: 7 });
    fc.assert(
      fc.property(values, fc.nat(60), (parts, extra) => {
        const all = [
          ...parts,
          parts.reduce((sum, part) => sum + part, extra % 2 === 0 ? 0 : extra),
        ];
        const shown = showFigures(
          all.map((value) => people(value)),
          rule,
        );
        const open = shown.flatMap(({ shown: one }) => (one.kind === 'value' ? [one.value] : []));
        const hidden = new Set(all.filter((value) => value < 10));
        for (const [at, total] of open.entries()) {
          const others = open.toSpliced(at, 1);
          for (const sum of sumsOf(others)) expect(hidden.has(total - sum)).toBe(false);
        }
      }),
    );
  });

  test('too many figures to search are all withheld once one of them is small', () => {
    const many = Array.from({ length: 20 }, (_, at) => people(100 + at));
    const shown = shownOf(people(3), ...many);
    expect(new Set(shown)).toEqual(new Set(['dưới 10', 'không công bố']));
    expect(shownOf(...many)).not.toContain('không công bố');
  });
});

describe('a total and its parts', () => {
  const say = (total: number, parts: readonly number[]): string[] => {
    const shown = showParts(total, parts, rule);
    return [shown.total, ...shown.parts].map((one) => sayShown(one, 'vi'));
  };

  test('one small part takes the next smallest with it', () => {
    expect(say(34, [8, 26])).toEqual(['34', 'dưới 10', 'không công bố']);
    expect(say(68, [8, 20, 40])).toEqual(['68', 'dưới 10', 'không công bố', '40']);
  });

  test('two small parts hide each other, unless their sum leaves no choice', () => {
    expect(say(40, [4, 6, 30])).toEqual(['40', 'dưới 10', 'dưới 10', '30']);
    expect(say(60, [0, 0, 20, 40])).toEqual(['60', 'dưới 10', 'dưới 10', 'không công bố', '40']);
  });

  test('where nothing else can be withheld, the total is', () => {
    expect(say(10, [0, 10])).toEqual(['không công bố', 'dưới 10', 'không công bố']);
  });

  test('a small total is small itself', () => {
    expect(say(7, [3, 4])).toEqual(['dưới 10', 'dưới 10', 'dưới 10']);
  });

  test('nothing small, nothing hidden', () => {
    expect(say(30, [10, 20])).toEqual(['30', '10', '20']);
  });

  test('whoever knows the rules and the shown numbers still finds two values for each small part', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }), (parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        const shown = showParts(total, parts, rule);
        const possible = fillings(shown.parts, shown.total);
        for (const [at, one] of shown.parts.entries()) {
          const values = new Set(possible.map((filling) => filling[at]));
          expect(one.kind !== 'below' || values.size > 1).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** Every sum of some of the values, at least one. */
function sumsOf(values: readonly number[]): number[] {
  return values.reduce<number[]>(
    (sums, value) => [...sums, value, ...sums.map((sum) => sum + value)],
    [],
  );
}

/** All ways the parts can be, tried one by one: small 0–9, withheld 10–60. */
function fillings(parts: readonly Shown[], total: Shown): readonly (readonly number[])[] {
  const range = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const choices = parts.map((part) => {
    if (part.kind === 'value') return [part.value];
    return part.kind === 'below' ? range(0, 9) : range(10, 60);
  });
  const isPossible = (sum: number): boolean => {
    if (total.kind === 'value') return sum === total.value;
    return total.kind === 'withheld' || sum < total.below;
  };
  const ways = choices.reduce<number[][]>(
    (all, choice) => all.flatMap((way) => choice.map((value) => [...way, value])),
    [[]],
  );
  return ways.filter((way) => isPossible(way.reduce((sum, value) => sum + value, 0)));
}
