// Whether every column of the database is entered, and every entry a column: what a check compares.

import type { Tables } from './entry.ts';

/** One column of the database as its own catalogue has it. */
export type CatalogueColumn = { readonly table: string; readonly column: string };

/** One sentence for each column without an entry and each entry without a column. */
export function findGaps(
  catalogue: readonly CatalogueColumn[],
  entered: Tables,
): readonly string[] {
  const there = new Set(catalogue.map(nameOf));
  const said = new Set(
    Object.entries(entered).flatMap(([table, { columns }]) =>
      Object.keys(columns).map((column) => nameOf({ table, column })),
    ),
  );
  return [
    ...[...there].filter((name) => !said.has(name)).map((name) => `${name} has no entry`),
    ...[...said].filter((name) => !there.has(name)).map((name) => `${name} is no column`),
  ].toSorted();
}

const nameOf = ({ table, column }: CatalogueColumn): string => `${table}.${column}`;
