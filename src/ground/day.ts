// A calendar day without a clock or a time zone: 'YYYY-MM-DD'. Instants become days only by a zone.

import type { Id } from './id.ts';

export type Day = Id<'day'>;
/** A moment in UTC, ISO 8601 ('2026-11-23T01:02:03.000Z'). */
export type Instant = Id<'instant'>;
/** Both ends included. */
export type Period = { readonly from: Day; readonly to: Day };

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const twoDigits = (n: number): string => String(n).padStart(2, '0');
const asUtc = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const fromUtc = (date: Date): Day => date.toISOString().slice(0, 10) as Day;

/** The day of a year, month 1–12 and day 1–31; undefined where the calendar has no such day. */
export function findDay(year: number, month: number, day: number): Day | undefined {
  const text = `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
  return parseDay(text);
}

/** Reads 'YYYY-MM-DD'; undefined where the text is no day of the calendar. */
export function parseDay(text: unknown): Day | undefined {
  if (typeof text !== 'string' || !pattern.test(text)) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || fromUtc(date) !== text ? undefined : (text as Day);
}

/** A day written in the code itself; throws where it is none, which is a bug. */
export function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new Error(`not a day: ${text}`);
  return found;
}

export function addDays(from: Day, days: number): Day {
  const date = asUtc(from);
  date.setUTCDate(date.getUTCDate() + days);
  return fromUtc(date);
}

/** The same day of the month that many months on, or that month's last day where it is shorter. */
export function addMonths(from: Day, months: number): Day {
  const { year, month, date } = partsOf(from);
  const index = year * 12 + month - 1 + months;
  const last = lastDayOfMonth(Math.floor(index / 12), (index % 12) + 1);
  const wanted = `${last.slice(0, 8)}${twoDigits(date)}` as Day;
  return wanted > last ? last : wanted;
}

export function lastDayOfMonth(year: number, month: number): Day {
  return fromUtc(new Date(Date.UTC(year, month, 0)));
}

/** Whole days from one day to another; negative where `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((asUtc(to).getTime() - asUtc(from).getTime()) / 86_400_000);

export const partsOf = (of: Day): { year: number; month: number; date: number } => ({
  year: Number(of.slice(0, 4)),
  month: Number(of.slice(5, 7)),
  date: Number(of.slice(8, 10)),
});

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (of: Day): number => asUtc(of).getUTCDay() || 7;

/** The first day of the month a day lies in. */
export const monthOf = (of: Day): Day => `${of.slice(0, 8)}01` as Day;

/** The day it is at an instant in a time zone such as 'Asia/Ho_Chi_Minh'. */
export function dayAt(instant: Instant, timeZone: string): Day {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  return day(parts.format(new Date(instant)));
}
