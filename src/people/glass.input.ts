// What may come in to break a glass, to end it, and to say that it was seen: sizes bounded.

import * as v from 'valibot';
import { isId, type CommandId, type Id, type SiteId } from '#ground/id.ts';

const text = v.pipe(v.string(), v.maxLength(1_000));
const command = { commandId: v.custom<CommandId>(isId), siteId: v.custom<SiteId>(isId) };
const opening = { ...command, openingId: v.custom<Id<'opening'>>(isId) };

export const breakInput = v.object({
  ...command,
  caseKey: v.pipe(v.string(), v.maxLength(40)),
  reason: text,
  /** Bounded by the case; here only by what a number of hours may be. */
  hours: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000)),
});
export type BreakInput = v.InferOutput<typeof breakInput>;

export const endInput = v.object(opening);
export type EndInput = v.InferOutput<typeof endInput>;

export const seenInput = v.object({ ...opening, remark: text });
export type SeenInput = v.InferOutput<typeof seenInput>;
