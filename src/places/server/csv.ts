// The only file that knows the CSV library: bytes to rows with their line numbers.

import { CsvError, parse } from 'csv-parse/sync';
import { isOneSlip } from '#ground/slip.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';

export type CsvRefusal =
  | { readonly problem: 'too-large' | 'not-utf8' | 'empty' | 'header-wrong' }
  | { readonly problem: 'row-broken'; readonly line: number }
  | { readonly problem: 'separator'; readonly found: Separator }
  /** A line such as 'sep=;', which Excel writes for itself. */
  | { readonly problem: 'separator-line'; readonly found: string }
  | { readonly problem: 'column-misspelt'; readonly needed: string; readonly found: string };

type Separator = ';' | '\t';

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
  const separated = separatorRefusal(text, columns.length);
  if (separated) return refused(separated);
  const records = recordsIn(text);
  if (!records.ok) return records;
  const [header, ...rows] = records.value;
  const wrong = headerRefusal(header?.record ?? [], columns);
  if (wrong) return refused(wrong);
  const odd = rows.find(({ record }) => record.length !== columns.length);
  if (odd) return refused({ problem: 'row-broken', line: odd.info.lines });
  return rows.length === 0
    ? refused({ problem: 'empty' })
    : done(rows.map((row) => cellsOf(row, columns)));
}

/** Looked at before the parser, which breaks on a line that is not separated by commas. */
function separatorRefusal(text: string, columns: number): CsvRefusal | undefined {
  const first = /^[^\r\n]*/.exec(text.trimStart())?.[0].trim() ?? '';
  if (/^"?sep=/i.test(first)) {
    return { problem: 'separator-line', found: first.replaceAll('"', '').slice(0, 10) };
  }
  const found = ([';', '\t'] as const).find((sign) => first.split(sign).length >= columns);
  return found && { problem: 'separator', found };
}

function headerRefusal(
  record: readonly string[],
  columns: readonly string[],
): CsvRefusal | undefined {
  const names = record.map((name) => name.trim().toLowerCase());
  const wrong = columns.flatMap((name, at) => (names[at] === name ? [] : [at]));
  if (names.length === columns.length && wrong.length === 0) return undefined;
  const [at = 0, ...others] = wrong;
  const [needed = '', found = ''] = [columns[at], names[at]];
  return others.length === 0 && names.length === columns.length && isOneSlip(needed, found)
    ? { problem: 'column-misspelt', needed, found: record[at]?.trim() ?? '' }
    : { problem: 'header-wrong' };
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
