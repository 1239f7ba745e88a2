// What a column of a Table is told.
import type { Snippet } from 'svelte';

export type Column<Row> = {
  readonly title: string;
  /** Plain words of a cell, unless `cell` draws it. */
  readonly text?: (row: Row) => string;
  readonly cell?: Snippet<[Row]>;
  /** What somebody wrote, in whichever language: neither translated nor read as ours. */
  readonly written?: boolean;
  /** Figures stand at the end of the cell, digit under digit. */
  readonly figures?: boolean;
};
