// The year a time without a year means, seen from the paper that names it.

import { monthOf, type Day } from '#ground/day.ts';

/** What the paper itself says of its time. */
export type When = {
  /** The paper's date; null where it is blank or missing. */
  readonly date: Day | null;
  /** The paper's year where only that is known ('ngày … tháng … năm 2026'). */
  readonly year: number | null;
  /** The year the plan is for ('Kế hoạch … năm 2027'), where it is after the paper's own. */
  readonly forYear: number | null;
};

/** First and last day. */
export type Span = readonly [from: Day, to: Day];
export type SpanOfYear = (year: number) => Span | null;

/**
 * Plans look forward: without a year it is the paper's, or the next where the time would be over
 * before the month the paper was signed in. A plan made ahead for a later year means that year.
 */
export function spanFor(span: SpanOfYear, year: number | null, when: When): Span | null {
  if (year !== null) return span(year);
  const base = baseYear(when);
  if (base === null) return null;
  const found = span(base);
  return found !== null && isPast(found, when) ? span(base + 1) : found;
}

/** Both ends of 'từ … đến …': the end is settled first, the start is the last one before it. */
export function rangeFor(
  [start, startYear]: readonly [SpanOfYear, number | null],
  [end, endYear]: readonly [SpanOfYear, number | null],
  when: When,
): Span | null {
  const base = endYear === null && startYear !== null ? atYear(startYear) : when;
  const to = spanFor(end, endYear, base);
  if (to === null) return null;
  const year = Number(to[1].slice(0, 4));
  const same = start(startYear ?? year);
  const from = same !== null && startYear === null && same[0] > to[1] ? start(year - 1) : same;
  if (from === null) return null;
  if (from[0] <= to[1])
    return shifted([from[0], to[1]], from, [start, end], startYear ?? endYear, when);
  const next = endYear === null ? end(year + 1) : null;
  return next === null ? null : [from[0], next[1]];
}

const baseYear = (when: When): number | null =>
  when.forYear ?? (when.date === null ? when.year : Number(when.date.slice(0, 4)));

const isPast = (span: Span, when: When): boolean =>
  when.forYear === null && when.date !== null && span[1] < monthOf(when.date);

const atYear = (year: number): When => ({ date: null, year, forYear: null });

/** A range over New Year that began before the paper was written is the next one. */
function shifted(
  found: Span,
  from: Span,
  [start, end]: readonly [SpanOfYear, SpanOfYear],
  year: number | null,
  when: When,
): Span {
  const crosses = found[0].slice(0, 4) !== found[1].slice(0, 4);
  if (year !== null || !crosses || !isPast(from, when)) return found;
  const next = Number(found[1].slice(0, 4));
  const [later, last] = [start(next), end(next + 1)];
  return later === null || last === null ? found : [later[0], last[1]];
}
