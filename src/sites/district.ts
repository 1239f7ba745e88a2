// The district level, and the day it ended: a site made afterwards stands directly under its province.

import { getLevels, type Rules } from '#law/rule.ts';

/** Whether units of the district level exist; a name is kept where no rule says. */
export function hasDistricts(rules: Rules): boolean {
  const levels = getLevels(rules, 'territory.levels');
  return !levels.ok || levels.value.includes('huyen');
}

/** The district a site has on the day of the rules; the paper keeps the name it was written with. */
export const districtOn = (rules: Rules, name: string | null): string | null =>
  hasDistricts(rules) ? name : null;
