// Days and numbers as people read them; Vietnamese writes 23/11/2026, 1.222 and 991,89.

import { dayAt, partsOf, type Day, type Instant } from './day.ts';
import type { Language } from './words.ts';

const locale = { vi: 'vi-VN', en: 'en-GB' } as const satisfies Record<Language, string>;

/** 23/11/2026 in both languages: official papers and forms here use no other order. */
export const showDay = (of: Day): string => `${of.slice(8)}/${of.slice(5, 7)}/${of.slice(0, 4)}`;

/** 14:30 23/11/2026, by the clock of a time zone. */
export function showMoment(at: Instant, timeZone: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  return `${clock.format(new Date(at))} ${showDay(dayAt(at, timeZone))}`;
}

/** 'Thứ Hai, 23 tháng 11, 2026', for who hears it. */
export const sayDay = (of: Day, language: Language): string =>
  inWords(of, language, { dateStyle: 'full' });

/** 'Tháng 11 năm 2026' */
export const sayMonth = (of: Day, language: Language): string =>
  inWords(of, language, { month: 'long', year: 'numeric' });

/** 'T2' as it is written at the head of a calendar, 'Thứ Hai' in full. */
export const sayWeekday = (of: Day, language: Language, width: 'short' | 'long'): string =>
  inWords(of, language, { weekday: width === 'short' && language === 'vi' ? 'narrow' : width });

function inWords(of: Day, language: Language, how: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(locale[language], { ...how, timeZone: 'UTC' });
  const words = format.format(new Date(`${of}T00:00:00Z`));
  return words.slice(0, 1).toLocaleUpperCase(locale[language]) + words.slice(1);
}

/** 11/2026 */
export const showMonth = (of: Day): string => `${of.slice(5, 7)}/${of.slice(0, 4)}`;

/** At most two decimals: 1.222 · 991,89 */
export const showNumber = (value: number, language: Language = 'vi'): string =>
  new Intl.NumberFormat(locale[language], { maximumFractionDigits: 2 }).format(value);

/**
 * 'ngày 05 tháng 11 năm 2026' — a leading zero on days below 10, and on months up to one that the
 * form of papers says.
 */
export function showOfficialDay(of: Day, zeroMonths: number): string {
  const { year, month, date } = partsOf(of);
  const twoDigits = (n: number): string => String(n).padStart(2, '0');
  return `ngày ${twoDigits(date)} tháng ${month <= zeroMonths ? twoDigits(month) : month} năm ${year}`;
}
