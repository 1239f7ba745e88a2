// Every table there is, with what of it is about people: the one place pages, papers and checks read from.

import type { Columns, Personal, Table, Tables, Whose } from './entry.ts';
import { accountTables } from './registry/accounts.ts';
import { installationTables } from './registry/installation.ts';
import { paperTables } from './registry/papers.ts';
import { placeTables } from './registry/places.ts';
import { recordTables } from './registry/record.ts';
import { requestTables } from './registry/requests.ts';
import { rosterTables } from './registry/rosters.ts';
import { workTables } from './registry/work.ts';

/** In the order in which people are told: themselves, what they did, what was written, the record. */
export const tables: Tables = {
  ...accountTables,
  ...rosterTables,
  ...workTables,
  ...paperTables,
  ...recordTables,
  ...requestTables,
  ...installationTables,
  ...placeTables,
};

export type NamedTable = Table & { readonly name: string };
export type NamedColumn = Personal & { readonly name: string };

export const namedTables: readonly NamedTable[] = Object.entries(tables).map(([name, table]) => ({
  name,
  ...table,
}));

export const personalColumns = ({ columns }: { readonly columns: Columns }): NamedColumn[] =>
  Object.entries(columns).flatMap(([name, column]) =>
    column.personal ? [{ name, ...column }] : [],
  );

export const personalTables = namedTables.filter((table) => personalColumns(table).length > 0);

/** The columns by which the rows about an account's holder are found. */
export const linksOf = (table: { readonly columns: Columns }): readonly string[] =>
  personalColumns(table)
    .filter(({ isLink }) => isLink)
    .map(({ name }) => name);

/** What of a row is about a person of that kind, closed columns included. */
export const heldOf = (
  table: { readonly columns: Columns },
  whose: readonly Whose[],
): NamedColumn[] =>
  personalColumns(table).filter((column) => column.whose.some((one) => whose.includes(one)));

/** The column in which a table bears the name of somebody without an account, where it does. */
export const nameColumnOf = (table: { readonly columns: Columns }): NamedColumn | undefined =>
  personalColumns(table).find(
    ({ isFreeText, whose }) => isFreeText && whose.some((one) => withoutAccount.includes(one)),
  );

const withoutAccount: readonly Whose[] = ['member', 'household', 'resident'];
