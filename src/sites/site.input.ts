// What may come in from a screen or a device about a site: checked once at the door, sizes bounded.

import * as v from 'valibot';
import { aDay } from '#ground/day.input.ts';
import { isId, type CommandId, type Id, type PlanId, type SiteId } from '#ground/id.ts';
import { siteCalendars } from './site.ts';

const longestNote = 2_000;

const id = <Of extends string>() => v.custom<Id<Of>>(isId);
const note = v.pipe(v.string(), v.maxLength(longestNote));
/** Every command: its own id, made on the device, and the site it is about. */
const command = { commandId: v.custom<CommandId>(isId), siteId: v.custom<SiteId>(isId) };
const told = { ...command, day: aDay, note };
const stepNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000));

export const createSiteInput = v.object({
  commandId: v.custom<CommandId>(isId),
  planId: v.custom<PlanId>(isId),
  /** Asked only where the plan's days have passed; null where nobody was asked. */
  calendar: v.nullable(v.picklist(siteCalendars)),
  /** The sites standing there already, each said to be known by whoever wants one more. */
  besides: v.pipe(v.array(v.custom<SiteId>(isId)), v.maxLength(50)),
});

/** To start, delay, close or reopen; of a delay `day` is the new expected day, `note` the reason. */
export const stepInput = v.object({ ...told, number: stepNumber });

export const evidenceInput = v.object({
  ...told,
  number: stepNumber,
  requirement: v.pipe(v.string(), v.maxLength(50)),
  file: v.nullable(
    v.object({
      ref: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    }),
  ),
});

/** To do, delay or reopen; of a delay `day` is the new expected day, `note` the reason. */
export const dutyInput = v.object({ ...told, dutyId: id<'duty'>() });

/** Any day of the month the value speaks of. */
export const entryInput = v.object({
  ...command,
  indicatorId: id<'indicator'>(),
  month: aDay,
  value: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e9)),
  note,
});

export type CreateSiteInput = v.InferOutput<typeof createSiteInput>;
export type StepInput = v.InferOutput<typeof stepInput>;
export type EvidenceCommandInput = v.InferOutput<typeof evidenceInput>;
export type DutyInput = v.InferOutput<typeof dutyInput>;
export type EntryInput = v.InferOutput<typeof entryInput>;
