// The steps of a tip: each in its turn, on a day that can be, and what is true of every way through them.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '#ground/day.ts';
import {
  afterStep,
  decideAcknowledge,
  decideClassify,
  decideForward,
  decideResult,
  decideStep,
  ringInCharge,
  tipClasses,
  type Stand,
  type StepKind,
  type TipStep,
} from './tip.ts';

const received = day('2026-11-02');
const today = day('2026-11-23');
const fresh: Stand = {
  receivedOn: received,
  state: 'received',
  stateOn: received,
  class: null,
  registerNumber: null,
  handedOverOn: null,
};

const through = (steps: readonly TipStep[], from: Stand = fresh): Stand =>
  steps.reduce((stand, step) => {
    const decided = decideStep(stand, step, today);
    if (!decided.ok) throw new Error(`${step.kind}: ${decided.refusal}`);
    return decided.value;
  }, from);

const acknowledged: TipStep = { kind: 'acknowledged', day: received, reference: '12/2026' };
const asA = { kind: 'classified', day: received, class: 'a' } as const;
const forwarded: TipStep = { kind: 'forwarded', day: today };
const confirmed: TipStep = { kind: 'confirmed', day: today, reference: '7/CSĐT' };

describe('a tip', () => {
  test('goes from the register to the investigators and to the answer', () => {
    const stand = through([
      acknowledged,
      asA,
      forwarded,
      confirmed,
      { kind: 'resolved', day: today },
      { kind: 'told', day: today },
    ]);
    expect(stand).toEqual({
      receivedOn: received,
      state: 'told',
      stateOn: today,
      class: 'a',
      registerNumber: '12/2026',
      handedOverOn: today,
    });
  });
  test('is entered under a number, which is kept without the blanks around it', () => {
    expect(decideAcknowledge(fresh, { day: today, reference: '  ' }, today)).toMatchObject({
      refusal: 'number-missing',
    });
    const long = '1'.repeat(41);
    expect(decideAcknowledge(fresh, { day: today, reference: long }, today)).toMatchObject({
      refusal: 'number-too-long',
    });
    expect(decideAcknowledge(fresh, { day: today, reference: ' 12/2026 ' }, today)).toMatchObject({
      value: { state: 'acknowledged', registerNumber: '12/2026' },
    });
  });
  test('is classified only after it stands in the register, and anew until it is handed over', () => {
    const classify = { day: today, class: 'b' } as const;
    expect(decideClassify(fresh, classify, today)).toMatchObject({ refusal: 'out-of-turn' });
    expect(through([acknowledged, asA, { kind: 'classified', ...classify }]).class).toBe('b');
    const gone = through([acknowledged, asA, forwarded]);
    expect(decideClassify(gone, classify, today)).toMatchObject({ refusal: 'out-of-turn' });
  });
  test('that is no crime is not handed to investigators; one that is, is not merely closed', () => {
    const other = through([acknowledged, { ...asA, class: 'denunciation' }]);
    expect(decideForward(other, { day: today }, today)).toMatchObject({ refusal: 'not-a-crime' });
    expect(decideStep(other, { kind: 'closed', day: today }, today).ok).toBe(true);
    const crime = through([acknowledged, asA]);
    expect(decideStep(crime, { kind: 'closed', day: today }, today)).toMatchObject({
      refusal: 'not-handed-over',
    });
  });
  test('whose sender said nothing of themselves is closed after its end, without a notice', () => {
    const resolved = through([acknowledged, asA, forwarded, { kind: 'resolved', day: today }]);
    expect(decideStep(resolved, { kind: 'closed', day: today }, today)).toMatchObject({
      value: { state: 'closed', handedOverOn: today },
    });
  });
  test('can be an empty letter: closed as it came', () => {
    expect(through([{ kind: 'closed', day: received }]).state).toBe('closed');
  });
  test('has its result told once it has one', () => {
    const handed = through([acknowledged, asA, forwarded, confirmed]);
    expect(decideResult(handed, { day: today }, today)).toMatchObject({ refusal: 'out-of-turn' });
  });
  test('is needed here until the first confirmation, whatever follows', () => {
    const day1 = addDays(received, 3);
    const handed = through([acknowledged, asA, { ...forwarded, day: day1 }]);
    const stand = through(
      [
        { ...confirmed, day: day1 },
        { kind: 'resolved', day: today },
        { kind: 'told', day: today },
      ],
      handed,
    );
    expect(stand.handedOverOn).toBe(day1);
  });
  test('that was passed on is the upper ring’s to work on', () => {
    const [below, above] = ['below', 'above'] as never[];
    expect(ringInCharge({ ringId: below as never, passedTo: null })).toBe(below);
    expect(ringInCharge({ ringId: below as never, passedTo: above as never })).toBe(above);
  });
});

const aDay = fc.integer({ min: -3, max: 25 }).map((days) => addDays(received, days));
const anyStep: fc.Arbitrary<TipStep> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('opened', 'reported', 'forwarded', 'resolved', 'told', 'closed'),
    day: aDay,
  }) as fc.Arbitrary<TipStep>,
  fc.record({
    kind: fc.constantFrom('acknowledged', 'confirmed'),
    day: aDay,
    reference: fc.string({ maxLength: 50 }),
  }) as fc.Arbitrary<TipStep>,
  fc.record({
    kind: fc.constant('classified'),
    day: aDay,
    class: fc.constantFrom(...tipClasses),
  }) as fc.Arbitrary<TipStep>,
);

/** What was taken of any wish, step by step. */
function walk(steps: readonly TipStep[]) {
  const taken: TipStep[] = [];
  const stands: Stand[] = [fresh];
  for (const step of steps) {
    const decided = decideStep(stands.at(-1) ?? fresh, step, today);
    if (!decided.ok) continue;
    taken.push(step);
    stands.push(decided.value);
  }
  return { taken, stands, last: stands.at(-1) ?? fresh };
}

describe('whatever is tried', () => {
  const findCounterexample = (is: (walked: ReturnType<typeof walk>) => boolean) =>
    fc.check(
      fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => is(walk(steps))),
      { numRuns: 2000 },
    ).counterexample;
  test('nothing happens before it came or after today', () => {
    expect(
      findCounterexample(({ taken }) =>
        taken.every((step) => step.day >= received && step.day <= today),
      ),
    ).toBeNull();
  });
  test('what ended stays as it is', () => {
    expect(
      findCounterexample(({ stands }) => {
        const end = stands.find(({ state }) => state === 'told' || state === 'closed');
        return end === undefined || stands.at(-1) === end || sameStand(end, stands.at(-1));
      }),
    ).toBeNull();
  });
  test('a crime in the hands of investigators was classified and has a number', () => {
    expect(
      findCounterexample(({ stands }) =>
        stands.every(
          ({ state, class: of, registerNumber }) =>
            !['forwarded', 'confirmed', 'resolved', 'told'].includes(state) ||
            ((of === 'a' || of === 'b') && registerNumber !== null),
        ),
      ),
    ).toBeNull();
  });
  test('the row and the fold over its steps say the same', () => {
    expect(
      findCounterexample(({ taken, last }) => {
        const folded = taken.reduce(
          (stand, step) =>
            afterStep(
              stand,
              'reference' in step ? { ...step, reference: step.reference.trim() } : step,
            ),
          fresh,
        );
        return sameStand(folded, last);
      }),
    ).toBeNull();
  });
  test('every kind of step is taken in some walk: none of these hold for want of trying', () => {
    const seen = new Set<StepKind>();
    findCounterexample(({ taken }) => {
      for (const { kind } of taken) seen.add(kind);
      return true;
    });
    expect(seen.size).toBeGreaterThanOrEqual(8);
  });
});

const sameStand = (one: Stand, other: Stand | undefined): boolean =>
  other !== undefined &&
  Object.entries(one).every(([key, value]) => other[key as keyof Stand] === value);
