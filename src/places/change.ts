// Decides what a merger, a new name, a split, a move or an end does to units, hamlets and sites.

import { addDays, type Day } from '#ground/day.ts';
import type { SiteId, UnitId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { tidy } from '#ground/text.ts';
import { carry, type Burden, type PlannedChange, type Target } from './carry.ts';
import type { SitePlace } from './roll-up.ts';
import {
  parentLevels,
  stands,
  type ChangeKind,
  type Level,
  type Unit,
  type Units,
} from './unit.ts';

export type NewUnit = {
  readonly name: string;
  readonly code: string | null;
  /** Null: where the old unit stands. */
  readonly parentId: UnitId | null;
};

/** 'rest' is what remains of a unit of which only a part is merged. */
export type Destination = number | 'rest';

export type ChangeWish = {
  readonly kind: ChangeKind;
  readonly effectiveOn: Day;
  readonly legalAct: string;
  /** Only where something is created out of nothing. */
  readonly level?: Level | undefined;
  readonly from: readonly { readonly unitId: UnitId; readonly partial: boolean }[];
  readonly to: readonly NewUnit[];
  /** Where each hamlet and each site of a divided unit goes. */
  readonly destinations: ReadonlyMap<UnitId | SiteId, Destination>;
};

export type ChangeWorld = Burden & {
  /** Everything named, and all it stands in. */
  readonly units: Units;
  /** Units whose successors are on record already. */
  readonly succeeded: ReadonlySet<UnitId>;
  /** Other units of the same code, or of the same name beside them, that stand on the day. */
  readonly rivals: readonly Unit[];
};

export type ChangeRefusal =
  | 'legal-act-missing'
  | 'units-missing'
  | 'unit-unknown'
  | 'levels-differ'
  | 'not-standing'
  | 'already-changed'
  | 'later-units'
  | 'name-missing'
  | 'same-name-twice'
  | 'nothing-changes'
  | 'parent-wrong'
  | 'parent-not-standing'
  | 'code-taken'
  | 'name-taken'
  | 'hamlets-left'
  | 'destination-missing';

/** How many old and new units each kind has. */
const counts: Readonly<Record<ChangeKind, readonly [fewest: number, most: number, news: number]>> =
  {
    created: [0, 0, 1],
    renamed: [1, 1, 1],
    merged: [2, 40, 1],
    split: [1, 1, 2],
    moved: [1, 1, 1],
    dissolved: [1, 1, 0],
  };

export function decideChange(
  wish: ChangeWish,
  world: ChangeWorld,
  newId: () => UnitId,
): Outcome<PlannedChange, ChangeRefusal> {
  const old = wish.from.flatMap(({ unitId }) => world.units.get(unitId) ?? []);
  const refusal = unfit(wish, world, old);
  if (refusal) return refused(refusal);
  const level = old[0]?.level ?? wish.level ?? 'thon';
  const targets = wish.to.map((unit) => begin(unit, level, old[0], wish, newId()));
  const rests = wish.from
    .filter(({ partial }) => partial)
    .flatMap(({ unitId }) => restOf(world.units.get(unitId), wish, newId()));
  const wrong = unfitTargets(wish, world, targets);
  if (wrong) return refused(wrong);
  const into = destinationsOf(wish, targets, new Map(rests.map(({ of, rest }) => [of, rest])));
  if (isSomethingLost(wish, world, into)) return refused('destination-missing');
  const ended = old.map(({ unitId }) => unitId);
  const carried = carry(ended, world, into, { ...wish, newId });
  return done({
    kind: wish.kind,
    effectiveOn: wish.effectiveOn,
    legalAct: tidy(wish.legalAct),
    ended: [...ended, ...carried.parts.flatMap(({ from }) => from ?? [])],
    begun: [...targets, ...rests.map(({ rest }) => rest), ...carried.begun],
    parts: [...partsOf(wish, targets, rests), ...carried.parts],
    moves: carried.moves,
  });
}

function unfit(
  wish: ChangeWish,
  world: ChangeWorld,
  old: readonly Unit[],
): ChangeRefusal | undefined {
  const [fewest, most, news] = counts[wish.kind];
  if (tidy(wish.legalAct) === '') return 'legal-act-missing';
  if (old.length !== wish.from.length) return 'unit-unknown';
  if (new Set(old).size !== old.length) return 'units-missing';
  if (old.length < fewest || old.length > most || wish.to.length < news) return 'units-missing';
  if (wish.from.every(({ partial }) => partial) && wish.from.length > 1) return 'units-missing';
  if (new Set(old.map(({ level }) => level)).size > 1) return 'levels-differ';
  return unfitOld(wish, world, old);
}

function unfitOld(
  { effectiveOn, kind }: ChangeWish,
  { succeeded, below }: ChangeWorld,
  old: readonly Unit[],
): ChangeRefusal | undefined {
  const eve = addDays(effectiveOn, -1);
  const isOpen = ({ validTo }: Unit): boolean => validTo === null || validTo === eve;
  if (!old.every((unit) => stands(unit, eve) && isOpen(unit))) return 'not-standing';
  if (old.some(({ unitId }) => succeeded.has(unitId))) return 'already-changed';
  if (below.some(({ validFrom }) => validFrom > eve)) return 'later-units';
  return kind === 'dissolved' && below.length > 0 ? 'hamlets-left' : undefined;
}

const begin = (
  { name, code, parentId }: NewUnit,
  level: Level,
  old: Unit | undefined,
  { effectiveOn, legalAct }: ChangeWish,
  unitId: UnitId,
): Unit => ({
  unitId,
  level,
  name: tidy(name),
  code: code === null || tidy(code) === '' ? null : tidy(code),
  parentId: level === 'tinh' ? null : (parentId ?? old?.parentId ?? null),
  validFrom: effectiveOn,
  validTo: null,
  legalAct: tidy(legalAct),
  demo: old?.demo ?? false,
});

type Rest = { readonly of: UnitId; readonly rest: Unit };

/** What is left of a unit keeps its name, code and place, on a smaller area. */
const restOf = (
  old: Unit | undefined,
  { effectiveOn, legalAct }: ChangeWish,
  unitId: UnitId,
): readonly Rest[] =>
  old
    ? [
        {
          of: old.unitId,
          rest: { ...old, unitId, validFrom: effectiveOn, validTo: null, legalAct: tidy(legalAct) },
        },
      ]
    : [];

function unfitTargets(
  wish: ChangeWish,
  world: ChangeWorld,
  targets: readonly Unit[],
): ChangeRefusal | undefined {
  if (targets.some(({ name }) => name === '')) return 'name-missing';
  if (isAsBefore(wish, world, targets[0])) return 'nothing-changes';
  if (new Set(targets.map(({ name }) => name)).size < targets.length) return 'same-name-twice';
  for (const target of targets) {
    const wrong = unfitParent(target, world.units, wish.effectiveOn);
    if (wrong) return wrong;
  }
  const whole = wish.from.filter(({ partial }) => !partial).map(({ unitId }) => unitId);
  return taken(targets, world.rivals, new Set(whole));
}

/** A new name, or another parent, that is the old one. */
function isAsBefore(
  { kind, from }: ChangeWish,
  { units }: ChangeWorld,
  target: Unit | undefined,
): boolean {
  const old = from[0] && units.get(from[0].unitId);
  if (kind === 'renamed') return target?.name === old?.name && target?.code === old?.code;
  return kind === 'moved' && target?.parentId === old?.parentId;
}

function unfitParent(
  { level, parentId }: Unit,
  units: Units,
  effectiveOn: Day,
): 'parent-wrong' | 'parent-not-standing' | undefined {
  const parent = parentId === null ? undefined : units.get(parentId);
  const wanted = parentLevels[level];
  if (wanted.length > 0 && !(parent && wanted.includes(parent.level))) return 'parent-wrong';
  return parent && !stands(parent, effectiveOn) ? 'parent-not-standing' : undefined;
}

function taken(
  targets: readonly Unit[],
  rivals: readonly Unit[],
  ended: ReadonlySet<UnitId>,
): ChangeRefusal | undefined {
  const others = [...rivals.filter(({ unitId }) => !ended.has(unitId)), ...targets];
  const isTaken = (same: (one: Unit, other: Unit) => boolean): boolean =>
    targets.some((one) => others.some((other) => other !== one && same(one, other)));
  if (isTaken((a, b) => a.code !== null && a.code === b.code && a.level === b.level))
    return 'code-taken';
  const hasSameName = (a: Unit, b: Unit): boolean => a.name === b.name && a.parentId === b.parentId;
  return isTaken(hasSameName) ? 'name-taken' : undefined;
}

/** A whole unit with one follower needs no choice; of a divided one everything has its own. */
function destinationsOf(
  { kind, from, destinations }: ChangeWish,
  targets: readonly Unit[],
  rests: ReadonlyMap<UnitId, Unit>,
): Target {
  const divided = new Set(
    from.filter(({ partial }) => partial || kind === 'split').map(({ unitId }) => unitId),
  );
  return (of, within) => {
    if (!divided.has(within)) return targets[0];
    const chosen = destinations.get('siteId' in of ? of.siteId : of.unitId);
    if (chosen === undefined) return undefined;
    return chosen === 'rest' ? rests.get(within) : targets[chosen];
  };
}

/** Nothing is guessed: what stands directly in a divided unit must be told where it goes. */
function isSomethingLost(
  { kind, from }: ChangeWish,
  { below, places }: ChangeWorld,
  into: Target,
): boolean {
  if (kind === 'dissolved') return false;
  return from.some(({ unitId }) =>
    [
      ...below.filter(({ parentId }) => parentId === unitId),
      ...places.filter((place) => place.unitId === unitId),
    ].some((of: Unit | SitePlace) => into(of, unitId) === undefined),
  );
}

function partsOf(
  { kind, from }: ChangeWish,
  targets: readonly Unit[],
  rests: readonly Rest[],
): PlannedChange['parts'] {
  if (from.length === 0)
    return targets.map(({ unitId }) => ({ from: null, to: unitId, partial: false }));
  if (targets.length === 0)
    return from.map(({ unitId }) => ({ from: unitId, to: null, partial: false }));
  return [
    ...from.flatMap(({ unitId, partial }) =>
      targets.map((to) => ({ from: unitId, to: to.unitId, partial: partial || kind === 'split' })),
    ),
    ...rests.map(({ of, rest }) => ({ from: of, to: rest.unitId, partial: true })),
  ];
}
