// The only file that knows the CSV library: bytes to rows with their line numbers.

import { CsvError, parse } from 'csv-parse/sync';
import { done, refused, type Outcome } from '#ground/outcome.ts';

export type CsvRefusal =
  | { readonly problem: 'too-large' | 'not-utf8' | 'empty' | 'header-wrong' }
  | { readonly problem: 'row-broken'; readonly line: number };

export type CsvRow<Column extends string> = {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
};

/** Ten times all units there are. */
const mostBytes = 4 * 1024 * 1024;

/** The header must name exactly these columns, in this order. */
export function readCsv<const Column extends string>(
  bytes: Uint8Array,
  columns: readonly Column[],
): Outcome<readonly CsvRow<Column>[], CsvRefusal> {
  if (bytes.length > mostBytes) return refused({ problem: 'too-large' });
  const text = decoded(bytes);
  if (text === undefined) return refused({ problem: 'not-utf8' });
  if (text.trim() === '') return refused({ problem: 'empty' });
  const records = recordsIn(text);
  if (!records.ok) return records;
  const [header, ...rows] = records.value;
  const isHeader = columns.every((name, at) => header?.record[at]?.trim().toLowerCase() === name);
  if (!isHeader || header?.record.length !== columns.length) {
    return refused({ problem: 'header-wrong' });
  }
  const odd = rows.find(({ record }) => record.length !== columns.length);
  if (odd) return refused({ problem: 'row-broken', line: odd.info.lines });
  return rows.length === 0
    ? refused({ problem: 'empty' })
    : done(rows.map((row) => cellsOf(row, columns)));
}

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

function recordsIn(text: string): Outcome<readonly Parsed[], CsvRefusal> {
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true };
    return done(parse(text, options) as unknown as readonly Parsed[]);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused({ problem: 'row-broken', line: Number(error['lines'] ?? 0) });
  }
}

/** Undefined where the bytes are of another encoding, or hold signs no name has. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

const cellsOf = <Column extends string>(
  { record, info }: Parsed,
  columns: readonly Column[],
): CsvRow<Column> => ({
  line: info.lines,
  cells: Object.fromEntries(columns.map((name, at) => [name, record[at] ?? ''])) as Record<
    Column,
    string
  >,
});
