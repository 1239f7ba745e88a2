// Days and times as people type them: 5/3/2026, 05-03-26, 05.03.2026, 05032026; 7:30, 19h05, 1905.

import { findDay, parseDay, type Day } from './day.ts';

const dayAsTyped =
  /^(?<date>\d{1,2})\s*[\s./-]\s*(?<month>\d{1,2})\s*[\s./-]\s*(?<year>\d{4}|\d{2})$/;
/** The number keys of a phone often have no slash. */
const dayInDigits = /^(?<date>\d{2})(?<month>\d{2})(?<year>\d{4}|\d{2})$/;
const timeAsTyped =
  /^(?<hour>\d{1,2})(?:\s*(?:[:.h]|giờ)\s*(?<minute>\d{2})?|(?<=\d{2})(?<last>\d{2}))$/i;

/** The day comes before the month; a year of two digits lies from 1970 to 2069. */
export function dayTyped(text: unknown): Day | undefined {
  if (typeof text !== 'string') return undefined;
  const plain = text.trim();
  const typed = (dayAsTyped.exec(plain) ?? dayInDigits.exec(plain))?.groups;
  if (!typed) return parseDay(plain);
  return findDay(yearOf(typed['year'] ?? ''), Number(typed['month']), Number(typed['date']));
}

function yearOf(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year + (year < 70 ? 2000 : 1900);
}

/** 'HH:MM' of a day of 24 hours. */
export function timeTyped(text: unknown): string | undefined {
  const typed = typeof text === 'string' ? timeAsTyped.exec(text.trim())?.groups : undefined;
  if (!typed) return undefined;
  const [hour, minute] = [Number(typed['hour']), Number(typed['minute'] ?? typed['last'] ?? 0)];
  if (hour > 23 || minute > 59) return undefined;
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
}
