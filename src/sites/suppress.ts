// Small numbers of people who use drugs, or come back from prison, are not shown: few are findable.

import { fold } from '#ground/text.ts';
import { getNumber, type Rules } from '#law/rule.ts';
import type { BaselineFigure } from './site.ts';

/** Counts below this are not shown. */
export type SuppressionRule = { readonly below: number };

/** Numbers are never shown for want of a rule: without one there is no answer at all. */
export function suppressionBy(rules: Rules): SuppressionRule {
  const floor = getNumber(rules, 'figures.floor');
  if (!floor.ok) throw new Error(`no suppression rule on ${rules.day}`);
  return { below: floor.value };
}

/** 'below' is small; 'withheld' is not small, but would give a small one away by subtraction. */
export type Shown =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'below'; readonly below: number }
  | { readonly kind: 'withheld' };

/** A figure without its value: only what of it may be shown. */
export type ShownFigure<F = BaselineFigure> = Omit<F, 'value'> & { readonly shown: Shown };

const peopleAtRisk =
  /nghien(?! cuu)|su dung (trai phep )?(chat )?ma tuy|cai nghien|sau cai|methadone|chap hanh xong|man han tu|\bra tu\b|tha tu|quan che|tu tha|dac xa|tai hoa nhap|quan ly sau cai/;
const notPeople = /^(vu|ha|km|m2|%|phan tram|diem|co so|to|buoi|lan|dong|trieu)/;

/** Whether a figure counts people who use drugs, are in treatment, or come back from prison. */
export const isAboutPeopleAtRisk = (figure: {
  readonly measure: string;
  /** 'tổng số' of 'người nghiện' speaks of them too. */
  readonly of?: string | null;
  readonly unit: string | null;
}): boolean =>
  peopleAtRisk.test(fold(`${figure.measure} ${figure.of ?? ''}`)) &&
  !notPeople.test(fold(figure.unit ?? ''));

/** Figures as they may leave the body that holds them; every screen and paper shows these. */
export function showFigures<F extends CountedFigure>(
  figures: readonly F[],
  rule: SuppressionRule,
): readonly ShownFigure<F>[] {
  const hiding = hideFigures(figures, rule.below);
  return figures.map(({ value, ...figure }, at) => ({
    ...figure,
    shown: shownAs(value, hiding[at], rule.below),
  }));
}

/** One total and the parts it is the sum of, as a table of a paper may show them. */
export function showParts(
  total: number,
  parts: readonly number[],
  rule: SuppressionRule,
): { readonly total: Shown; readonly parts: readonly Shown[] } {
  const { below } = rule;
  const hiding: Hiding[] = parts.map((value) => (value < below ? 'below' : 'shown'));
  const isTelling = (): boolean => total >= below && givesAway(total, parts, hiding, below);
  for (const at of smallestFirst(parts)) {
    if (!isTelling()) break;
    if (hiding[at] === 'shown') hiding[at] = 'withheld';
  }
  return {
    total: shownAs(total, hideTotal(total, below, isTelling()), below),
    parts: parts.map((value, at) => shownAs(value, hiding[at], below)),
  };
}

type Hiding = 'shown' | 'below' | 'withheld';
type CountedFigure = Pick<BaselineFigure, 'measure' | 'unit' | 'value'>;

function shownAs(value: number, hiding: Hiding | undefined, below: number): Shown {
  if (hiding === 'below') return { kind: 'below', below };
  return hiding === 'withheld' ? { kind: 'withheld' } : { kind: 'value', value };
}

function hideTotal(total: number, below: number, isTelling: boolean): Hiding {
  if (total < below) return 'below';
  return isTelling ? 'withheld' : 'shown';
}

const smallestFirst = (values: readonly number[]): readonly number[] =>
  values.map((_, at) => at).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));

/**
 * Whether what is left of a shown total leaves one small part only one value it can have. A
 * withheld part can be anything from the floor up; a small one anything below it.
 */
function givesAway(
  total: number,
  parts: readonly number[],
  hiding: readonly Hiding[],
  below: number,
): boolean {
  const count = (kind: Hiding): number => hiding.filter((one) => one === kind).length;
  const small = count('below');
  if (small === 0) return false;
  const shown = parts.reduce((sum, value, at) => sum + (hiding[at] === 'shown' ? value : 0), 0);
  const withheld = count('withheld');
  const left = total - shown - withheld * below;
  const least = withheld > 0 ? 0 : Math.max(0, left - (small - 1) * (below - 1));
  return Math.min(below - 1, left) <= least;
}

/** A paper says nowhere which figure is the sum of which: any that add up are taken to be one. */
function hideFigures(figures: readonly CountedFigure[], below: number): readonly Hiding[] {
  const hiding: Hiding[] = figures.map((figure) =>
    isAboutPeopleAtRisk(figure) && figure.value < below ? 'below' : 'shown',
  );
  const atRisk = figures.flatMap((figure, at) => (isAboutPeopleAtRisk(figure) ? [at] : []));
  let telling = tellingFigures(figures, atRisk, hiding);
  while (telling.length > 0) {
    for (const at of telling) hiding[at] = 'withheld';
    telling = tellingFigures(figures, atRisk, hiding);
  }
  return hiding;
}

/** More figures than this are not searched for sums: all of them are withheld. */
const mostSearched = 16;

/** What must be withheld next, because a shown total minus shown parts is a hidden figure. */
function tellingFigures(
  figures: readonly CountedFigure[],
  atRisk: readonly number[],
  hiding: readonly Hiding[],
): readonly number[] {
  const valueAt = (at: number): number => figures[at]?.value ?? 0;
  const hidden = atRisk.filter((at) => hiding[at] === 'below');
  const shown = atRisk.filter((at) => hiding[at] === 'shown');
  if (hidden.length === 0) return [];
  if (shown.length > mostSearched) return shown;
  const smallest = shown.toSorted((a, b) => valueAt(a) - valueAt(b));
  for (const total of smallest) {
    const others = smallest.filter((at) => at !== total);
    const part = hidden
      .map((at) => findAddend(others, valueAt, valueAt(total) - valueAt(at)))
      .find((at) => at !== undefined);
    if (part !== undefined) return [part];
  }
  return [];
}

/** The first of some of these that add up to the sum; undefined where none do. */
function findAddend(
  from: readonly number[],
  valueAt: (at: number) => number,
  sum: number,
): number | undefined {
  const [first, ...rest] = from;
  if (first === undefined || sum <= 0) return undefined;
  const left = sum - valueAt(first);
  const isPart = left === 0 || findAddend(rest, valueAt, left) !== undefined;
  return isPart ? first : findAddend(rest, valueAt, sum);
}
