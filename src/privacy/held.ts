// What is held of one person: the tables of the register with the values found in them.

import type { NamedColumn, NamedTable } from './tables.ts';
import type { Language } from '#ground/words.ts';
import { privacyWords } from './privacy.words.ts';

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

const longestShown = 400;

/** A value in a person's words; long papers are cut on a page, never in what is handed out. */
export function sayValue({ column, value }: HeldValue, language: Language): string {
  if (column.isClosed) return privacyWords[language].closedValue;
  if (typeof value === 'boolean') return value ? yes[language] : no[language];
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

const yes = { vi: 'có', en: 'yes' } as const;
const no = { vi: 'không', en: 'no' } as const;

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
