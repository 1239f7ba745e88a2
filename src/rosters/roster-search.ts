// Finding a household or a member: by name as people type it, a household by its number too. On both sides.

import { nameSearch } from '#ground/name-search.ts';
import { byNumber, type HouseholdFacts, type MemberFacts } from './roster.ts';

/** By number where a digit is typed, else by the representative's name; all by number for ''. */
export function householdSearch<T extends Pick<HouseholdFacts, 'number' | 'representative'>>(
  rows: readonly T[],
): (query: string) => readonly T[] {
  const byName = nameSearch(rows, ({ representative }) => representative);
  const inOrder = rows.toSorted(byNumber);
  return (query) => {
    const wanted = query.trim().toLowerCase();
    return wanted === '' || /\d/.test(wanted)
      ? inOrder.filter(({ number }) => number.toLowerCase().startsWith(wanted))
      : byName(query);
  };
}

/** By name; everybody by given name for ''. */
export const memberSearch = <T extends Pick<MemberFacts, 'name'>>(
  rows: readonly T[],
): ((query: string) => readonly T[]) => nameSearch(rows, ({ name }) => name);
