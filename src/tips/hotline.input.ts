// What may come in about the hotline: its number, its roster, missed calls, and a sealed call sheet.

import * as v from 'valibot';
import { parseDay, type Day } from '#ground/day.ts';
import { isId, type CommandId, type PersonId, type UnitId } from '#ground/id.ts';
import type { RingId } from '#sealed/ring.ts';
import { dayParts, mostShiftDays, type CallId, type ShiftId } from './hotline.ts';
import { letterInput } from './tip.input.ts';

const id = <T extends string>() => v.custom<T>(isId);
const aDay = v.custom<Day>((value) => parseDay(value) !== undefined);
const whole = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^\d{1,3}$/),
    v.transform(Number),
    v.minValue(least),
    v.maxValue(most),
  );
const ofUnit = { commandId: id<CommandId>(), unitId: id<UnitId>() };

export const hotlineInput = v.object({
  ...ofUnit,
  phone: v.pipe(v.string(), v.trim(), v.regex(/^[0-9+][0-9 .]{2,24}$/)),
  source: v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(200)),
  /** Empty where nobody has called it to try. */
  checkedOn: v.optional(v.union([aDay, v.literal('')]), ''),
});
export type HotlineInput = v.InferOutput<typeof hotlineInput>;

export const shiftsInput = v.object({
  ...ofUnit,
  personId: id<PersonId>(),
  from: aDay,
  days: whole(1, mostShiftDays),
  fromHour: whole(0, 23),
  hours: whole(1, 24),
});
export type ShiftsInput = v.InferOutput<typeof shiftsInput>;

export const shiftInput = v.object({ commandId: id<CommandId>(), shiftId: id<ShiftId>() });
export type ShiftInput = v.InferOutput<typeof shiftInput>;

/** The number to call back, sealed on the device; where it is not, it is not sent at all. */
const sealedNumber = v.object({
  ringId: id<RingId>(),
  epoch: v.pipe(v.number(), v.integer(), v.minValue(1)),
  sealed: v.pipe(v.string(), v.minLength(134), v.maxLength(26_000), v.regex(/^[A-Za-z0-9_-]+$/)),
});

export const missedInput = v.object({
  ...ofUnit,
  callId: id<CallId>(),
  day: aDay,
  part: v.picklist(dayParts),
  number: v.optional(sealedNumber),
});
export type MissedInput = v.InferOutput<typeof missedInput>;

export const answeredInput = v.object({ commandId: id<CommandId>(), callId: id<CallId>() });
export type AnsweredInput = v.InferOutput<typeof answeredInput>;

/** As at the web's door: sealed to those on duty before it is sent. */
export const callInput = v.object({
  unitId: id<UnitId>(),
  letter: v.object({ ...letterInput.entries, answerRecipient: v.string() }),
});
export type CallInput = v.InferOutput<typeof callInput>;
