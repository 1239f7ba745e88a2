// Totals agree to the last unit by any day's boundaries, over random histories whose truth is known.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, type Day } from '#ground/day.ts';
import { lineageOf } from './lineage.ts';
import { rollUp, totalOf, type DatedRecord, type Line, type World } from './roll-up.ts';
import {
  aUnit,
  happeningKinds,
  live,
  siteId,
  unitId,
  type HappeningKind,
  type History,
  type Plot,
} from './testing.ts';
import { unitsById } from './unit.ts';

const histories = (kinds: readonly HappeningKind[] = happeningKinds): fc.Arbitrary<History> =>
  fc
    .record({
      // Which first unit each plot lies in.
      land: fc.array(fc.nat(4), { minLength: 3, maxLength: 10 }),
      happenings: fc.array(
        fc.record({ kind: fc.constantFrom(...kinds), a: fc.nat(20), b: fc.nat(20) }),
        { maxLength: 8 },
      ),
    })
    .map(({ land, happenings }) => live(land, happenings));

const worldOf = ({ units, parts, places }: History): World => ({
  lineage: lineageOf(unitsById(units), parts),
  places,
});

type Known = DatedRecord & { readonly plots: readonly Plot[] };

/** Records of sites and of whole units; a unit's record speaks of all land it had on its day. */
const recordsOf = (history: History): fc.Arbitrary<readonly Known[]> =>
  fc
    .array(
      fc.record({
        plot: fc.constantFrom(...history.plots),
        day: fc.constantFrom(...history.days),
        value: fc.nat(1000),
        ofSite: fc.boolean(),
      }),
      { maxLength: 20 },
    )
    .map((all) =>
      all.flatMap(({ plot, day: on, value, ofSite }): readonly Known[] => {
        const unit = history.unitOf(plot, on);
        if (ofSite)
          return [{ at: { siteId: siteId(`site ${plot}`) }, day: on, value, plots: [plot] }];
        if (unit === undefined) return [];
        const plots = history.plots.filter((one) => history.unitOf(one, on) === unit);
        return [{ at: { unitId: unit }, day: on, value, plots }];
      }),
    );

const cases = (kinds?: readonly HappeningKind[]) =>
  histories(kinds).chain((history) =>
    fc.record({
      history: fc.constant(history),
      records: recordsOf(history),
      on: fc.constantFrom(...history.days),
    }),
  );

const lineOf = (record: Known, history: History, by: 'then' | Day): Line | undefined =>
  rollUp([record], worldOf(history), by)[0];

describe('by any boundaries', () => {
  it('the total is the same, then, now and on any other day', () => {
    fc.assert(
      fc.property(cases(), ({ history, records, on }) => {
        const sum = records.reduce((all, { value }) => all + value, 0);
        const world = worldOf(history);
        expect(totalOf(rollUp(records, world, 'then'))).toBe(sum);
        expect(totalOf(rollUp(records, world, on))).toBe(sum);
      }),
    );
  });

  it('every record stands in one line, and the lines are those of the records one by one', () => {
    fc.assert(
      fc.property(cases(), ({ history, records, on }) => {
        const each = records.flatMap((record) => rollUp([record], worldOf(history), on));
        expect(each).toHaveLength(records.length);
        const whole = rollUp(records, worldOf(history), on);
        for (const { unitId: id, settled, value } of whole) {
          const own = each.filter((line) => line.unitId === id && line.settled === settled);
          expect(totalOf(own)).toBe(value);
        }
      }),
    );
  });

  it('a settled line is the truth: all the land the record speaks of lies in that unit that day', () => {
    fc.assert(
      fc.property(cases(), ({ history, records, on }) => {
        for (const record of records) {
          const line = lineOf(record, history, on);
          if (!line?.settled) continue;
          const units = new Set(record.plots.map((plot) => history.unitOf(plot, on)));
          expect([...units]).toEqual([line.unitId]);
        }
      }),
    );
  });

  it('by the boundaries of its own day a record is always settled while its unit stands', () => {
    fc.assert(
      fc.property(cases(), ({ history, records }) => {
        for (const record of records) {
          const [plot] = record.plots;
          const unit = plot === undefined ? undefined : history.unitOf(plot, record.day);
          const line = lineOf(record, history, 'then');
          expect(line?.settled).toBe(unit !== undefined);
          expect(line?.unitId).toBe(unit ?? line?.unitId);
        }
      }),
    );
  });

  it('what a site recorded is settled on every day its land belongs to a unit', () => {
    fc.assert(
      fc.property(cases(), ({ history, records, on }) => {
        for (const record of records.filter(({ at }) => 'siteId' in at)) {
          const [plot = 0] = record.plots;
          const unit = history.unitOf(plot, on);
          const line = lineOf(record, history, on);
          expect(line?.settled).toBe(unit !== undefined);
          expect(line?.unitId).toBe(unit ?? line?.unitId);
        }
      }),
    );
  });

  it('after mergers and new names alone, whatever was known on an earlier day is settled', () => {
    fc.assert(
      fc.property(cases(['merge', 'rename']), ({ history, records, on }) => {
        for (const record of records.filter((one) => one.day <= on)) {
          expect(lineOf(record, history, on)?.settled).toBe(true);
        }
      }),
    );
  });
});

describe('a record of a unit that was divided', () => {
  const [then, later, last] = [day('2024-06-01'), day('2025-08-01'), day('2027-01-01')];
  const units = [
    aUnit('old', { validTo: day('2025-06-30') }),
    aUnit('east', { validFrom: day('2025-07-01'), validTo: day('2026-06-30') }),
    aUnit('west', { validFrom: day('2025-07-01'), validTo: day('2026-06-30') }),
    aUnit('again', { validFrom: day('2026-07-01') }),
  ];
  const part = (from: string, to: string, partial: boolean) => ({
    from: unitId(from),
    to: unitId(to),
    partial,
  });
  const parts = [
    part('old', 'east', true),
    part('old', 'west', true),
    part('east', 'again', false),
    part('west', 'again', false),
  ];
  const world = { lineage: lineageOf(unitsById(units), parts), places: [] };
  const record = { at: { unitId: unitId('old') }, day: then, value: 7 };

  it('stays a line of its own while its parts are apart', () =>
    expect(rollUp([record], world, later)).toEqual([{ unitId: 'old', settled: false, value: 7 }]));
  it('is settled again once its parts have come together', () =>
    expect(rollUp([record], world, last)).toEqual([{ unitId: 'again', settled: true, value: 7 }]));
  it('is not settled where one part is known and the rest is not', () => {
    const half = { ...world, lineage: lineageOf(unitsById(units), [part('old', 'east', true)]) };
    expect(rollUp([record], half, later)).toEqual([{ unitId: 'old', settled: false, value: 7 }]);
  });
  it('and one of a site tied to no unit stands without a unit', () => {
    const loose = { at: { siteId: siteId('loose') }, day: then, value: 3 };
    expect(rollUp([loose], world, 'then')).toEqual([{ unitId: null, settled: true, value: 3 }]);
  });
});
