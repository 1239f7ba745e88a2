// The hotline: its number, who answers when, hours nobody answers, and calls that nobody answered.

import { addDays, daysBetween, type Day } from '#ground/day.ts';
import type { Id, PersonId, UnitId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { RingId, Sealed } from '#sealed/ring.ts';
import type { Named } from './box.ts';

export type ShiftId = Id<'shift'>;
export type CallId = Id<'call'>;

/** What people are told: the number, by which paper, and when somebody last called it to try. */
export type Hotline = {
  readonly phone: string;
  readonly source: string;
  readonly checkedOn: Day | null;
};

export type Shift = {
  readonly shiftId: ShiftId;
  readonly person: Named;
  readonly day: Day;
  /** 0–23, by the clock of the installation. */
  readonly fromHour: number;
  /** 1–24; it may run into the next day. */
  readonly hours: number;
  /** The day on which they said that the telephone is with them. */
  readonly takenOn: Day | null;
};

/** Parts of a day of six hours: no call is kept by its hour. */
export const dayParts = ['night', 'morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof dayParts)[number];

export type MissedCall = {
  readonly callId: CallId;
  readonly unitId: UnitId;
  readonly day: Day;
  readonly part: DayPart;
  /** The number to call back, where it was noted; gone once somebody called back. */
  readonly number: Readonly<{ ringId: RingId; epoch: number; sealed: Sealed }> | null;
  readonly answeredOn: Day | null;
};

export const partOfDay = (hour: number): DayPart => dayParts[Math.floor(hour / 6) % 4] ?? 'night';

const hoursOfDay = 24;
export const mostShiftDays = 31;

/** A stretch of hours without anybody; `to` is the hour at which somebody answers again. */
export type Gap = { readonly from: Moment; readonly to: Moment };
export type Moment = { readonly day: Day; readonly hour: number };

/** Hours of the period in which nobody answers, in order. */
export function gapsOf(shifts: readonly Shift[], from: Day, days: number): readonly Gap[] {
  const length = days * hoursOfDay;
  const answered = new Set(shifts.flatMap((shift) => hoursOf(shift, from)));
  const isFree = (hour: number): boolean => hour >= 0 && hour < length && !answered.has(hour);
  const starts = range(length).filter((hour) => isFree(hour) && !isFree(hour - 1));
  return starts.map((start) => {
    const end = range(length + 1).find((hour) => hour > start && !isFree(hour)) ?? length;
    return { from: momentAt(from, start), to: momentAt(from, end) };
  });
}

/** Who answers at a moment; several where shifts overlap. */
export const answeringAt = (shifts: readonly Shift[], { day, hour }: Moment): readonly Shift[] =>
  shifts.filter((shift) => hoursOf(shift, day).includes(hour));

export type ShiftRefusal = 'too-many-days' | 'hours-invalid' | 'overlaps' | 'not-on-duty';

export type NewShifts = {
  readonly personId: PersonId;
  readonly from: Day;
  /** On so many days, one after another. */
  readonly days: number;
  readonly fromHour: number;
  readonly hours: number;
};

/** One person answers in one place at a time, and only somebody who is on duty there. */
export function decideShifts(
  wanted: NewShifts,
  known: { readonly shifts: readonly Shift[]; readonly fitting: readonly Named[] },
): Outcome<readonly Day[], ShiftRefusal> {
  const { personId, from, days, fromHour, hours } = wanted;
  if (days < 1 || days > mostShiftDays) return refused('too-many-days');
  if (!isHour(fromHour) || hours < 1 || hours > hoursOfDay) return refused('hours-invalid');
  if (!known.fitting.some((one) => one.personId === personId)) return refused('not-on-duty');
  const on = range(days).map((at) => addDays(from, at));
  const own = known.shifts.filter(({ person }) => person.personId === personId);
  const taken = new Set(own.flatMap((shift) => hoursOf(shift, from)));
  const meets = on.some((day) =>
    hoursOf({ day, fromHour, hours }, from).some((hour) => taken.has(hour)),
  );
  return meets ? refused('overlaps') : done(on);
}

/** Its hours, counted from midnight of a day; those before are negative. */
const hoursOf = (
  { day, fromHour, hours }: Pick<Shift, 'day' | 'fromHour' | 'hours'>,
  from: Day,
): number[] => {
  const start = daysBetween(from, day) * hoursOfDay + fromHour;
  return range(hours).map((at) => start + at);
};

const momentAt = (from: Day, hour: number): Moment => ({
  day: addDays(from, Math.floor(hour / hoursOfDay)),
  hour: hour % hoursOfDay,
});

const isHour = (hour: number): boolean => hour >= 0 && hour < hoursOfDay;

const range = (length: number): number[] => Array.from({ length }, (_, at) => at);
