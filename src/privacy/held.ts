// What is held of one person: the tables of the register with the values found in them.

import { parseDay, type Instant } from '#ground/day.ts';
import type { PersonId } from '#ground/id.ts';
import { showDay, showMoment } from '#ground/show.ts';
import type { Language } from '#ground/words.ts';
import { peopleWords } from '#people/people.words.ts';
import { roles } from '#people/person.ts';
import { privacyWords } from './privacy.words.ts';
import type { NamedColumn, NamedTable } from './tables.ts';

export type HeldValue = {
  readonly column: NamedColumn;
  /** As the database writes it; undefined where it is closed. */
  readonly value: unknown;
};
export type HeldTable = {
  readonly table: NamedTable;
  readonly total: number;
  /** Not more than were asked for; the newest first is not promised. */
  readonly rows: readonly (readonly HeldValue[])[];
};

/** A name as it stands in somebody's text, with the words around it. */
export type Mention = {
  readonly table: string;
  readonly column: string;
  readonly record: string;
  readonly excerpt: string;
  readonly atErase: 'replaced' | 'erased' | 'stays';
};

/** Whose data it is and on whose clocks: what a bare value needs to be said in words. */
export type Telling = {
  readonly language: Language;
  readonly timeZone: string;
  /** The account it is all about; null where it is somebody without one. */
  readonly personId: PersonId | null;
};

const longestShown = 400;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** A value in a person's words; long papers are cut on a page, never in the file that is handed out. */
export function sayValue(
  { column, value }: HeldValue,
  { language, timeZone, personId }: Telling,
): string {
  const own = privacyWords[language];
  if (column.isClosed) return own.closedValue;
  if (typeof value === 'boolean') return value ? own.yes : own.no;
  if (column.isLink && value === personId) return own.thatPerson;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (instant.test(text)) return showMoment(text as Instant, timeZone);
  const day = parseDay(text);
  if (day) return showDay(day);
  const role = column.name === 'role' ? roles.find((one) => one === text) : undefined;
  if (role) return peopleWords[language].role[role];
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

/** What is handed out: every table and column by both its name and its words, with every value. */
export const exportOf = (
  held: readonly HeldTable[],
  mentions: readonly Mention[],
  language: Language,
) => ({
  tables: held.map(({ table, total, rows }) => ({
    table: table.name,
    called: saidIn(table.called, language),
    purpose: privacyWords[language].purpose[table.purpose],
    basis: privacyWords[language].basis[table.basis],
    keptUntil: privacyWords[language].keep[table.keep],
    total,
    rows: rows.map((row) =>
      Object.fromEntries(
        row.map(({ column, value }) => [
          column.name,
          {
            called: saidIn(column.called, language),
            value: column.isClosed ? privacyWords[language].closedValue : value,
          },
        ]),
      ),
    ),
  })),
  mentions,
});

export const saidIn = ([vi, en]: readonly [string, string], language: Language): string =>
  language === 'vi' ? vi : en;
