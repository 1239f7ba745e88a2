// Everything a site is made of, worked out from its plan: nothing is asked that the paper says.

import type { Day, Period } from '#ground/day.ts';
import { addDays, addMonths } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { fold, tidy } from '#ground/text.ts';
import type { Rules } from '#law/rule.ts';
import type { Plan, PlanArea } from '#plans/plan.ts';
import { rhythmsOf, singleDuties } from './calendar.ts';
import { dutyRoleOf, roleOfAgency, stepKindOf } from './classify.ts';
import { districtOn } from './district.ts';
import type {
  DutyRole,
  NewDuty,
  NewFigure,
  NewIndicator,
  Resource,
  Rhythm,
  SiteCalendar,
  SiteRecipient,
  Step,
} from './site.ts';
import type { SiteWords } from './sites.words.ts';
import { startingIndicators } from './starting-indicators.ts';

export type SiteBlueprint = {
  readonly programme: string;
  readonly hamlet: string;
  readonly commune: string;
  readonly district: string | null;
  readonly province: string;
  readonly plannedFrom: Day;
  readonly plannedTo: Day | null;
  readonly calendar: SiteCalendar;
  /** The plan's own time, where the calendar was moved. */
  readonly planFrom: Day | null;
  readonly planTo: Day | null;
  /** The time of its rhythms: an open-ended plan runs at least a year. */
  readonly period: Period;
  readonly baselineOn: Day;
  readonly figures: readonly NewFigure[];
  readonly steps: readonly Step[];
  /** Without those that come of the rhythms. */
  readonly duties: readonly NewDuty[];
  readonly rhythms: readonly Rhythm[];
  readonly indicators: readonly NewIndicator[];
  readonly resources: readonly Resource[];
  readonly recipients: readonly SiteRecipient[];
};

/** What a site cannot be made without. */
export type MissingPart = 'programme' | 'hamlet' | 'commune' | 'province' | 'steps';
export type BlueprintRefusal = { readonly missingParts: readonly MissingPart[] };

/** Refused with every missing part at once, so that a person corrects the reading only once. */
export function siteFromPlan(
  plan: Plan,
  today: Day,
  rules: Rules,
  words: SiteWords,
): Outcome<SiteBlueprint, BlueprintRefusal> {
  const missing = missingParts(plan);
  if (missing.length > 0) return refused({ missingParts: missing });
  const period = periodOf(plan, today);
  const area = namesOf(plan.area);
  const figures = plan.facts.map((fact) => ({ ...fact }));
  return done({
    programme: tidy(plan.programme?.name ?? ''),
    ...area,
    district: districtOn(rules, plan.area?.district ?? null),
    plannedFrom: period.from,
    plannedTo: period.to,
    calendar: 'plan',
    planFrom: null,
    planTo: null,
    baselineOn: today,
    figures,
    steps: stepsOf(plan),
    period: calendarPeriod(plan, period),
    duties: dutiesOf(plan, words),
    rhythms: rhythmsOf(plan, period.from, roleOfAgency(plan.paper.agency)),
    indicators: startingIndicators(figures, area.hamlet, words),
    resources: resourcesOf(plan),
    recipients: plan.paper.recipients.map(({ name, purpose }) => ({ name, purpose })),
  });
}

/** Where the paper says it is, as units stood on the paper's own day. */
export const plannedPlace = (
  { area, paper }: Pick<Plan, 'area' | 'paper'>,
  { hamlet, commune, province, planFrom, plannedFrom }: SiteBlueprint,
) => ({
  hamlet,
  commune,
  province,
  district: area?.district ?? null,
  on: paper.date ?? planFrom ?? plannedFrom,
  act: tidy(`Kế hoạch ${paper.number ?? ''}`),
});

function missingParts(plan: Plan): readonly MissingPart[] {
  const parts: readonly (readonly [MissingPart, string | null | undefined])[] = [
    ['programme', plan.programme?.name],
    ['hamlet', plan.area?.hamlet],
    ['commune', plan.area?.commune],
    ['province', plan.area?.province],
    ['steps', plan.steps.length > 0 ? 'some' : null],
  ];
  return parts.filter(([, value]) => tidy(value ?? '') === '').map(([part]) => part);
}

const namesOf = (area: PlanArea | null): Record<'hamlet' | 'commune' | 'province', string> => ({
  hamlet: tidy(area?.hamlet ?? ''),
  commune: tidy(area?.commune ?? ''),
  province: tidy(area?.province ?? ''),
});

/** The period the paper gives; else from the paper's own day, or its first day, to its last day. */
function periodOf(plan: Plan, today: Day): { readonly from: Day; readonly to: Day | null } {
  const days = [
    ...plan.steps.flatMap(({ start, due }) => [start, due]),
    ...plan.duties.map(({ due }) => due),
    ...plan.reviews.map(({ due }) => due),
  ]
    .filter((day) => day !== null)
    .toSorted();
  const from = plan.period?.from ?? plan.paper.date ?? days[0] ?? today;
  const to = plan.period?.to ?? days.at(-1) ?? null;
  return { from, to: to !== null && to >= from ? to : null };
}

/** An open-ended plan runs at least a year: its yearly review must have a day. */
function calendarPeriod(
  plan: Plan,
  { from, to }: { readonly from: Day; readonly to: Day | null },
): Period {
  const year = addDays(addMonths(from, 12), -1);
  if (plan.period?.to && to !== null) return { from, to };
  return { from, to: to !== null && to > year ? to : year };
}

/** The paper's own numbers; where two steps share one, all are numbered in order. */
function stepsOf(plan: Plan): readonly Step[] {
  const numbers = new Set(plan.steps.map(({ number }) => number));
  const areGood = numbers.size === plan.steps.length && [...numbers].every((n) => n > 0);
  return plan.steps.map((step, index) => ({
    number: areGood ? step.number : index + 1,
    kind: stepKindOf(step.text, step.ongoing),
    text: step.text,
    plannedFrom: step.start,
    due: step.ongoing ? null : step.due,
    dueText: step.dueText,
    ongoing: step.ongoing,
    lines: step.lines,
  }));
}

function dutiesOf(plan: Plan, words: SiteWords): readonly NewDuty[] {
  const role = roleOfAgency(plan.paper.agency);
  const written = plan.duties.map((duty) => ({
    kind: 'duty' as const,
    text: duty.text,
    lead: duty.lead,
    support: duty.support,
    role: dutyRoleOf(duty, role),
    due: duty.due,
    dueText: duty.dueText,
    lines: duty.lines,
  }));
  return [...written, ...assignmentDuties(plan, written, role), ...singleDuties(plan, role, words)];
}

/** Who is to do what becomes a duty of theirs, unless the paper's list of duties says it already. */
function assignmentDuties(
  plan: Plan,
  written: readonly NewDuty[],
  role: DutyRole,
): readonly NewDuty[] {
  const said = new Set(written.map(({ text }) => fold(text)));
  return plan.assignments
    .filter(({ text }) => !said.has(fold(text)))
    .map(({ who, text, lines }) => ({
      kind: 'duty',
      text,
      lead: [who],
      support: [],
      role: dutyRoleOf({ lead: [who], text }, role),
      due: null,
      dueText: null,
      lines,
    }));
}

const resourcesOf = (plan: Plan): readonly Resource[] => [
  ...plan.means.map(({ text }) => ({ kind: 'means' as const, text })),
  ...plan.funding.map(({ text }) => ({ kind: 'funding' as const, text })),
];
