// What a change changed, line by line: before and after as people read them.

import { parseDay } from '#ground/day.ts';
import { showDay, showNumber } from '#ground/show.ts';
import type { Language } from '#ground/words.ts';
import { fieldWords } from './fields.words.ts';

export type Difference = {
  /** What it is called: 'Ngày', 'Kinh phí › 2'. */
  readonly label: string;
  /** Undefined where there was nothing before. */
  readonly before: string | undefined;
  readonly after: string | undefined;
};

/** Lines of one entry, and letters of one line, that a page can bear. */
export const limits = { lines: 80, letters: 600 } as const;

/** Only what differs; where there is only one side, all of it. */
export function differencesOf(
  before: unknown,
  after: unknown,
  language: Language,
): readonly Difference[] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  const paths = [...new Set([...old.keys(), ...now.keys()])];
  // What says where a thing stood on the paper it was read from tells people nothing.
  return paths
    .filter((path) => old.get(path) !== now.get(path) && !/(?:^|\.)lines(?:\.|$)/.test(path))
    .slice(0, limits.lines)
    .map((path) => ({
      label: labelOf(path, language),
      before: shown(old.get(path), language),
      after: shown(now.get(path), language),
    }));
}

type Leaf = string | number | boolean;

/** Every value at the end of a path: 'steps.2.due'. Nothing is not a value. */
function leavesOf(value: unknown, path = ''): ReadonlyMap<string, Leaf> {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value === '' ? new Map() : new Map([[path, value]]);
  }
  if (value === null || typeof value !== 'object') return new Map();
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [
      ...leavesOf(inner, path === '' ? key : `${path}.${key}`),
    ]),
  );
}

/** A key without a word is an id or a name of ours; it says more than nothing. */
function labelOf(path: string, language: Language): string {
  const known: Readonly<Record<string, string>> = fieldWords[language].field;
  return path
    .split('.')
    .map((key) => known[key] ?? (/^\d+$/.test(key) ? String(Number(key) + 1) : key))
    .join(' › ');
}

function shown(leaf: Leaf | undefined, language: Language): string | undefined {
  if (leaf === undefined) return undefined;
  const own = fieldWords[language];
  if (typeof leaf === 'boolean') return leaf ? own.yes : own.no;
  if (typeof leaf === 'number')
    return Number.isInteger(leaf) && leaf > 1900 && leaf < 2200
      ? String(leaf)
      : showNumber(leaf, language);
  const day = parseDay(leaf);
  const known: Readonly<Record<string, string>> = own.value;
  if (day) return showDay(day);
  return known[leaf] ?? (leaf.length > limits.letters ? `${leaf.slice(0, limits.letters)}…` : leaf);
}
