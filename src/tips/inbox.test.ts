// The list shows what presses first and each matter once; nothing is due where another desk has it; and which step is next.

import { describe, expect, test } from 'vitest';
import { addDays, day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import type { Law } from '#law/rule.ts';
import type { RuleKey } from '#law/rule-key.ts';
import { inboxOf, viewed, type Levels } from './inbox.ts';
import { nextSteps } from './steps.ts';
import type { Tip } from './tip.ts';

const today = day('2026-11-24');
const [here, above] = [newId<'ring'>(), newId<'ring'>()];
const levels: Levels = new Map([[here, 'xa']]);

const rule = (key: RuleKey, count: number): Law[number] => ({
  ruleId: newId(),
  key,
  kind: 'deadline',
  value: { type: 'days', count },
  source: '',
  mark: 'own',
  validFrom: day('2020-01-01'),
  validTo: null,
  note: '',
});
const law: Law = [
  rule('tip.open', 1),
  rule('tip.receipt', 3),
  rule('tip.assign', 1),
  rule('tip.assign.remote', 1),
  rule('tip.transfer', 7),
];
const terms = { law, workingDayAfter: addDays };

const aTip = (change: Partial<Tip> = {}): Tip => ({
  tipId: newId(),
  ringId: here,
  epoch: 1,
  findHash: 'A'.repeat(43),
  answerRecipient: 'age1',
  door: 'web',
  hasIdentity: false,
  receivedOn: today,
  state: 'received',
  stateOn: today,
  class: null,
  registerNumber: null,
  handedOverOn: null,
  unreadSince: null,
  lastLetterOn: today,
  bodyEndedOn: null,
  passedTo: null,
  mergedInto: null,
  ...change,
});

describe('the list', () => {
  test('puts what is late first, then what is due first', () => {
    const late = aTip({ receivedOn: addDays(today, -9) });
    const soon = aTip();
    const over = aTip({ state: 'told' });
    const { rows, missing } = inboxOf([over, soon, late], [], levels, terms, today);
    expect(rows.map(({ tipId }) => tipId)).toEqual([late.tipId, soon.tipId, over.tipId]);
    expect(missing).toBeUndefined();
    expect(viewed(rows, 'late').map(({ tipId }) => tipId)).toEqual([late.tipId]);
    expect(viewed(rows, 'ended').map(({ tipId }) => tipId)).toEqual([over.tipId]);
    expect(viewed(rows, 'open')).toHaveLength(2);
  });

  test('has no due day for what was passed on, and a duplicate only where it lies', () => {
    const passed = aTip({ passedTo: above, receivedOn: addDays(today, -30) });
    const under = aTip({ mergedInto: passed.tipId });
    const { rows } = inboxOf([passed, under], [], levels, terms, today);
    expect(rows).toMatchObject([{ tipId: passed.tipId, isPassed: true, due: undefined }]);
  });

  test('keeps every tip where a rule is missing, and names the rule', () => {
    const without = { ...terms, law: law.filter(({ key }) => key !== 'tip.transfer') };
    const { rows, missing } = inboxOf([aTip()], [], levels, without, today);
    expect(rows).toHaveLength(1);
    expect(missing?.key).toBe('tip.transfer');
  });
});

describe('the next step', () => {
  test.each([
    ['acknowledged', {}],
    ['classified', { state: 'acknowledged' }],
    ['forwarded', { state: 'classified', class: 'b' }],
    ['closed', { state: 'classified', class: 'not_crime' }],
    ['confirmed', { state: 'forwarded', class: 'a' }],
    ['told', { state: 'resolved', class: 'a' }],
  ] as const)('is "%s" of %j at a commune', (kind, change) => {
    expect(nextSteps(aTip(change), [{ kind: 'reported' }], 'xa', today)[0]).toBe(kind);
  });

  test('is to resolve at the province, which reports to nobody', () => {
    const steps = nextSteps(aTip({ state: 'classified', class: 'b' }), [], 'tinh', today);
    expect(steps[0]).toBe('resolved');
    expect(steps).not.toContain('reported');
  });

  test('none after the end, and to report only once', () => {
    expect(nextSteps(aTip({ state: 'told' }), [], 'xa', today)).toEqual([]);
    expect(nextSteps(aTip(), [], 'xa', today)).toContain('reported');
    expect(nextSteps(aTip(), [{ kind: 'reported' }], 'xa', today)).not.toContain('reported');
  });
});
