// A unit as a search shows it: by name, where it stands and on which days.

import type { Day } from '#ground/day.ts';
import type { UnitId } from '#ground/id.ts';
import type { Level } from './unit.ts';

export type FoundUnit = {
  readonly unitId: UnitId;
  readonly name: string;
  readonly level: Level;
  readonly code: string | null;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  /** The nearest first: 'Huyện Đại Từ', 'Tỉnh Thái Nguyên'. */
  readonly parents: readonly string[];
};
