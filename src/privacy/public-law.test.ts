// What people who live there are told of the law.

import { expect, it } from 'vitest';
import { day } from '#ground/day.ts';
import { marks, rulesOn, type LegalRule, type Mark, type RuleId } from '#law/rule.ts';
import { publicLaw } from './public-law.ts';

const today = day('2026-11-30');
const rule = (key: string, mark: Mark): LegalRule => ({
  ruleId: key as RuleId,
  key,
  kind: 'deadline',
  value: { type: 'days', count: 10 },
  source: `Nguồn của ${key}`,
  mark,
  validFrom: day('2020-01-01'),
  validTo: null,
  note: '',
});
const told = (mark: Mark) =>
  publicLaw(
    rulesOn(
      ['privacy.view', 'privacy.basis.task', 'retention.roster'].map((key) => rule(key, mark)),
      today,
    ),
    'vi',
  );
const nothing = { clocks: [], bases: [], terms: {} };

it('is every rule that was compared with the law, and the house’s own', () => {
  for (const mark of ['verified', 'own'] as const)
    expect(told(mark)).toEqual({
      clocks: [{ key: 'privacy.view', source: 'Nguồn của privacy.view', value: '10 ngày' }],
      bases: [{ key: 'privacy.basis.task', source: 'Nguồn của privacy.basis.task' }],
      terms: { roster: '10 ngày' },
    });
});

it('is not a word of a rule that nobody compared, neither its term nor its source', () => {
  const others = marks.filter((mark) => mark !== 'verified' && mark !== 'own');
  expect(others).toHaveLength(2);
  for (const mark of others) expect(told(mark)).toEqual(nothing);
});
