// The end of records: never a day early, and nothing without a term or a reason.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, day } from '#ground/day.ts';
import { rulesOn, type LegalRule, type RuleId } from '#law/rule.ts';
import { decideRetention, lastEnded, retentionRules, ruleOfKeep } from './retention.ts';
import { privacyWords } from './privacy.words.ts';
import { namedTables, personalTables } from './tables.ts';

const rule = (key: string, type: 'days' | 'months', count: number): LegalRule => ({
  ruleId: key as RuleId,
  key,
  kind: 'retention',
  value: { type, count },
  source: 'thử',
  mark: 'own',
  validFrom: day('2020-01-01'),
  validTo: null,
  note: '',
});
const aDay = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays(day('2010-01-01'), days));
const term = fc.record({
  type: fc.constantFrom('days' as const, 'months' as const),
  count: fc.integer({ min: 0, max: 120 }),
});
const today = day('2026-03-31');
const rules = rulesOn([rule('retention.session', 'days', 30)], today);

describe('a record', () => {
  it('is kept through its term and goes on the day it is over', () => {
    expect(decideRetention('session', day('2026-03-02'), rules)).toMatchObject({
      value: { kind: 'until', day: '2026-04-01' },
    });
    expect(decideRetention('session', day('2026-03-01'), rules)).toMatchObject({
      value: { kind: 'over', since: '2026-03-31' },
    });
  });
  it('that has not ended has no day to go', () => {
    expect(decideRetention('session', null, rules)).toMatchObject({ value: { kind: 'in-use' } });
  });
  it('of signed papers stays, for the reason its entry says', () => {
    expect(decideRetention('papers', day('2000-01-01'), rules)).toMatchObject({
      value: { kind: 'stays' },
    });
  });
  it('whose rule does not hold on the day is not ended by a guess', () => {
    expect(decideRetention('mail', day('2000-01-01'), rules)).toMatchObject({
      refusal: { kind: 'no-rule', key: 'retention.mail' },
    });
  });
});

describe('for every term and day', () => {
  it('the last ended day is over, and the day after it is not', () => {
    fc.assert(
      fc.property(term, aDay, (of, on) => {
        const end = (from: typeof on) =>
          of.type === 'months' ? addMonths(from, of.count) : addDays(from, of.count);
        const last = lastEnded(of, on);
        expect(end(last) <= on).toBe(true);
        expect(end(addDays(last, 1)) <= on).toBe(false);
      }),
    );
  });
  it('what ended later never goes earlier', () => {
    fc.assert(
      fc.property(term, aDay, fc.integer({ min: 1, max: 400 }), (of, on, days) => {
        expect(lastEnded(of, addDays(on, days)) >= lastEnded(of, on)).toBe(true);
      }),
    );
  });
});

describe('the register', () => {
  it('gives every table with personal data a term or a reason in words', () => {
    const without = personalTables.filter(
      ({ keep }) => ruleOfKeep[keep] === null && privacyWords.vi.keep[keep].length < 20,
    );
    expect(without).toEqual([]);
  });
  it('keeps nothing sensitive without a term', () => {
    const sensitive = namedTables.filter(({ columns }) =>
      Object.values(columns).some((column) => column.personal && column.kind === 'sensitive'),
    );
    expect(sensitive.map(({ name }) => name)).toEqual(['stand_in']);
    expect(sensitive.every(({ keep }) => ruleOfKeep[keep] !== null)).toBe(true);
  });
  it('has no rule of keeping that no table uses', () => {
    const used = new Set<string | null>(namedTables.map(({ keep }) => ruleOfKeep[keep]));
    expect(retentionRules.filter((key) => !used.has(key))).toEqual([]);
  });
});
