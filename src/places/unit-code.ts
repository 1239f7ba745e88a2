// Official codes are digits of a fixed number; a spreadsheet takes them for numbers and drops zeros.

import { parentLevels, type Level } from './unit.ts';

/** What a line of a file says of a unit's code and of the one above. */
type Coded = {
  readonly line: number;
  readonly code: string;
  readonly kind: string;
  readonly parentCode: string;
};

export type WholeCodes<Row> = {
  readonly rows: readonly Row[];
  /** How many codes got their zeros back. */
  readonly restored: number;
  /** Lines whose unit above could be one of several, with the codes it could have. */
  readonly unclear: readonly { readonly line: number; readonly codes: readonly string[] }[];
};

const lengths: readonly (readonly [Level, number])[] = [
  ['tinh', 2],
  ['huyen', 3],
  ['xa', 5],
];
const lengthOf: ReadonlyMap<string, number> = new Map(lengths);

/** '5791' of a commune is '05791': the length of a level's codes leaves no other reading. */
export const wholeCode = (code: string, kind: string): string =>
  /^[0-9]+$/.test(code) ? code.padStart(lengthOf.get(kind) ?? 0, '0') : code;

/**
 * A code above may be of more than one level: '1' is district 001 or province 01. It is restored
 * where the file holds only one of them. Where no code of the file lost a zero, none is touched.
 */
export function withWholeCodes<Row extends Coded>(given: readonly Row[]): WholeCodes<Row> {
  const own = given.map((row) => ({ ...row, code: wholeCode(row.code.trim(), row.kind.trim()) }));
  const known = new Set(own.map(({ kind, code }) => `${kind.trim()} ${code}`));
  const lost = own.some((row, at) => row.code !== given[at]?.code.trim() || isShort(row, known));
  if (!lost) return { rows: given, restored: 0, unclear: [] };
  const read = own.map((row) => ({ row, codes: codesAbove(row, known) }));
  const rows = read.map(({ row, codes: [only, ...others] }) =>
    only === undefined || others.length > 0 ? row : { ...row, parentCode: only },
  );
  return {
    rows,
    restored: rows.reduce((sum, row, at) => sum + changes(row, given[at]), 0),
    unclear: read.flatMap(({ row: { line }, codes }) =>
      codes.length > 1 ? [{ line, codes }] : [],
    ),
  };
}

function codesAbove({ kind, parentCode }: Coded, known: ReadonlySet<string>): readonly string[] {
  return levelsAbove(kind)
    .map((level) => ({ level, code: wholeCode(parentCode.trim(), level) }))
    .filter(({ level, code }) => known.has(`${level} ${code}`))
    .map(({ code }) => code);
}

const levelsAbove = (kind: string): readonly Level[] =>
  parentLevels[lengths.find(([level]) => level === kind.trim())?.[0] ?? 'tinh'];

/** Whether the code above is found only with zeros before it. */
function isShort(row: Coded, known: ReadonlySet<string>): boolean {
  const written = row.parentCode.trim();
  const codes = codesAbove(row, known);
  return codes.length > 0 && !codes.includes(written);
}

const changes = (row: Coded, given: Coded | undefined): number =>
  Number(row.code !== given?.code.trim()) +
  Number(row.parentCode.trim() !== given?.parentCode.trim());
