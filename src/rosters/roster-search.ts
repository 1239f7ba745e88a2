// Finding a household or a member: by name as people type it, a household by its number too. On both sides.

import { searchNames } from '#people/name-search.ts';
import { byNumber, type HouseholdFacts, type MemberFacts } from './roster.ts';

/** By number where a digit is typed, else by the representative's name; all by number for ''. */
export function findHouseholds<T extends Pick<HouseholdFacts, 'number' | 'representative'>>(
  query: string,
  rows: readonly T[],
): readonly T[] {
  const wanted = query.trim().toLowerCase();
  const named = (): readonly T[] =>
    searchNames(query, rows, ({ representative }) => representative);
  if (wanted !== '' && !/\d/.test(wanted)) return named();
  return rows.filter(({ number }) => number.toLowerCase().startsWith(wanted)).toSorted(byNumber);
}

/** By name; everybody by given name for ''. */
export const findMembers = <T extends Pick<MemberFacts, 'name'>>(
  query: string,
  rows: readonly T[],
): readonly T[] => searchNames(query, rows, ({ name }) => name);
