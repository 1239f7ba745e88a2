// An indicator's number in words: as of when, and beside what it may be compared with.

import { addMonths, monthOf, type Day } from '#ground/day.ts';
import { showDay, showMonth, showNumber } from '#ground/show.ts';
import type { Language } from '#ground/words.ts';
import { comparableMonths, isFullMonth, leadingMonth, livedOf } from './comparable.ts';
import type { IndicatorView } from './indicator.ts';
import { indicatorWords } from './indicator.words.ts';

export type Compared = {
  /** Null where nothing was ever entered. */
  readonly value: number | null;
  /** 'đầu kỳ 0 · tháng 10/2026: 118' */
  readonly comparison: string;
  readonly asOf: string;
};

/** An indicator as its tile shows it. */
export type IndicatorTileView = Compared &
  Pick<IndicatorView['indicator'], 'indicatorId' | 'name' | 'unit' | 'target'>;

export function indicatorTile(view: IndicatorView, language: Language): IndicatorTileView {
  const { indicatorId, name, unit, target } = view.indicator;
  return { indicatorId, name, unit, target, ...compared(view, language) };
}

/** A level stands from its latest month on; what is counted or adds up is the leading month's. */
export function compared(view: IndicatorView, language: Language): Compared {
  const isLevel = view.indicator.kind === 'level';
  const month = monthOf(view.life.to);
  const lead = isLevel ? (view.latest?.month ?? month) : leadingMonth(view.life);
  const beside = isLevel
    ? [-1, -12].map((by) => addMonths(lead, by))
    : comparableMonths(lead, view.life);
  return {
    value: valueOf(view, lead),
    comparison: comparisons(view, beside, language).join(' · '),
    asOf: isLevel ? levelAsOf(lead, view, language) : monthAsOf(lead, view, language),
  };
}

/** A month's name, with the days of it that count where they are not all: '12/2026 (từ 01/12/2026 đến nay)'. */
export function monthName(month: Day, { life, indicator }: IndicatorView, language: Language) {
  const shown = showMonth(month);
  if (indicator.kind === 'level' || isFullMonth(month, life)) return shown;
  return `${shown} (${livedText(month, life, language)})`;
}

/** What a month may be compared by: a state as it stood, a count only where the month is full. */
export const comparableValue = (view: IndicatorView, month: Day): number | null =>
  view.indicator.kind === 'level' || isFullMonth(month, view.life) ? valueOf(view, month) : null;

const valueOf = (view: IndicatorView, of: Day): number | null =>
  view.series.find(({ month }) => month === of)?.value ?? null;

function levelAsOf(of: Day, { life }: IndicatorView, language: Language): string {
  const own = indicatorWords[language];
  return of === monthOf(life.to) ? own.upTo(showDay(life.to)) : own.asOfMonth(showMonth(of));
}

/** While the last month leads, what this one has so far is said after it. */
function monthAsOf(lead: Day, view: IndicatorView, language: Language): string {
  const month = monthOf(view.life.to);
  const running = livedText(month, view.life, language);
  if (lead === month) return running;
  const soFar = showNumber(valueOf(view, month) ?? 0, language);
  const full = indicatorWords[language].asOfMonth(showMonth(lead));
  return valueOf(view, month) === null ? full : `${full} · ${running}: ${soFar}`;
}

/** 'từ 01/12/2026 đến nay', 'từ 06/05/2026' of a month over that began before the model. */
function livedText(month: Day, life: IndicatorView['life'], language: Language): string {
  const own = indicatorWords[language];
  const from = showDay(livedOf(month, life).from);
  return month === monthOf(life.to) ? own.untilNow(from) : own.since(from);
}

function comparisons(
  view: IndicatorView,
  months: readonly Day[],
  language: Language,
): readonly string[] {
  const { compare } = indicatorWords[language];
  const { baseline, baselineYear } = view.indicator;
  const said = (value: number | null, say: (shown: string) => string): readonly string[] =>
    value === null ? [] : [say(showNumber(value, language))];
  return [
    ...said(baseline, (shown) =>
      baselineYear === null ? compare.baseline(shown) : compare.wholeYear(baselineYear, shown),
    ),
    ...months.flatMap((month) =>
      said(valueOf(view, month), (shown) => compare.month(showMonth(month), shown)),
    ),
    ...said(view.yearToDate, compare.yearToDate),
  ];
}
