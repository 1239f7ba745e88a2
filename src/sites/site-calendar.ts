// Where a site's days begin: as the plan says, counted from today, or nowhere, where it is a record.

import { addDays, daysBetween, type Day } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { SiteBlueprint } from './blueprint.ts';
import { firstOccurrences, type Occurrence } from './calendar.ts';
import { siteCalendars, type NewDuty, type Rhythm, type SiteCalendar, type Step } from './site.ts';

export type CalendarRefusal = 'calendar-unsaid';
type Dated = Pick<SiteBlueprint, 'steps' | 'duties' | 'rhythms' | 'period'>;

/** Asked exactly where keeping the plan's days would begin with work that is late already. */
export const mustChooseCalendar = (blueprint: Dated, today: Day): boolean =>
  duesOf(blueprint, today).some((due) => due < today);

/** Nothing chosen is the plan's own calendar, unless the question must be answered. */
export function decideCalendar(
  blueprint: SiteBlueprint,
  chosen: SiteCalendar | null,
  today: Day,
): Outcome<SiteBlueprint, CalendarRefusal> {
  if (chosen === null && mustChooseCalendar(blueprint, today)) return refused('calendar-unsaid');
  return done(inCalendar(blueprint, chosen ?? 'plan', today));
}

/** Done again on the same day it changes nothing; the plan's own days stay as they first were. */
export function inCalendar(
  blueprint: SiteBlueprint,
  calendar: SiteCalendar,
  today: Day,
): SiteBlueprint {
  if (calendar === 'plan') return blueprint;
  return calendar === 'shift' ? shifted(blueprint, today) : ofRecord(blueprint);
}

export type CalendarChoice = {
  readonly calendar: SiteCalendar;
  readonly firstDue: Day | null;
  /** Late already on the day the site is made. */
  readonly late: number;
};

/** What each choice would begin with; empty where there is nothing to choose. */
export const calendarChoices = (blueprint: SiteBlueprint, today: Day): readonly CalendarChoice[] =>
  mustChooseCalendar(blueprint, today)
    ? siteCalendars.map((calendar) => {
        const dues = duesOf(inCalendar(blueprint, calendar, today), today).toSorted();
        return {
          calendar,
          firstDue: dues[0] ?? null,
          late: dues.filter((due) => due < today).length,
        };
      })
    : [];

/** What the rhythms of a new site come to. */
export const madeAhead = <R extends Rhythm>(
  { duties, rhythms, period }: Pick<Dated, 'duties' | 'period'> & { rhythms: readonly R[] },
  today: Day,
): readonly Occurrence<R>[] => firstOccurrences(rhythms, namedReviews(duties), period, today);

/** The reviews a paper names by date. */
const namedReviews = (duties: readonly NewDuty[]): readonly Day[] =>
  duties.flatMap(({ kind, due }) => (kind === 'review' && due !== null ? [due] : []));

function duesOf(blueprint: Dated, today: Day): readonly Day[] {
  const written = [...blueprint.steps.filter(({ ongoing }) => !ongoing), ...blueprint.duties];
  return [
    ...written.flatMap(({ due }) => (due === null ? [] : [due])),
    ...madeAhead(blueprint, today).map(({ due }) => due),
  ];
}

/** Whole days: every distance is kept. Rhythms count their months anew, so ends of months stay ends. */
function shifted(blueprint: SiteBlueprint, today: Day): SiteBlueprint {
  const by = daysBetween(firstDay(blueprint), today);
  const moved = (day: Day): Day => addDays(day, by);
  const movedIf = (day: Day | null): Day | null => (day === null ? null : moved(day));
  return {
    ...blueprint,
    calendar: 'shift',
    plannedFrom: moved(blueprint.plannedFrom),
    plannedTo: movedIf(blueprint.plannedTo),
    planFrom: blueprint.planFrom ?? blueprint.plannedFrom,
    planTo: blueprint.planTo ?? blueprint.plannedTo,
    period: { from: moved(blueprint.period.from), to: moved(blueprint.period.to) },
    steps: blueprint.steps.map((step) => ({
      ...step,
      ...stepInPlan(step),
      plannedFrom: movedIf(step.plannedFrom),
      due: movedIf(step.due),
    })),
    duties: blueprint.duties.map((duty) => ({
      ...duty,
      ...dutyInPlan(duty),
      due: movedIf(duty.due),
    })),
    rhythms: blueprint.rhythms.map((one) => ({ ...one, startsOn: moved(one.startsOn) })),
  };
}

/** The plan's days are there to be read, and nothing has a day of its own. */
const ofRecord = (blueprint: SiteBlueprint): SiteBlueprint => ({
  ...blueprint,
  calendar: 'record',
  steps: blueprint.steps.map((step) => ({
    ...step,
    ...stepInPlan(step),
    plannedFrom: null,
    due: null,
  })),
  duties: blueprint.duties.map((duty) => ({ ...duty, ...dutyInPlan(duty), due: null })),
  rhythms: [],
});

const stepInPlan = ({ plannedFrom, due, inPlan }: Step): Pick<Step, 'inPlan'> =>
  plannedFrom === null && due === null ? {} : { inPlan: inPlan ?? { from: plannedFrom, due } };

const dutyInPlan = ({ due, inPlan }: NewDuty): Pick<NewDuty, 'inPlan'> =>
  due === null ? {} : { inPlan: inPlan ?? { due } };

const firstDay = ({ plannedFrom, steps, duties }: SiteBlueprint): Day =>
  [
    plannedFrom,
    ...steps.flatMap((step) => [step.plannedFrom, step.due]),
    ...duties.map(({ due }) => due),
  ]
    .filter((day) => day !== null)
    .reduce((first, one) => (one < first ? one : first));
