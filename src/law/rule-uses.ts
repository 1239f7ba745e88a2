// Where in the product a rule decides something; a rule named nowhere here decides nothing yet.

import type { lawWords } from './law.words.ts';
import type { RuleKey } from './rule-key.ts';

export type RulePlace = keyof (typeof lawWords)['vi']['place'];

/** By the beginning of the key; the first that fits speaks. */
const uses = [
  ['figures.floor', 'suppression'],
  ['step.', 'steps'],
  ['paper.number.first', 'numbers'],
  ['paper.number.year', 'numbers'],
  ['paper.number.digits', 'paper'],
  ['paper.date.', 'paper'],
  ['paper.page.', 'paper'],
  ['paper.size.', 'paper'],
  ['paper.spacing.', 'paper'],
  ['territory.levels', 'districts'],
  ['territory.police_levels', 'bodies'],
  ['retention.', 'keeping'],
  ['privacy.breach.', 'breaches'],
  ['privacy.acknowledge', 'requests'],
  ['privacy.view', 'requests'],
  ['privacy.correct', 'requests'],
  ['privacy.export', 'requests'],
  ['privacy.erase', 'requests'],
  ['privacy.restrict', 'requests'],
] as const satisfies readonly (readonly [string, RulePlace])[];

export const placeOfRule = (key: RuleKey): RulePlace | undefined =>
  uses.find(([start]) => key.startsWith(start))?.[1];
