// An indicator's number in words: as of when, and beside what it began with and was before.

import { monthOf, type Day } from '#ground/day.ts';
import { showDay, showMonth, showNumber } from '#ground/show.ts';
import type { Language } from '#ground/words.ts';
import type { IndicatorView } from './indicator.ts';
import { indicatorWords } from './indicator.words.ts';

export type Compared = {
  /** Null where nothing was ever entered. */
  readonly value: number | null;
  /** 'đầu kỳ 0 · tháng trước 118' */
  readonly comparison: string;
  readonly asOf: string;
};

/** A level stands from its latest month on; what is counted or adds up is this month's. */
export function compared(view: IndicatorView, today: Day, language: Language): Compared {
  const month = monthOf(today);
  const isLevel = view.indicator.kind === 'level';
  const of = isLevel ? (view.latest?.month ?? month) : month;
  return {
    value: isLevel ? (view.latest?.value ?? null) : view.thisMonth,
    comparison: comparisons(view, language).join(' · '),
    asOf: asOf(isLevel, of, today, language),
  };
}

function asOf(isLevel: boolean, of: Day, today: Day, language: Language): string {
  const own = indicatorWords[language];
  if (of !== monthOf(today)) return own.asOfMonth(showMonth(of));
  return isLevel ? own.upTo(showDay(today)) : own.soFar(showDay(today));
}

function comparisons(view: IndicatorView, language: Language): readonly string[] {
  const { compare } = indicatorWords[language];
  const { baseline, baselineYear } = view.indicator;
  const said = (value: number | null, say: (shown: string) => string): readonly string[] =>
    value === null ? [] : [say(showNumber(value, language))];
  return [
    ...said(baseline, (shown) =>
      baselineYear === null ? compare.baseline(shown) : compare.wholeYear(baselineYear, shown),
    ),
    ...said(view.lastMonth, compare.lastMonth),
    ...said(view.sameMonthLastYear, compare.lastYear),
    ...said(view.yearToDate, compare.yearToDate),
  ];
}
