// A moved calendar keeps distances, order and rhythms; a kept one is the plan's; a record has no days.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, day, daysBetween, type Day } from '#ground/day.ts';
import { exampleRules } from '#law/example-law.ts';
import { siteFromPlan, type SiteBlueprint } from './blueprint.ts';
import { dayOfRhythm, madeAheadUntil, occurrencesOf } from './calendar.ts';
import {
  calendarChoices,
  decideCalendar,
  inCalendar,
  madeAhead,
  mustChooseCalendar,
} from './site-calendar.ts';
import { siteCalendars, type Rhythm } from './site.ts';
import { siteWords } from './sites.words.ts';
import { examplePlan } from './testing.ts';

function blueprintOn(today: Day): SiteBlueprint {
  const made = siteFromPlan(examplePlan, today, exampleRules(today), siteWords.vi);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}

const inTime = day('2026-05-20');
const yearsLater = fc
  .integer({ min: 200, max: 12_000 })
  .map((days) => addDays(day('2026-05-01'), days));

const daysOf = ({ steps, duties }: SiteBlueprint): readonly Day[] =>
  [
    ...steps.flatMap((step) => [step.plannedFrom, step.due]),
    ...duties.map(({ due }) => due),
  ].filter((one) => one !== null);

const allDues = (blueprint: SiteBlueprint, today: Day): readonly Day[] => [
  ...daysOf(blueprint),
  ...madeAhead(blueprint, today).map(({ due }) => due),
];

describe('whether to ask', () => {
  test('nothing is asked while no day of the plan has passed', () => {
    expect(mustChooseCalendar(blueprintOn(inTime), inTime)).toBe(false);
    expect(calendarChoices(blueprintOn(inTime), inTime)).toEqual([]);
    expect(decideCalendar(blueprintOn(inTime), null, inTime)).toMatchObject({
      ok: true,
      value: { calendar: 'plan' },
    });
  });

  test('where a day has passed, the choice must be made', () => {
    const today = day('2026-07-01');
    expect(decideCalendar(blueprintOn(today), null, today)).toEqual({
      ok: false,
      refusal: 'calendar-unsaid',
    });
    for (const calendar of siteCalendars) {
      expect(decideCalendar(blueprintOn(today), calendar, today)).toMatchObject({
        ok: true,
        value: { calendar },
      });
    }
  });

  test('each choice says its first day and what would be late', () => {
    const today = day('2027-01-15');
    expect(calendarChoices(blueprintOn(today), today)).toEqual([
      { calendar: 'shift', firstDue: '2027-01-31', late: 0 },
      { calendar: 'plan', firstDue: '2026-05-31', late: 15 },
      { calendar: 'record', firstDue: null, late: 0 },
    ]);
  });
});

describe('a moved calendar', () => {
  const moved = (today: Day) => inCalendar(blueprintOn(today), 'shift', today);

  test('keeps every distance and every order, and begins today', () => {
    fc.assert(
      fc.property(yearsLater, (today) => {
        const before = daysOf(blueprintOn(today));
        const after = daysOf(moved(today));
        const first = before[0];
        const firstMoved = after[0];
        if (!first || !firstMoved) throw new Error('the example lost its days');
        expect(after.map((one) => daysBetween(firstMoved, one))).toEqual(
          before.map((one) => daysBetween(first, one)),
        );
        expect(moved(today).plannedFrom).toBe(today);
      }),
    );
  });

  test('has nothing due before today', () => {
    fc.assert(
      fc.property(yearsLater, (today) => {
        expect(allDues(moved(today), today).every((one) => one >= today)).toBe(true);
      }),
    );
  });

  test('keeps its rhythms: checks at ends of months, reviews on the eve of so many months', () => {
    fc.assert(
      fc.property(yearsLater, (today) => {
        const made = madeAhead(moved(today), today);
        const checks = made.filter((one) => one.rhythm.kind === 'check');
        expect(checks.every(({ due }) => addDays(due, 1).endsWith('-01'))).toBe(true);
        const reviews = made.filter((one) => one.rhythm.kind === 'review');
        expect(reviews.map(({ due }) => due)).toEqual(
          reviews.map(({ rhythm: { everyMonths, startsOn }, occurrence }) =>
            addDays(addMonths(startsOn, occurrence * everyMonths), -1),
          ),
        );
      }),
    );
  });

  test('moved again on the same day it is the same, with the plan’s own days as they were', () => {
    fc.assert(
      fc.property(yearsLater, (today) => {
        const once = moved(today);
        expect(inCalendar(once, 'shift', today)).toEqual(once);
        expect(once.steps.map((step) => step.inPlan?.due ?? null)).toEqual(
          blueprintOn(today).steps.map(({ due }) => due),
        );
        expect(once.planFrom).toBe('2026-05-01');
      }),
    );
  });
});

test('a site of record has no day of its own, and still says the plan’s', () => {
  const today = day('2030-01-01');
  const record = inCalendar(blueprintOn(today), 'record', today);
  expect(allDues(record, today)).toEqual([]);
  expect(record.steps[0]?.inPlan).toEqual({ from: null, due: '2026-05-31' });
  expect(record.plannedFrom).toBe('2026-05-01');
});

describe('rhythms', () => {
  const rhythm = fc.record({
    kind: fc.constantFrom('check' as const, 'review' as const),
    everyMonths: fc.integer({ min: 1, max: 60 }),
    startsOn: yearsLater,
  });
  const whole = (part: Pick<Rhythm, 'kind' | 'everyMonths' | 'startsOn'>): Rhythm => ({
    ...part,
    reviewKind: part.kind === 'check' ? null : 'final',
    role: 'commune_police',
    dueText: '',
    lines: [1, 1],
  });

  test('never run out: on every day the next one is among those made ahead, and far is not too far', () => {
    fc.assert(
      fc.property(rhythm, fc.nat(4_000), (part, days) => {
        const one = whole(part);
        const today = addDays(one.startsOn, days);
        const made = occurrencesOf(
          [one],
          [],
          ({ due }) => due > today,
          (r) => madeAheadUntil(r, today),
        );
        expect(made.length).toBeGreaterThan(0);
        expect(made.length).toBeLessThanOrEqual(13);
      }),
    );
  });

  test('go forward, each number on a later day', () => {
    fc.assert(
      fc.property(rhythm, fc.integer({ min: 1, max: 100 }), (part, n) => {
        expect(dayOfRhythm(part, n) < dayOfRhythm(part, n + 1)).toBe(true);
        expect(dayOfRhythm(part, 1) >= part.startsOn).toBe(true);
      }),
    );
  });
});
