// The figures a site measures itself by from its first day, with what the paper gives to start from.

import { fold } from '#ground/text.ts';
import type { NewFigure, NewIndicator } from './site.ts';
import type { SiteWords } from './sites.words.ts';

/** Months of these come from the activities recorded, never from a person's entry. */
export const countedKeys = [
  'talks',
  'talk_attendees',
  'meetings',
  'patrols',
  'visits',
  'commitments',
  'mediations',
  'campaigns',
] as const;
export type CountedKey = (typeof countedKeys)[number];

/** A paper that lists more kinds of cases than this is a table to read, not a set to steer by. */
const mostCaseKinds = 8;

/**
 * Neither tips nor people who use drugs are ever measured here: a model that is judged by them
 * learns to keep silent and to label (domain.md §1.5, design.md promises 3 and 5).
 */
export function startingIndicators(
  figures: readonly NewFigure[],
  hamlet: string,
  words: SiteWords,
): readonly NewIndicator[] {
  return [
    householdsCommitted(figures, hamlet, words),
    level('core_members', words),
    ...countedKeys.map((key) => counted(key, words)),
    ...caseIndicators(figures),
  ];
}

const entered = { baseline: 0, baselineYear: null, target: null } as const;

const level = (key: 'core_members' | 'households_committed', words: SiteWords): NewIndicator => ({
  ...entered,
  key,
  kind: 'level',
  name: words.indicator[key].name,
  unit: words.indicator[key].unit,
});

const householdsCommitted = (
  figures: readonly NewFigure[],
  hamlet: string,
  words: SiteWords,
): NewIndicator => ({
  ...level('households_committed', words),
  target: figures.find((figure) => isHouseholdsOf(figure, hamlet))?.value ?? null,
});

const counted = (key: CountedKey, words: SiteWords): NewIndicator => ({
  key,
  kind: 'counted',
  name: words.indicator[key].name,
  unit: words.indicator[key].unit,
  baseline: null,
  baselineYear: null,
  target: null,
});

function isHouseholdsOf(figure: NewFigure, hamlet: string): boolean {
  const isHouseholds = /^(tong )?(so )?ho( dan| gia dinh)?$/.test(fold(figure.measure));
  return isHouseholds && figure.of !== null && fold(figure.of) === fold(hamlet);
}

/** Yearly counts of cases by kind, to be compared with the same length of time only. */
function caseIndicators(figures: readonly NewFigure[]): readonly NewIndicator[] {
  const cases = figures.filter(isCaseCount).map((figure) => ({
    key: `cases:${slugOf(figure)}`,
    kind: 'flow' as const,
    name: nameOf(figure),
    unit: 'vụ',
    baseline: figure.value,
    baselineYear: figure.year,
    target: null,
  }));
  const first = new Map(cases.toReversed().map((indicator) => [indicator.key, indicator]));
  return cases.filter((one) => first.get(one.key) === one).slice(0, mostCaseKinds);
}

const isCaseCount = (figure: NewFigure): boolean =>
  fold(figure.unit ?? '').startsWith('vu') &&
  figure.year !== null &&
  !/to giac|tin bao/.test(fold(figure.measure));

const slugOf = ({ measure, of, year }: NewFigure): string =>
  fold(`${measure} ${of ?? ''} ${year ?? ''}`)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function nameOf({ measure, of }: NewFigure): string {
  const name = of === null ? measure : `${measure} (${of})`;
  return name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
}
