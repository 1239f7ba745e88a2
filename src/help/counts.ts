// How much help was given, as it may be told to anybody: by half-year and commune, and never a small number.

import type { Day } from '#ground/day.ts';
import type { Shown } from '#sites/suppress.ts';

export type HelpGiven = { readonly halfYear: Day; readonly shown: Shown };

/** The database itself tells no number below the floor; there is no sum of which it would be a part. */
export const shownGiven = (given: number | null, floor: number): Shown =>
  given === null || given < floor
    ? { kind: 'below', below: floor }
    : { kind: 'value', value: given };
