// When every commune of a province went into communes of another, so did the province.

import type { UnitId } from '#ground/id.ts';
import type { Merger } from './mergers.ts';
import type { Tie } from './ties.ts';
import { unitAbove, type Unit, type Units } from './unit.ts';

/** Only whole provinces: one commune unaccounted for, and nothing is said of its province. */
export function provinceTies(
  mergers: readonly Merger[],
  before: readonly Unit[],
  province: UnitId,
  units: Units,
): readonly Tie[] {
  const gone = new Set(mergers.flatMap(({ from }) => from.map(({ unitId }) => unitId)));
  const communes = Map.groupBy(before, ({ unitId }) => unitAbove(units, unitId, 'tinh')?.unitId);
  const whole = [...communes].flatMap(([of, all]) =>
    of !== undefined && of !== province && all.every(({ unitId }) => gone.has(unitId)) ? [of] : [],
  );
  const from = whole.map((unitId) => ({ unitId, partial: false }));
  return from.length === 0 ? [] : [{ to: province, from }];
}
