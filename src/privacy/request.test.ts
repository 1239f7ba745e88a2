// Requests about personal data: the steps in their order, and the two clocks of the law.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, type Day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import type { LegalRule, RuleId } from '#law/rule.ts';
import {
  clocksOf,
  decideStep,
  eventKinds,
  isOverdue,
  mayStep,
  nextDue,
  requestKinds,
  requestState,
  type EventKind,
  type PrivacyRequest,
  type RequestEvent,
} from './request.ts';

const received = day('2026-11-20');
const request = (kind: PrivacyRequest['kind'] = 'erase'): PrivacyRequest => ({
  requestId: newId<'request'>(),
  kind,
  personId: null,
  personName: 'Người Ví Dụ',
  answerTo: 'gặp tại trụ sở',
  came: 'in_person',
  identity: 'paper_shown',
  words: '',
  receivedOn: received,
});
const happened = (
  of: PrivacyRequest,
  ...kinds: readonly (readonly [EventKind, Day])[]
): readonly RequestEvent[] =>
  kinds.map(([kind, on]) => ({
    requestId: of.requestId,
    kind,
    day: on,
    note: '',
    detail: null,
    recordedBy: 'Cán bộ Ví Dụ',
  }));
const step = (kind: EventKind, on = received, note = 'vì') => ({
  kind,
  day: on,
  note,
  detail: null,
});

const rule = (
  key: string,
  type: 'days' | 'working_days',
  count: number,
  validFrom = '2026-01-01',
): LegalRule => ({
  ruleId: key as RuleId,
  key,
  kind: 'deadline',
  value: { type, count },
  source: 'Nghị định ví dụ',
  mark: 'secondary',
  validFrom: day(validFrom),
  validTo: null,
  note: '',
});
const law = [
  rule('privacy.acknowledge', 'working_days', 2),
  rule('privacy.view', 'days', 10),
  rule('privacy.correct', 'days', 10),
  rule('privacy.export', 'days', 10),
  rule('privacy.restrict', 'days', 15),
  rule('privacy.erase', 'days', 20),
];
const weekend = ['2026-01-03', '2026-01-04'].map((first) => ({
  kind: 'off' as const,
  repeats: 'weekly' as const,
  firstDay: day(first),
  lastDay: null,
}));

describe('the steps', () => {
  it('go from received to told, and nothing is skipped', () => {
    const of = request();
    const order = ['acknowledged', 'started', 'erased', 'done', 'told'] as const;
    order.forEach((kind, at) => {
      const before = order.slice(0, at).map((one) => [one, received] as const);
      const state = requestState(of, happened(of, ...before));
      expect(decideStep(state, step(kind), received).ok).toBe(true);
      const other = eventKinds.filter((one) => one !== kind && mayStep(state, one));
      expect(other.every((one) => ['refused', 'corrected', 'exported'].includes(one))).toBe(true);
    });
  });
  it('need a reason to refuse and a word on how it was told', () => {
    const of = request();
    const fresh = requestState(of, []);
    expect(decideStep(fresh, step('refused', received, ' '), received)).toMatchObject({
      refusal: 'note-missing',
    });
    const refusedNow = requestState(of, happened(of, ['refused', received]));
    expect(decideStep(refusedNow, step('told', received, ''), received)).toMatchObject({
      refusal: 'note-missing',
    });
  });
  it('are not done before the thing itself was done', () => {
    const of = request('erase');
    const doing = requestState(of, happened(of, ['acknowledged', received], ['started', received]));
    expect(decideStep(doing, step('done'), received)).toMatchObject({ refusal: 'nothing-done' });
  });
  it('cannot refuse what was erased already', () => {
    const of = request('erase');
    const erased = requestState(
      of,
      happened(of, ['acknowledged', received], ['started', received], ['erased', received]),
    );
    expect(decideStep(erased, step('refused'), received)).toMatchObject({
      refusal: 'erased-already',
    });
  });
  it('are on no day before it came and on none to come', () => {
    const fresh = requestState(request(), []);
    expect(decideStep(fresh, step('acknowledged', addDays(received, -1)), received)).toMatchObject({
      refusal: 'before-received',
    });
    expect(decideStep(fresh, step('acknowledged', addDays(received, 1)), received)).toMatchObject({
      refusal: 'in-future',
    });
  });
  it('leave no way on once it was told', () => {
    const of = request();
    const told = requestState(of, happened(of, ['refused', received], ['told', received]));
    expect(eventKinds.filter((kind) => mayStep(told, kind))).toEqual([]);
  });
});

describe('the clocks', () => {
  it('count working days to the acknowledgement, and days by the kind to the answer', () => {
    const dues = requestKinds.map((kind) => {
      const clocks = clocksOf(requestState(request(kind), []), law, weekend, received);
      return [kind, clocks.acknowledge?.due, clocks.perform?.due];
    });
    expect(dues).toEqual([
      ['view', '2026-11-24', '2026-11-30'],
      ['correct', '2026-11-24', '2026-11-30'],
      ['export', '2026-11-24', '2026-11-30'],
      ['restrict', '2026-11-24', '2026-12-05'],
      ['object', '2026-11-24', '2026-12-05'],
      ['withdraw', '2026-11-24', '2026-12-05'],
      ['erase', '2026-11-24', '2026-12-10'],
    ]);
  });
  it('stop when it was met, and stay late where it was met too late', () => {
    const of = request('view');
    const late = requestState(of, happened(of, ['acknowledged', day('2026-11-25')]));
    const { acknowledge } = clocksOf(late, law, weekend, day('2026-12-20'));
    expect(acknowledge).toMatchObject({ metOn: '2026-11-25', isLate: true, daysLeft: -1 });
  });
  it('are overdue only where the officer has not met them', () => {
    const of = request('view');
    const state = requestState(of, happened(of, ['acknowledged', received]));
    const on = (today: string) => clocksOf(state, law, weekend, day(today));
    expect(isOverdue(on('2026-11-30'))).toBe(false);
    expect(isOverdue(on('2026-12-01'))).toBe(true);
    expect(nextDue(on('2026-12-01'))).toBe('2026-11-30');
  });
  it('follow the law of the day it came, and guess nothing where none held', () => {
    const early = { ...request('view'), receivedOn: day('2025-06-01') };
    const clocks = clocksOf(requestState(early, []), law, weekend, received);
    expect(clocks).toEqual({ acknowledge: null, perform: null });
    expect(isOverdue(clocks)).toBe(false);
  });
  it('for every day: on the due day it is in time, the day after it is late', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 800 }).map((days) => addDays(day('2026-01-01'), days)),
        fc.constantFrom(...requestKinds),
        (receivedOn, kind) => {
          const state = requestState({ ...request(kind), receivedOn }, []);
          const due = nextDue(clocksOf(state, law, weekend, receivedOn)) ?? receivedOn;
          expect(isOverdue(clocksOf(state, law, weekend, due))).toBe(false);
          expect(isOverdue(clocksOf(state, law, weekend, addDays(due, 1)))).toBe(true);
        },
      ),
    );
  });
});
