// The province and the communes a first administrator types, where no list of units was imported.

import type { Day } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { tidy } from '#ground/text.ts';

export type FirstPlaces = {
  readonly province: string;
  readonly communes: readonly string[];
  /** The first day on which they stand so. */
  readonly from: Day;
  readonly legalAct: string;
};
export type FirstPlacesTyped = {
  readonly province: string;
  /** One a line. */
  readonly communes: string;
  readonly from: Day | undefined;
  readonly legalAct: string;
};
export type FirstPlacesRefusal =
  | 'province-missing'
  | 'communes-missing'
  | 'communes-too-many'
  | 'name-long'
  | 'day-missing'
  | 'legal-act-missing';

/** More come from a file. */
export const mostCommunes = 50;
const longestName = 120;

export function decideFirstPlaces(
  typed: FirstPlacesTyped,
): Outcome<FirstPlaces, FirstPlacesRefusal> {
  const province = tidy(typed.province);
  const lines = typed.communes.split(/\r?\n/).map(tidy).filter(Boolean);
  const communes = [...new Set(lines)];
  const legalAct = tidy(typed.legalAct);
  if (province === '') return refused('province-missing');
  if (communes.length === 0) return refused('communes-missing');
  if (communes.length > mostCommunes) return refused('communes-too-many');
  if ([province, ...communes].some((name) => name.length > longestName))
    return refused('name-long');
  if (typed.from === undefined) return refused('day-missing');
  if (legalAct === '') return refused('legal-act-missing');
  return done({ province, communes, from: typed.from, legalAct });
}
