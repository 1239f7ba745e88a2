// Replacing and confirming: at most one rule a day, the past keeps its rule, nothing without a reason.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, type Day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { decideConfirmation, decideReplacement, type NewRule } from './replace.ts';
import { holdsOn, ruleOn, type Law, type LegalRule } from './rule.ts';

const first: LegalRule = {
  ruleId: newId(),
  key: 'privacy.view',
  kind: 'deadline',
  value: { type: 'days', count: 10 },
  source: 'Nghị định 356/2025/NĐ-CP',
  mark: 'secondary',
  validFrom: day('2026-01-01'),
  validTo: null,
  note: '',
};
const wanted: NewRule = {
  value: { type: 'days', count: 7 },
  source: 'Nghị định 1/2027/NĐ-CP',
  mark: 'verified',
  note: '',
  from: day('2027-01-01'),
  reason: 'Đã có nghị định mới',
};
const replace = (law: Law, input: NewRule) => decideReplacement(law, 'privacy.view', input);

/** The law as it stands once a replacement was written down. */
function lawAfter(law: Law, input: NewRule): Law {
  const decided = replace(law, input);
  if (!decided.ok) return law;
  const { ended, withdrawn, rule } = decided.value;
  const kept = law
    .filter(({ ruleId }) => ruleId !== withdrawn)
    .map((one) => (one.ruleId === ended?.ruleId ? { ...one, validTo: ended.validTo } : one));
  return [...kept, { ...rule, ruleId: newId() }];
}

describe('replacing a rule', () => {
  test('ends the old one the day before, and the new one goes on', () => {
    expect(replace([first], wanted)).toMatchObject({
      ok: true,
      value: {
        ended: { ruleId: first.ruleId, validTo: '2026-12-31' },
        withdrawn: null,
        rule: { kind: 'deadline', validFrom: '2027-01-01', validTo: null },
      },
    });
  });

  test('from its very first day takes the old one back altogether', () => {
    const decided = replace([first], { ...wanted, from: first.validFrom });
    expect(decided).toMatchObject({ value: { ended: null, withdrawn: first.ruleId } });
  });

  test('inside a rule that has ended keeps that end', () => {
    const law = [{ ...first, validTo: day('2027-06-30') }];
    expect(replace(law, wanted)).toMatchObject({ value: { rule: { validTo: '2027-06-30' } } });
  });

  test('before the first rule fills the days until it', () => {
    const decided = replace([first], { ...wanted, from: day('2025-01-01') });
    expect(decided).toMatchObject({
      value: { ended: null, withdrawn: null, rule: { validTo: '2025-12-31' } },
    });
  });

  test('may turn days into working days, but not into a share', () => {
    const weekdays = { type: 'working_days', count: 7 } as const;
    expect(replace([first], { ...wanted, value: weekdays }).ok).toBe(true);
    const share = { type: 'share', numerator: 1, denominator: 2, strict: true } as const;
    expect(replace([first], { ...wanted, value: share })).toMatchObject({ refusal: 'other-type' });
  });

  test.each([
    [{ source: '  ' }, 'source-missing'],
    [{ reason: '' }, 'reason-missing'],
    [{ value: first.value, source: first.source, mark: first.mark }, 'nothing-new'],
  ] as const)('%o is refused: %s', (over, refusal) => {
    expect(replace([first], { ...wanted, ...over })).toEqual({ ok: false, refusal });
  });

  test('a key nobody knows has no type to follow', () => {
    expect(replace([], wanted)).toMatchObject({ refusal: 'unknown-rule' });
  });

  test('parts that contradict each other are refused', () => {
    const share = { type: 'share', numerator: 1, denominator: 2, strict: true } as const;
    const votes = [{ ...first, value: share }];
    const value = { ...share, numerator: 3 };
    expect(replace(votes, { ...wanted, value })).toMatchObject({ refusal: 'value-unfit' });
  });

  test('the floor under which people are not counted may rise, and never falls', () => {
    const floor: LegalRule = {
      ...first,
      key: 'figures.floor',
      value: { type: 'number', number: 10 },
      mark: 'own',
    };
    const to = (number: number) =>
      decideReplacement([floor], 'figures.floor', { ...wanted, value: { type: 'number', number } });
    expect(to(9)).toMatchObject({ refusal: 'floor-lowered' });
    expect(to(20).ok).toBe(true);
  });

  test('however often it is done, one rule at most holds on a day, and earlier days keep theirs', () => {
    const anyInput = fc
      .record({ days: fc.integer({ min: -300, max: 300 }), count: fc.nat(30) })
      .map(({ days, count }): NewRule => ({
        ...wanted,
        value: { type: 'days', count },
        from: addDays(first.validFrom, days),
      }));
    const span = Array.from({ length: 75 }, (_, at) => addDays(day('2025-01-01'), at * 10));
    const valueOn = (law: Law, on: Day) => ruleOn(law, 'privacy.view', on)?.value;
    fc.assert(
      fc.property(fc.array(anyInput, { maxLength: 12 }), (inputs) => {
        inputs.reduce<Law>(
          (law, input) => {
            const after = lawAfter(law, input);
            expect(valueOn(after, input.from)).toEqual(input.value);
            for (const on of span)
              expect(after.filter((rule) => holdsOn(rule, on)).length).toBeLessThanOrEqual(1);
            const earlier = span.filter((on) => on < input.from);
            expect(earlier.map((on) => valueOn(after, on))).toEqual(
              earlier.map((on) => valueOn(law, on)),
            );
            return after;
          },
          [first],
        );
      }),
      { numRuns: 60 },
    );
  });
});

test.each([
  [undefined, 'Điều 5', { ok: false, refusal: 'not-found' }],
  [{ ...first, mark: 'verified' }, 'Điều 5', { ok: false, refusal: 'already-verified' }],
  [{ ...first, mark: 'own' }, 'Điều 5', { ok: false, refusal: 'own-rule' }],
  [first, '   ', { ok: false, refusal: 'text-missing' }],
  [first, ' Điều 5,  Công báo ', { ok: true, value: 'Điều 5, Công báo' }],
] as const)('confirming %o with “%s” gives %o', (rule, textRead, expected) => {
  expect(decideConfirmation(rule, textRead)).toEqual(expected);
});
