// The value of a rule as somebody types it, and whether such a value can be.

import * as v from 'valibot';
import { parseDay } from '#ground/day.ts';
import { bodyKinds } from '#places/body.ts';
import { levels } from '#places/unit.ts';
import type { RuleValue } from './rule.ts';

/** Greater counts are slips of the finger: a hundred years in months, four in hours. */
const mostCount = 40_000;

const number = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1_000_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostCount));
const yearDay = v.object({
  year: v.picklist([-1, 0]),
  // A leap year: 29 February is a day of the year as well.
  day: v.pipe(
    v.string(),
    v.check((text) => parseDay(`2024-${text}`) !== undefined),
  ),
});

export const ruleValueInput = v.variant('type', [
  v.object({ type: v.picklist(['hours', 'days', 'working_days', 'months']), count }),
  v.object({ type: v.literal('share'), numerator: count, denominator: count, strict: v.boolean() }),
  v.object({ type: v.literal('number'), number }),
  v.object({
    type: v.literal('measure'),
    unit: v.picklist(['mm', 'pt', 'part']),
    least: number,
    most: v.nullable(number),
    taken: number,
  }),
  v.object({ type: v.literal('window'), from: yearDay, to: yearDay }),
  v.object({
    type: v.literal('levels'),
    levels: v.pipe(v.array(v.picklist(levels)), v.minLength(1)),
  }),
  v.object({
    type: v.literal('authority'),
    body: v.picklist(bodyKinds),
    level: v.picklist(levels),
  }),
  v.object({
    type: v.literal('text'),
    text: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(300)),
  }),
]);

/** Whether its parts agree with each other. */
export function isFit(value: RuleValue): boolean {
  switch (value.type) {
    case 'share':
      return value.denominator > 0 && value.numerator > 0 && value.numerator <= value.denominator;
    case 'measure':
      return (
        value.least <= value.taken &&
        (value.most === null || value.taken <= value.most) &&
        value.taken > 0
      );
    case 'window':
      return value.from.year < value.to.year || value.from.day <= value.to.day;
    default:
      return true;
  }
}
