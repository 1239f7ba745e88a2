// A step's state as a fold, and what may happen to it: by example and for any sequence of decisions.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, type Day, type Instant } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { exampleLaw } from '#law/example-law.ts';
import { requirementsOf } from './requirement.ts';
import type { Step, StepEvent, StepHappening } from './site.ts';
import {
  currentStep,
  decideClose,
  decideDelay,
  decideEvidence,
  decideReopen,
  decideStart,
  stepState as stepStateBy,
  type StepState,
} from './step.ts';

const today = day('2026-06-10');

const aStep = (changes: Partial<Step> = {}): Step => ({
  number: 1,
  kind: 'other',
  text: 'Gửi báo cáo',
  plannedFrom: null,
  due: day('2026-06-30'),
  dueText: null,
  ongoing: false,
  lines: [1, 1],
  ...changes,
});

let clock = 0;
const recorded = (happening: StepHappening): StepEvent => ({
  ...happening,
  eventId: newId(),
  recordedBy: newId<'person'>(),
  recordedByName: 'Người ghi',
  recordedAt: new Date(Date.UTC(2026, 5, 1) + (clock += 1)).toISOString() as Instant,
});

const event = (kind: 'started' | 'delayed' | 'closed' | 'reopened', on: Day): StepEvent =>
  recorded({ kind, number: 1, day: on, note: 'vì' });
const evidence = (on: Day, requirement = 'result'): StepEvent =>
  recorded({
    kind: 'evidenced',
    number: 1,
    day: on,
    note: '',
    requirement,
    fileRef: null,
    fileName: 'kq.pdf',
  });

const stepState = (step: Step, events: readonly StepEvent[], on: Day): StepState =>
  stepStateBy(step, events, on, exampleLaw);
const stateAfter = (...events: StepEvent[]): StepState => stepState(aStep(), events, today);
const told = (on: Day, note = '') => ({ day: on, note });
const proof = { requirement: 'result', day: today, note: 'đã gửi', file: null };

describe('the state', () => {
  test('nothing happened: it waits, and is overdue from the day after its due day', () => {
    expect(stepState(aStep(), [], day('2026-06-30'))).toMatchObject({
      status: 'waiting',
      daysLate: 0,
    });
    expect(stepState(aStep(), [], day('2026-07-03'))).toMatchObject({
      status: 'overdue',
      daysLate: 3,
    });
  });

  test('it runs from its start, or else from its first evidence', () => {
    expect(stateAfter(event('started', day('2026-06-02')))).toMatchObject({
      status: 'running',
      startedOn: '2026-06-02',
    });
    const shown = stateAfter(evidence(day('2026-06-05')), evidence(day('2026-06-03')));
    expect(shown.startedOn).toBe('2026-06-03');
  });

  test('a delay moves what is expected, not what was planned', () => {
    const later = day('2026-07-10');
    const state = stepState(aStep(), [event('delayed', later)], day('2026-07-05'));
    expect(state).toMatchObject({ status: 'waiting', expected: later, daysLate: 5 });
    expect(stepState(aStep(), [event('delayed', later)], day('2026-07-11')).status).toBe('overdue');
  });

  test('closed in time is not late, closed late stays late', () => {
    const closing = [evidence(today), event('closed', day('2026-06-29'))];
    expect(stepState(aStep(), closing, day('2027-01-01'))).toMatchObject({
      status: 'closed',
      daysLate: 0,
    });
    const late = [evidence(today), event('closed', day('2026-07-02'))];
    expect(stepState(aStep(), late, day('2027-01-01')).daysLate).toBe(2);
  });

  test('reopened, it runs again and keeps its evidence', () => {
    const state = stateAfter(evidence(today), event('closed', today), event('reopened', today));
    expect(state).toMatchObject({ status: 'running', closedOn: null, missing: [] });
  });

  test('a step kept up all the time waits until it starts, is then ongoing and never overdue', () => {
    const kept = aStep({ ongoing: true, due: null, kind: 'operate' });
    expect(stepState(kept, [], day('2030-01-01')).status).toBe('waiting');
    expect(stepState(kept, [event('started', today)], day('2030-01-01')).status).toBe('ongoing');
  });

  test('events of other steps are left out', () => {
    const other = { ...event('started', today), number: 2 };
    expect(stepState(aStep(), [other], today).history).toEqual([]);
  });

  test('the order and the number of times events arrive make no difference', () => {
    const events = [
      event('started', day('2026-06-01')),
      evidence(day('2026-06-02')),
      event('delayed', day('2026-07-01')),
      event('closed', day('2026-06-09')),
      event('reopened', day('2026-06-10')),
    ].map((one, at) =>
      at > 1 ? { ...one, recordedAt: '2026-06-01T00:00:00.000Z' as Instant } : one,
    );
    const expected = stepState(aStep(), events, today);
    const anyOrder = fc.shuffledSubarray([...events, ...events], { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(anyOrder, (shuffled) => {
        expect(stepState(aStep(), shuffled, today)).toEqual(expected);
      }),
    );
  });
});

describe('where the site stands', () => {
  const stateOf = (number: number, events: StepEvent[]): StepState =>
    stepState(
      aStep({ number }),
      events.map((one) => ({ ...one, number })),
      today,
    );
  const closed = () => [evidence(today), event('closed', today)];

  test('at the first step that is not closed, in order of number', () => {
    const states = [stateOf(3, []), stateOf(1, closed()), stateOf(2, [])];
    expect(currentStep(states)?.step.number).toBe(2);
  });

  test('at the last one where all are closed, and nowhere without steps', () => {
    expect(currentStep([stateOf(2, closed()), stateOf(1, closed())])?.step.number).toBe(2);
    expect(currentStep([])).toBeUndefined();
  });
});

describe('what may happen', () => {
  const closedState = stateAfter(evidence(today), event('closed', today));
  const tomorrow = addDays(today, 1);

  test('a step starts once, not in the future, not when closed', () => {
    expect(decideStart(stateAfter(), told(today), today)).toMatchObject({ ok: true });
    expect(decideStart(stateAfter(), told(tomorrow), today)).toMatchObject({
      refusal: 'in-future',
    });
    const running = stateAfter(event('started', today));
    expect(decideStart(running, told(today), today)).toMatchObject({ refusal: 'already-started' });
    expect(decideStart(closedState, told(today), today)).toMatchObject({
      refusal: 'already-closed',
    });
  });

  test('evidence names a paper the step needs and holds a file or says where it is', () => {
    const state = stateAfter();
    expect(decideEvidence(state, proof, today)).toMatchObject({ ok: true });
    const file = { ref: 'a'.repeat(64), name: 'bb.pdf' };
    expect(decideEvidence(state, { ...proof, note: ' ', file }, today)).toMatchObject({
      value: { fileRef: file.ref, fileName: 'bb.pdf', note: '' },
    });
    expect(decideEvidence(state, { ...proof, note: ' ' }, today)).toMatchObject({
      refusal: 'evidence-empty',
    });
    expect(decideEvidence(state, { ...proof, requirement: 'budget' }, today)).toMatchObject({
      refusal: 'unknown-requirement',
    });
    expect(decideEvidence(state, { ...proof, day: tomorrow }, today)).toMatchObject({
      refusal: 'in-future',
    });
    expect(decideEvidence(closedState, proof, today)).toMatchObject({ refusal: 'already-closed' });
  });

  test('a delay gives its reason and a later day', () => {
    const state = stateAfter();
    const later = day('2026-07-15');
    expect(decideDelay(state, told(later, 'mưa lũ'), today)).toMatchObject({ ok: true });
    expect(decideDelay(state, told(later, ' '), today)).toMatchObject({
      refusal: 'reason-missing',
    });
    expect(decideDelay(state, told(day('2026-06-30'), 'vì'), today)).toMatchObject({
      refusal: 'not-later',
    });
    const late = stepState(aStep({ due: day('2026-06-01') }), [], today);
    expect(decideDelay(late, told(today, 'vì'), today)).toMatchObject({ refusal: 'not-later' });
    expect(decideDelay(closedState, told(later, 'vì'), today)).toMatchObject({
      refusal: 'already-closed',
    });
    const kept = stepState(aStep({ ongoing: true }), [], today);
    expect(decideDelay(kept, told(later, 'vì'), today)).toMatchObject({ refusal: 'kept-up' });
  });

  test('a step closes with its evidence, between its start and today', () => {
    const ready = stateAfter(event('started', day('2026-06-05')), evidence(today));
    expect(decideClose(ready, told(today), today)).toMatchObject({ ok: true });
    expect(decideClose(ready, told(day('2026-06-04')), today)).toMatchObject({
      refusal: 'before-start',
    });
    expect(decideClose(ready, told(tomorrow), today)).toMatchObject({ refusal: 'in-future' });
    expect(decideClose(stateAfter(), told(today), today)).toMatchObject({
      refusal: { missingEvidence: ['result'] },
    });
    expect(decideClose(closedState, told(today), today)).toMatchObject({
      refusal: 'already-closed',
    });
    const kept = stepState(aStep({ ongoing: true }), [evidence(today)], today);
    expect(decideClose(kept, told(today), today)).toMatchObject({ refusal: 'kept-up' });
  });

  test('only what is closed is reopened, and with a reason', () => {
    expect(decideReopen(closedState, told(today, 'sai tên'), today)).toMatchObject({ ok: true });
    expect(decideReopen(closedState, told(today), today)).toMatchObject({
      refusal: 'reason-missing',
    });
    expect(decideReopen(closedState, told(tomorrow, 'vì'), today)).toMatchObject({
      refusal: 'in-future',
    });
    expect(decideReopen(stateAfter(), told(today, 'vì'), today)).toMatchObject({
      refusal: 'not-closed',
    });
  });

  test('no sequence of accepted decisions closes a step without each of its papers', () => {
    const step = aStep({ kind: 'survey' });
    const papers = requirementsOf('survey', today, exampleLaw).map(({ key }) => key);
    const acts = ['start', 'delay', 'close', 'reopen', ...papers] as const;
    const decide = (state: StepState, act: string, on: Day) => {
      if (act === 'start') return decideStart(state, told(on), today);
      if (act === 'delay') return decideDelay(state, told(addDays(today, 90), 'vì'), today);
      if (act === 'close') return decideClose(state, told(on), today);
      if (act === 'reopen') return decideReopen(state, told(on, 'vì'), today);
      return decideEvidence(state, { ...proof, requirement: act, day: on }, today);
    };
    let closings = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...acts), fc.nat(20)), { maxLength: 40 }),
        (tries) => {
          let events: readonly StepEvent[] = [];
          for (const [act, ago] of tries) {
            const decided = decide(stepState(step, events, today), act, addDays(today, -ago));
            if (decided.ok) events = [...events, recorded(decided.value)];
            const state = stepState(step, events, today);
            const shown = new Set(
              events.flatMap((one) => (one.kind === 'evidenced' ? [one.requirement] : [])),
            );
            if (state.status === 'closed') closings += 1;
            expect(state.status !== 'closed' || papers.every((paper) => shown.has(paper))).toBe(
              true,
            );
          }
        },
      ),
      { seed: 7, numRuns: 300 },
    );
    // A property that never meets a closed step would hold of nothing.
    expect(closings).toBeGreaterThan(0);
  });
});
