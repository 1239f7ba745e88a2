// A day off, or one worked in its place, as an administrator types it in.

import * as v from 'valibot';
import { aDay } from '#ground/day.input.ts';
import { daysBetween } from '#ground/day.ts';
import { isId, type CommandId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { Holiday } from './working-days.ts';

/** Announced for one year: what comes back every year is in the catalogue already. */
export const holidayInput = v.object({
  commandId: v.custom<CommandId>(isId),
  kind: v.picklist(['off', 'worked']),
  firstDay: aDay,
  lastDay: aDay,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
  source: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)),
});
export type HolidayInput = v.InferOutput<typeof holidayInput>;
export type HolidayRefusal = 'ends-before' | 'too-long';

/** Nobody is off for longer: a longer one is a slip in the year. */
const longest = 31;

/** Who enters it has the announcement before them: it counts as verified. */
export function decideHoliday(input: HolidayInput): Outcome<Holiday, HolidayRefusal> {
  const { kind, firstDay, lastDay, name, source } = input;
  if (lastDay < firstDay) return refused('ends-before');
  if (daysBetween(firstDay, lastDay) >= longest) return refused('too-long');
  return done({ kind, repeats: 'once', firstDay, lastDay, name, source, mark: 'verified' });
}
