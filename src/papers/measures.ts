// The measures of an official paper as one table for every output, taken from the form of its day.

import type { Day } from '#ground/day.ts';
import { done, type Outcome } from '#ground/outcome.ts';
import type { RuleKey } from '#law/rule-key.ts';
import { getMeasure, getNumber, rulesOn, type Law, type NoRule, type Rules } from '#law/rule.ts';
import { textWidth as widthOf } from './text-width.ts';

/** One point in millimetres. */
export const millimetre = 25.4 / 72;

/** Millimetres, but for `sizes`, `linePitch`, `paragraph` and `rule`, which are points. */
export type PaperForm = {
  readonly page: Readonly<Record<Side | 'width' | 'height' | 'number', number>>;
  /** Between the left and the right margin. */
  readonly textWidth: number;
  readonly columns: { readonly left: number; readonly right: number };
  readonly sizes: Readonly<Record<Sized | keyof typeof ownSizes, number>>;
  readonly spacing: Readonly<
    Record<'firstLine' | 'linePitch' | 'paragraph' | keyof typeof ownSpacing, number>
  >;
  /** How long a rule is beside the line above it. */
  readonly ruleShare: number;
  /** A paper's number has at least as many digits. */
  readonly numberDigits: number;
  /** The last month that is written with a leading zero. */
  readonly zeroMonths: number;
};

type Side = 'top' | 'bottom' | 'left' | 'right';
type Sized = (typeof sized)[number];

const sized = [
  'country',
  'motto',
  'agencyAbove',
  'agency',
  'number',
  'placeDate',
  'title',
  'subject',
  'addressee',
  'body',
  'signature',
  'recipientsLabel',
  'recipients',
  'pageNumber',
] as const;

/** What no form prescribes is this house's own choice. */
const ownSizes = { approval: 12, caption: 13, table: 12 } as const;
const ownSpacing = {
  /** Left for the signature and the seal, which covers a third of it. */
  signature: 26,
  /** The thickness of the rules under Quốc hiệu, agency and subject. */
  rule: 0.75,
} as const;
/** From the upper edge of the sheet to the page number. */
const numberFromEdge = 10;
/** Quốc hiệu needs 91 at 12 pt bold; the agency gets what remains. */
const agencyColumn = 67;

/** The form that holds on a day; refused where the law on record lacks a part of it. */
export function formOf(rules: Rules): Outcome<PaperForm, NoRule> {
  const page = takenOf(rules, 'page', ['width', 'height', 'top', 'bottom', 'left', 'right']);
  if (!page.ok) return page;
  const sizes = takenOf(rules, 'size', sized);
  if (!sizes.ok) return sizes;
  const spacing = takenOf(rules, 'spacing', ['firstLine', 'paragraph', 'line', 'rule']);
  if (!spacing.ok) return spacing;
  const numberDigits = getNumber(rules, 'paper.number.digits');
  if (!numberDigits.ok) return numberDigits;
  const zeroMonths = getNumber(rules, 'paper.date.months');
  if (!zeroMonths.ok) return zeroMonths;
  const { line, rule, ...gaps } = spacing.value;
  const textWidth = page.value.width - page.value.left - page.value.right;
  return done({
    page: { ...page.value, number: numberFromEdge },
    textWidth,
    columns: { left: agencyColumn, right: textWidth - agencyColumn },
    sizes: { ...sizes.value, ...ownSizes },
    spacing: { ...gaps, linePitch: line, ...ownSpacing },
    ruleShare: rule,
    numberDigits: numberDigits.value,
    zeroMonths: zeroMonths.value,
  });
}

/**
 * A paper keeps the form of its day. A draft takes today's, and so does a paper older than every
 * form on record: it is printed today.
 */
export function formOn(law: Law, date: Day | null, today: Day): PaperForm {
  const own = date === null ? undefined : formOf(rulesOn(law, date));
  if (own?.ok) return own.value;
  const current = formOf(rulesOn(law, today));
  if (!current.ok) throw new Error(`no form of papers today: ${current.refusal.key}`);
  return current.value;
}

/** The rule's length in millimetres under the widest of some bold lines of a column. */
export function ruleLength(
  lines: readonly string[],
  size: number,
  column: number,
  share: number,
): number {
  const widths = lines.map((line) => widthOf(line, size * millimetre, 'bold'));
  const widest = Math.min(column, Math.max(0, ...widths));
  return Math.round(widest * share * 10) / 10;
}

/** What is taken of each measure: 'paper.page.top' gives `top`. */
function takenOf<P extends string, K extends string>(
  rules: Rules,
  part: P,
  names: readonly (`paper.${P}.${K}` extends RuleKey ? K : never)[],
): Outcome<Readonly<Record<K, number>>, NoRule> {
  const taken: [string, number][] = [];
  for (const name of names) {
    const measure = getMeasure(rules, `paper.${part}.${name}` as RuleKey);
    if (!measure.ok) return measure;
    taken.push([name, measure.value.taken]);
  }
  // Every name was given a number in the loop above.
  return done(Object.fromEntries(taken) as Record<K, number>);
}
