// A breach: what is known of it, who was told, and the hours that are left.

import { describe, expect, it } from 'vitest';
import { day, type Instant } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import type { LegalRule, RuleId } from '#law/rule.ts';
import {
  breachClock,
  breachState,
  decideBreachStep,
  decideFound,
  gapsOf,
  touchesSensitive,
  type Assessment,
  type Breach,
  type BreachEvent,
  type BreachStep,
} from './breach.ts';

const at = (text: string): Instant => `${text}:00.000Z` as Instant;
const breach: Breach = { breachId: newId<'breach'>(), foundAt: at('2026-11-20T03:00') };
const assessment: Assessment = {
  happened: 'Một máy dùng chung bị mất',
  touched: ['sign_in_session'],
  people: 3,
  consequences: '',
};
const event = (kind: BreachEvent['kind'], more: Partial<BreachEvent> = {}): BreachEvent => ({
  breachId: breach.breachId,
  kind,
  at: at('2026-11-21T03:00'),
  note: 'đã làm',
  told: null,
  assessment: null,
  recordedBy: 'Cán bộ Ví Dụ',
  ...more,
});
const step = (kind: BreachStep['kind'], more: Partial<BreachStep> = {}): BreachStep => ({
  kind,
  at: at('2026-11-21T03:00'),
  note: 'đã làm',
  told: null,
  assessment: null,
  ...more,
});
const first = event('assessed', { at: breach.foundAt, assessment });
const now = at('2026-11-22T03:00');
const hours72: LegalRule = {
  ruleId: 'x' as RuleId,
  key: 'privacy.breach.notify',
  kind: 'deadline',
  value: { type: 'hours', count: 72 },
  source: 'Luật ví dụ',
  mark: 'secondary',
  validFrom: day('2026-01-01'),
  validTo: null,
  note: '',
};
const clockAt = (moment: Instant, ...events: readonly BreachEvent[]) =>
  breachClock(breachState(breach, [first, ...events]), [hours72], day('2026-11-20'), moment);

describe('the clock for telling the authority', () => {
  it('runs from when it was found, to the hour', () => {
    expect(clockAt(at('2026-11-20T03:00'))).toMatchObject({ hours: 72, isLate: false });
    expect(clockAt(at('2026-11-23T02:59'))).toMatchObject({ hours: 0, isLate: false });
    expect(clockAt(at('2026-11-23T03:01'))).toMatchObject({ hours: 0, isLate: true });
  });
  it('stops when the authority was told, and stays late where that was too late', () => {
    const told = event('told', { told: 'authority', at: at('2026-11-23T05:00') });
    expect(clockAt(at('2027-01-01T00:00'), told)).toMatchObject({
      metAt: told.at,
      isLate: true,
      hours: 2,
    });
  });
  it('is not stopped by telling a superior', () => {
    expect(clockAt(now, event('told', { told: 'superior' }))?.metAt).toBeNull();
  });
  it('shows no hours where no rule held on the day', () => {
    const state = breachState(breach, [first]);
    expect(breachClock(state, [hours72], day('2025-12-31'), now)).toBeNull();
  });
});

describe('what may be written down', () => {
  const state = breachState(breach, [first]);
  it('is the latest assessment that counts', () => {
    const later = event('assessed', { assessment: { ...assessment, people: 40 } });
    expect(breachState(breach, [first, later]).assessment.people).toBe(40);
  });
  it.each([
    ['a step to come', step('measure', { at: at('2027-01-01T00:00') }), 'in-future'],
    ['a step before it was found', step('measure', { at: at('2026-11-01T00:00') }), 'before-found'],
    ['a measure without words', step('measure', { note: ' ' }), 'note-missing'],
    ['closing it untold and without a reason', step('closed', { note: '' }), 'not-told'],
    ['opening again what is open', step('reopened'), 'wrong-state'],
    [
      'a table nobody knows',
      step('assessed', { assessment: { ...assessment, touched: ['khong_co'] } }),
      'unknown-table',
    ],
    [
      'half a person',
      step('assessed', { assessment: { ...assessment, people: 1.5 } }),
      'people-invalid',
    ],
  ] as const)('%s is refused', (_, wanted, refusal) => {
    expect(decideBreachStep(state, wanted, now)).toMatchObject({ refusal });
  });
  it('is nothing once it was closed, but for opening it again', () => {
    const closed = breachState(breach, [first, event('closed')]);
    expect(closed.isOpen).toBe(false);
    expect(decideBreachStep(closed, step('measure'), now)).toMatchObject({
      refusal: 'wrong-state',
    });
    expect(decideBreachStep(closed, step('reopened'), now).ok).toBe(true);
  });
  it('begins with what happened, found at no time to come', () => {
    expect(decideFound(at('2026-12-01T00:00'), assessment, now)).toMatchObject({
      refusal: 'in-future',
    });
    expect(decideFound(breach.foundAt, { ...assessment, happened: '' }, now)).toMatchObject({
      refusal: 'happened-missing',
    });
  });
  it('says by the register whether sensitive data is touched', () => {
    expect(touchesSensitive(assessment)).toBe(false);
    expect(touchesSensitive({ ...assessment, touched: ['stand_in'] })).toBe(true);
  });
});

it('after the first three questions names what the notice still needs, until it is written down', () => {
  const unknown = { ...assessment, touched: [], people: null };
  const known = { ...assessment, consequences: 'Có thể bị gọi làm phiền' };
  const gaps = (...events: readonly BreachEvent[]) => gapsOf(breachState(breach, events));
  expect(gaps({ ...first, assessment: unknown })).toEqual([
    'touched',
    'people',
    'consequences',
    'measure',
    'authority',
  ]);
  expect(gaps({ ...first, assessment: known }, event('measure'))).toEqual(['authority']);
  expect(
    gaps({ ...first, assessment: known }, event('measure'), event('told', { told: 'authority' })),
  ).toEqual([]);
});
