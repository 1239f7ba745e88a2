// How helpers are reached in person: the telephone of the health station, as everybody is told it.

import type { Day } from '#ground/day.ts';

export type HelpContact = {
  readonly phone: string;
  /** By which paper or notice. */
  readonly source: string;
  /** When somebody last called it to try. */
  readonly checkedOn: Day | null;
};
