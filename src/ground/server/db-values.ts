// How PostgreSQL's values arrive: days and instants as text, whole and decimal figures as numbers.

import pg from 'pg';

type Parse = (text: string) => unknown;

const day: Parse = (text) => text;

const instant: Parse = (text) =>
  new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z')).toISOString();

const decimal: Parse = (text) => Number(text);

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a bigint too large for a number');
  return value;
}

/** Flat arrays only; none of these types has a comma or an escaped character in its text. */
const arrayOf =
  (parse: Parse): Parse =>
  (text) =>
    (text.match(/[^{},"]+/g) ?? []).map((item) => (item === 'NULL' ? null : parse(item)));

/** By PostgreSQL's type numbers (pg_type.oid); each plain type is followed by its array. */
const parsers: ReadonlyMap<number, Parse> = new Map([
  [20, wholeNumber],
  [1016, arrayOf(wholeNumber)],
  [1082, day],
  [1182, arrayOf(day)],
  [1184, instant],
  [1185, arrayOf(instant)],
  [1700, decimal],
  [1231, arrayOf(decimal)],
]);

/** For libraries that compare Date objects, such as sign-in. */
export const standardTypes: pg.CustomTypesConfig = { getTypeParser: pg.types.getTypeParser };

/** Given to each pool, so that libraries with pools of their own keep what they expect. */
export const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (format === 'binary' ? undefined : parsers.get(oid)) ?? standard(oid, format),
};

const standard = (oid: number, format?: 'text' | 'binary'): Parse =>
  pg.types.getTypeParser(oid, format) as Parse;
