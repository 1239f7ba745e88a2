// Units for tests: single ones, and histories told in plots of land, which nothing divides.

import { addDays, day, type Day } from '#ground/day.ts';
import type { SiteId, UnitId } from '#ground/id.ts';
import type { SitePlace } from './roll-up.ts';
import type { Unit, UnitPart } from './unit.ts';

export const unitId = (name: string): UnitId => name as UnitId;
export const siteId = (name: string): SiteId => name as SiteId;

/** A commune that stands since 2020, unless said otherwise. */
export const aUnit = (name: string, more: Partial<Unit> = {}): Unit => ({
  unitId: unitId(name),
  level: 'xa',
  code: null,
  name,
  parentId: null,
  validFrom: start,
  validTo: null,
  legalAct: null,
  demo: false,
  ...more,
});

const start = day('2020-01-01');

export type Plot = number;

export type History = {
  readonly units: readonly Unit[];
  readonly parts: readonly UnitPart[];
  /** Each plot has one site, whose place followed every change. */
  readonly places: readonly SitePlace[];
  readonly plots: readonly Plot[];
  readonly days: readonly Day[];
  /** The truth: in which unit a plot lay on a day; undefined once its unit was dissolved. */
  readonly unitOf: (plot: Plot, on: Day) => UnitId | undefined;
};

export const happeningKinds = ['merge', 'rename', 'split', 'partial', 'dissolve'] as const;
export type HappeningKind = (typeof happeningKinds)[number];
/** `a` and `b` choose the units, and where one is cut. */
export type Happening = { readonly kind: HappeningKind; readonly a: number; readonly b: number };

type Land = readonly (UnitId | undefined)[];

/** Lets things happen to a land, a hundred days apart; what cannot happen does not. */
export function live(first: readonly number[], happenings: readonly Happening[]): History {
  const units = new Map<UnitId, Unit>();
  const parts: UnitPart[] = [];
  const places: SitePlace[] = [];
  const begin = (from: Day): UnitId => {
    const id = unitId(`unit ${units.size}`);
    units.set(id, aUnit(id, { validFrom: from }));
    return id;
  };
  const ids = new Map([...new Set(first)].map((at) => [at, begin(start)]));
  const eras = [{ from: start, land: first.map((at) => ids.get(at)) as Land }];
  move(places, [], eras[0]?.land ?? [], start);
  for (const [at, one] of happenings.entries()) {
    const on = addDays(start, (at + 1) * 100);
    const before = eras.at(-1)?.land ?? [];
    const after = happen(one, before, () => begin(on), parts);
    endGone(units, before, after, addDays(on, -1));
    move(places, before, after, on);
    eras.push({ from: on, land: after });
  }
  return {
    units: [...units.values()],
    parts,
    places,
    plots: first.map((_, plot) => plot),
    days: Array.from({ length: happenings.length * 2 + 2 }, (_, at) => addDays(start, at * 50)),
    unitOf: (plot, on) => eras.findLast(({ from }) => from <= on)?.land[plot],
  };
}

/** The land after it; what became of what is added to the parts. */
function happen(
  { kind, a, b }: Happening,
  land: Land,
  begin: () => UnitId,
  parts: UnitPart[],
): Land {
  const living = [...new Set(land)].filter((unit) => unit !== undefined);
  const one = living[a % Math.max(1, living.length)];
  const others = living.filter((unit) => unit !== one);
  const other = others[b % Math.max(1, others.length)];
  if (one === undefined) return land;
  const goes = (from: UnitId, to: UnitId | undefined, partial = false): void =>
    void parts.push({ from, to: to ?? null, partial });
  const whole = (from: readonly UnitId[], to: UnitId | undefined): Land => {
    for (const unit of from) goes(unit, to);
    return land.map((of) => (of !== undefined && from.includes(of) ? to : of));
  };
  if (kind === 'rename') return whole([one], begin());
  if (kind === 'dissolve') return whole([one], undefined);
  const isCut = cutOf(land, one, b);
  if (kind === 'split') return isCut ? divide(begin(), begin()) : land;
  if (other === undefined) return land;
  if (kind === 'merge' || !isCut) return whole([one, other], begin());
  const to = begin();
  whole([other], to);
  return divide(to, begin()).map((of) => (of === other ? to : of));

  function divide(cut: UnitId, rest: UnitId): Land {
    if (one === undefined) return land;
    goes(one, cut, true);
    goes(one, rest, true);
    const side = (plot: Plot): UnitId => (isCut?.(plot) ? cut : rest);
    return land.map((of, plot) => (of === one ? side(plot) : of));
  }
}

/** Cuts a unit of several plots in two; undefined where it has only one. */
function cutOf(land: Land, unit: UnitId, at: number): ((plot: Plot) => boolean) | undefined {
  const own = land.flatMap((of, plot) => (of === unit ? [plot] : []));
  if (own.length < 2) return undefined;
  const cut = new Set(own.slice(0, 1 + (at % (own.length - 1))));
  return (plot) => cut.has(plot);
}

function endGone(units: Map<UnitId, Unit>, before: Land, after: Land, lastDay: Day): void {
  for (const gone of new Set(before.filter((unit) => !after.includes(unit)))) {
    const unit = gone && units.get(gone);
    if (unit) units.set(unit.unitId, { ...unit, validTo: lastDay });
  }
}

/** A site's place ends where its plot goes to another unit; of one dissolved it stays open. */
function move(places: SitePlace[], before: Land, after: Land, on: Day): void {
  for (const [plot, to] of after.entries()) {
    if (to === undefined || to === before[plot]) continue;
    const site = siteId(`site ${plot}`);
    const at = places.findLastIndex((place) => place.siteId === site);
    const last = places[at];
    if (last) places[at] = { ...last, validTo: addDays(on, -1) };
    places.push({ siteId: site, unitId: to, validFrom: on, validTo: null });
  }
}
