// What a reading lacks or leaves doubtful, for the person who confirms it: nothing is guessed silently.

import type { Day } from '#ground/day.ts';
import { fold, tidy } from '#ground/text.ts';
import type { Rules } from '#law/rule.ts';
import { unplacedIn, type Fact, type Lines, type Plan, type PlanStep } from '#plans/plan.ts';
import { hasDistricts } from './district.ts';

export type DoubtKey =
  | 'no-programme'
  | 'no-hamlet'
  | 'no-commune'
  | 'no-province'
  | 'no-steps'
  | 'no-number'
  | 'no-date'
  | 'no-agency'
  | 'no-signatory'
  | 'no-recipients'
  | 'no-period'
  | 'no-checks'
  | 'no-reviews'
  | 'no-facts'
  | 'district-ended'
  | 'dates-long-past'
  | 'step-number-twice'
  | 'step-without-due'
  | 'step-due-before-paper'
  | 'fact-without-unit'
  | 'facts-differ';

export type Doubt = {
  readonly key: DoubtKey;
  /** Whether no site can be made while it stands. */
  readonly blocks: boolean;
  /** What it is about, in the paper's words ('3', 'số hộ'); empty for the whole paper. */
  readonly about: string;
  /** Where to look; null where it is missing altogether. */
  readonly lines: Lines | null;
};

/** Blocking doubts first, then in the paper's order. */
export function dubious(plan: Plan, today: Day, rules: Rules): readonly Doubt[] {
  return [
    ...absences(plan),
    ...areaDoubts(plan, rules),
    ...timeDoubts(plan, today),
    ...plan.steps.flatMap((step) => stepDoubts(step, plan)),
    ...plan.facts.flatMap((fact, at) => factDoubts(fact, plan.facts.slice(0, at))),
  ];
}

const doubt = (key: DoubtKey, lines: Lines | null = null, about = ''): Doubt => ({
  key,
  blocks: false,
  about,
  lines,
});

function absences(plan: Plan): readonly Doubt[] {
  const { area, paper } = plan;
  const blocking: readonly (readonly [DoubtKey, string | null | undefined])[] = [
    ['no-programme', plan.programme?.name],
    ['no-hamlet', area?.hamlet],
    ['no-commune', area?.commune],
    ['no-province', area?.province],
    ['no-steps', plan.steps[0]?.text],
  ];
  const others: readonly (readonly [DoubtKey, string | null | undefined])[] = [
    ['no-number', paper.number],
    ['no-date', paper.date],
    ['no-agency', paper.agency],
    ['no-signatory', paper.signatory?.name],
    ['no-recipients', paper.recipients[0]?.name],
    ['no-period', plan.period?.text],
    ['no-checks', plan.checks[0]?.text],
    ['no-reviews', plan.reviews[0]?.text],
    ['no-facts', plan.facts[0]?.measure],
  ];
  // Where it may stand: the first line that found no place.
  const where = unplacedIn(plan)[0]?.lines ?? null;
  const absent = ([, value]: readonly [DoubtKey, string | null | undefined]): boolean =>
    tidy(value ?? '') === '';
  return [
    ...blocking.filter(absent).map(([key]) => ({ ...doubt(key, where), blocks: true })),
    ...others.filter(absent).map(([key]) => doubt(key, where)),
  ];
}

const areaDoubts = ({ area }: Plan, rules: Rules): readonly Doubt[] =>
  area?.district && !hasDistricts(rules)
    ? [doubt('district-ended', area.lines, area.district)]
    : [];

/** A paper of years ago may be read for the record; its dates would all be late at once. */
function timeDoubts(plan: Plan, today: Day): readonly Doubt[] {
  const dues = plan.steps.map(({ due }) => due).filter((due) => due !== null);
  const last = plan.period?.to ?? dues.toSorted().at(-1);
  return last !== undefined && last < today ? [doubt('dates-long-past')] : [];
}

function stepDoubts(step: PlanStep, plan: Plan): readonly Doubt[] {
  const about = String(step.number);
  const same = plan.steps.filter(({ number }) => number === step.number);
  const { date } = plan.paper;
  return [
    ...(same.length > 1 && same[0] === step ? [doubt('step-number-twice', step.lines, about)] : []),
    ...(step.due === null && !step.ongoing ? [doubt('step-without-due', step.lines, about)] : []),
    ...(step.due !== null && date !== null && step.due < date
      ? [doubt('step-due-before-paper', step.lines, about)]
      : []),
  ];
}

function factDoubts(fact: Fact, earlier: readonly Fact[]): readonly Doubt[] {
  const differs = earlier.some((other) => isSameMeasure(other, fact) && other.value !== fact.value);
  return [
    ...(fact.unit === null ? [doubt('fact-without-unit', fact.lines, fact.measure)] : []),
    ...(differs ? [doubt('facts-differ', fact.lines, fact.measure)] : []),
  ];
}

const isSameMeasure = (a: Fact, b: Fact): boolean =>
  a.year === b.year && fold(a.measure) === fold(b.measure) && fold(a.of ?? '') === fold(b.of ?? '');
