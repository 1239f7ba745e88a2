// The clocks of a tip, by the catalogue's own figures: which of them run, until when, and which of them stop.

import { describe, expect, test } from 'vitest';
import { addDays, day, weekdayOf, type Day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import type { Law, LegalRule, RuleValue } from '#law/rule.ts';
import type { RuleKey } from '#law/rule-key.ts';
import { dueOf, openedSince, type Clocked, type UnitLevel } from './due.ts';
import type { StepKind } from './tip.ts';

const rule = (key: RuleKey, type: string, count: number, from = '2018-01-01'): LegalRule => ({
  ruleId: newId(),
  key,
  kind: 'deadline',
  value: { type, count } as RuleValue,
  source: 'ví dụ',
  mark: 'verified',
  validFrom: day(from),
  validTo: null,
  note: '',
});
const law: Law = [
  rule('tip.open', 'days', 1),
  rule('tip.receipt', 'working_days', 3),
  rule('tip.assign', 'hours', 12),
  rule('tip.assign.remote', 'hours', 24),
  rule('tip.urgent', 'hours', 0),
  rule('tip.transfer', 'days', 7),
  rule('tip.wrong_body', 'hours', 24),
  rule('tip.classify', 'hours', 24),
  rule('tip.decide', 'days', 20),
  rule('tip.decide.complex', 'months', 2),
  rule('tip.decide.extension', 'months', 2),
  rule('tip.result', 'days', 3),
];
/** Monday to Friday. */
const workingDayAfter = (from: Day, count: number): Day => {
  let on = from;
  for (let left = count; left > 0;) {
    on = addDays(on, 1);
    if (weekdayOf(on) < 6) left -= 1;
  }
  return on;
};
/** A Thursday. */
const received = day('2026-11-19');
const tip: Clocked = {
  receivedOn: received,
  state: 'received',
  class: null,
  hasIdentity: false,
  unreadSince: null,
};
type Event = readonly [StepKind, Day];

function due(
  of: Partial<Clocked>,
  events: readonly Event[] = [],
  level: UnitLevel = 'xa',
  today = received,
) {
  const happened = events.map(([kind, on]) => ({ kind, day: on }));
  const found = dueOf({ ...tip, ...of }, happened, level, { law, workingDayAfter }, today);
  if (!found.ok) throw new Error(found.refusal.key);
  return found.value;
}
const days = (...asked: Parameters<typeof due>): Record<string, Day> =>
  Object.fromEntries(due(...asked).map(({ key, day: on }) => [key, on]));

describe('at a commune', () => {
  test('a tip nobody classified is reported in hours and handed over in seven days', () => {
    expect(days({})).toEqual({ 'tip.assign': received, 'tip.transfer': addDays(received, 7) });
  });
  test('what cannot wait is due at once', () => {
    const events: Event[] = [
      ['acknowledged', received],
      ['classified', received],
    ];
    expect(days({ state: 'classified', class: 'a' }, events)).toEqual({
      'tip.assign': received,
      'tip.urgent': received,
    });
  });
  test('in remote places the report may come later, and is late only then', () => {
    const [assign] = due({}, [], 'xa', addDays(received, 1));
    expect(assign).toMatchObject({
      key: 'tip.assign',
      later: [{ key: 'tip.assign.remote', day: addDays(received, 1) }],
      isLate: false,
    });
    expect(due({}, [], 'xa', addDays(received, 2))[0]?.isLate).toBe(true);
  });
  test('what is no crime goes on within a day of being found so', () => {
    const found = addDays(received, 2);
    const events: Event[] = [['classified', found]];
    expect(days({ state: 'classified', class: 'not_crime' }, events)).toEqual({
      'tip.wrong_body': addDays(found, 1),
    });
  });
  test('nothing is due of what was handed over, but its result once there is one', () => {
    const events: Event[] = [
      ['classified', received],
      ['forwarded', received],
    ];
    expect(days({ state: 'forwarded', class: 'b' }, events)).toEqual({});
    const resolved = day('2026-12-01');
    const then: Event[] = [...events, ['acknowledged', received], ['resolved', resolved]];
    expect(days({ state: 'resolved', class: 'b', hasIdentity: true }, then)).toEqual({
      'tip.result': addDays(resolved, 3),
    });
    expect(days({ state: 'resolved', class: 'b' }, then)).toEqual({});
  });
});

describe('whoever said who they are', () => {
  test('is written to in three working days: a weekend lies between', () => {
    expect(days({ hasIdentity: true })['tip.receipt']).toBe('2026-11-24');
    expect(days({})['tip.receipt']).toBeUndefined();
    const events: Event[] = [['acknowledged', received]];
    expect(
      days({ hasIdentity: true, state: 'acknowledged' }, events)['tip.receipt'],
    ).toBeUndefined();
  });
});

describe('what nobody has opened', () => {
  test('is due the next day, at every unit, even of a tip that ended', () => {
    const unread = { unreadSince: addDays(received, 30), state: 'told' } as const;
    expect(days(unread)).toEqual({ 'tip.open': addDays(received, 31) });
    expect(due(unread, [], 'xa', addDays(received, 31))[0]?.isLate).toBe(false);
    expect(due(unread, [], 'xa', addDays(received, 32))[0]?.isLate).toBe(true);
  });
  test('is called for from the first day on which it is late, by the same rule', () => {
    const today = addDays(received, 32);
    expect(openedSince({ law, workingDayAfter }, today)).toEqual({
      ok: true,
      value: addDays(received, 30),
    });
    expect(openedSince({ law: [], workingDayAfter }, today)).toMatchObject({
      refusal: { kind: 'no-rule' },
    });
  });
});

describe('at the province', () => {
  test('a tip is classified in a day and decided in twenty; two months, and two more, where it is complex', () => {
    const found = due({}, [], 'tinh');
    expect(found.map(({ key }) => key)).toEqual(['tip.classify', 'tip.decide']);
    expect(found[0]?.day).toBe(addDays(received, 1));
    expect(found[1]).toMatchObject({
      day: '2026-12-09',
      later: [
        { key: 'tip.decide.complex', day: '2027-01-19' },
        { key: 'tip.decide.extension', day: '2027-03-19' },
      ],
    });
    expect(due({}, [], 'tinh', day('2027-03-19'))[1]?.isLate).toBe(false);
    expect(due({}, [], 'tinh', day('2027-03-20'))[1]?.isLate).toBe(true);
  });
  test('a decided one has no clock left', () => {
    const events: Event[] = [
      ['classified', received],
      ['resolved', received],
    ];
    expect(days({ state: 'resolved', class: 'b' }, events, 'tinh')).toEqual({});
  });
});

describe('the law', () => {
  test('is that of the day on which the clock began', () => {
    const changed: Law = [
      ...law.map((one) =>
        one.key === 'tip.transfer' ? { ...one, validTo: day('2026-11-20') } : one,
      ),
      rule('tip.transfer', 'days', 5, '2026-11-21'),
    ];
    const terms = { law: changed, workingDayAfter };
    const found = dueOf(tip, [], 'xa', terms, day('2026-11-25'));
    expect(found.ok && found.value.find(({ key }) => key === 'tip.transfer')?.day).toBe(
      '2026-11-26',
    );
  });
  test('is not guessed where it is silent', () => {
    const silent = law.filter(({ key }) => key !== 'tip.transfer');
    expect(dueOf(tip, [], 'xa', { law: silent, workingDayAfter }, received)).toEqual({
      ok: false,
      refusal: { kind: 'no-rule', key: 'tip.transfer', day: received },
    });
  });
});
