// A change is decided whole: what ends, what begins, what goes along, and why it may be refused.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#ground/day.ts';
import type { UnitId } from '#ground/id.ts';
import { decideChange, type ChangeWish, type ChangeWorld } from './change.ts';
import { foresee } from './foresee.ts';
import { lineageOf } from './lineage.ts';
import { rollUp, totalOf } from './roll-up.ts';
import { aUnit, siteId, unitId } from './testing.ts';
import { stands, unitsById, type Unit } from './unit.ts';

const effectiveOn = day('2026-09-01');
const eve = addDays(effectiveOn, -1);

const province = aUnit('Tỉnh', { level: 'tinh' });
const inProvince = { parentId: province.unitId };
const [phu, ban] = [
  aUnit('Xã Phú', { ...inProvince, code: '1' }),
  aUnit('Xã Bản', { ...inProvince, code: '2' }),
];
const hamlet = (name: string, of: Unit): Unit =>
  aUnit(name, { level: 'thon', parentId: of.unitId });
const hamlets = [hamlet('xóm Một', phu), hamlet('xóm Hai', phu), hamlet('xóm Ba', ban)];
const place = (site: string, unit: Unit) => ({
  siteId: siteId(site),
  unitId: unit.unitId,
  validFrom: day('2026-05-06'),
  validTo: null,
});

const worldOf = (named: readonly Unit[], more: Partial<ChangeWorld> = {}): ChangeWorld => {
  const isNamed = (id: UnitId | null): boolean => named.some((unit) => unit.unitId === id);
  const below = hamlets.filter(({ parentId }) => isNamed(parentId));
  const all = [place('a', hamlets[0] ?? phu), place('b', phu), place('c', hamlets[2] ?? ban)];
  return {
    units: unitsById([province, ...named, ...below]),
    below,
    places: all.filter(
      (one) => isNamed(one.unitId) || below.some(({ unitId: id }) => id === one.unitId),
    ),
    succeeded: new Set(),
    rivals: [phu, ban],
    ...more,
  };
};

const wishOf = (
  kind: ChangeWish['kind'],
  from: readonly Unit[],
  more: Partial<ChangeWish> = {},
): ChangeWish => ({
  kind,
  effectiveOn,
  legalAct: 'Nghị quyết ví dụ',
  from: from.map(({ unitId: id }) => ({ unitId: id, partial: false })),
  to: [{ name: 'Xã Mới', code: '3', parentId: null }],
  destinations: new Map(),
  ...more,
});

const newIds = () => {
  let at = 0;
  return (): UnitId => unitId(`new ${(at += 1)}`);
};
const decide = (wish: ChangeWish, world: ChangeWorld) => decideChange(wish, world, newIds());

describe('a merger', () => {
  it('ends all, begins one, and takes every hamlet and site along', () => {
    const decided = decide(wishOf('merged', [phu, ban]), worldOf([phu, ban]));
    if (!decided.ok) throw new Error(decided.refusal);
    const { ended, begun, parts, moves } = decided.value;
    expect(ended).toHaveLength(5);
    expect(begun.map(({ name }) => name)).toEqual(['Xã Mới', 'xóm Một', 'xóm Hai', 'xóm Ba']);
    expect(parts.every(({ partial }) => !partial)).toBe(true);
    expect(moves.map(({ siteId: id, to }) => [id, to])).toEqual([
      ['b', 'new 1'],
      ['a', 'new 2'],
      ['c', 'new 4'],
    ]);
  });

  it('of a part leaves the rest as a unit of the old name and code', () => {
    const partly = {
      ...wishOf('merged', [phu, ban]),
      from: [
        { unitId: phu.unitId, partial: true },
        { unitId: ban.unitId, partial: false },
      ],
      destinations: new Map<UnitId | ReturnType<typeof siteId>, number | 'rest'>([
        [unitId('xóm Một'), 0],
        [unitId('xóm Hai'), 'rest'],
        [siteId('b'), 'rest'],
      ]),
    };
    const decided = decide(partly, worldOf([phu, ban]));
    if (!decided.ok) throw new Error(decided.refusal);
    const rest = decided.value.begun.find(({ name }) => name === 'Xã Phú');
    expect(rest).toMatchObject({ code: '1', validFrom: effectiveOn });
    expect(decided.value.moves.find(({ siteId: id }) => id === 'b')?.to).toBe(rest?.unitId);
    expect(decided.value.moves.find(({ siteId: id }) => id === 'a')?.to).not.toBe(rest?.unitId);
    expect(decided.value.parts.filter(({ partial }) => partial).map(({ from }) => from)).toEqual([
      'Xã Phú',
      'Xã Phú',
    ]);
  });
});

describe('a change is refused', () => {
  const ended = { ...phu, validTo: day('2026-01-01') };
  it.each<[string, ChangeWish, ChangeWorld]>([
    ['legal-act-missing', wishOf('renamed', [phu], { legalAct: ' ' }), worldOf([phu])],
    ['units-missing', wishOf('merged', [phu]), worldOf([phu])],
    ['units-missing', wishOf('merged', [phu, phu]), worldOf([phu])],
    ['unit-unknown', wishOf('merged', [phu, ban]), worldOf([phu])],
    ['levels-differ', wishOf('merged', [phu, province]), worldOf([phu])],
    ['not-standing', wishOf('renamed', [ended]), worldOf([ended])],
    [
      'already-changed',
      wishOf('renamed', [phu]),
      worldOf([phu], { succeeded: new Set([phu.unitId]) }),
    ],
    [
      'later-units',
      wishOf('renamed', [phu]),
      worldOf([phu], {
        below: [
          { ...aUnit('xóm Sau', { level: 'thon' }), parentId: phu.unitId, validFrom: effectiveOn },
        ],
      }),
    ],
    [
      'name-missing',
      wishOf('renamed', [phu], { to: [{ name: ' ', code: '1', parentId: null }] }),
      worldOf([phu]),
    ],
    [
      'nothing-changes',
      wishOf('renamed', [phu], { to: [{ name: 'Xã Phú', code: '1', parentId: null }] }),
      worldOf([phu]),
    ],
    [
      'nothing-changes',
      wishOf('moved', [phu], { to: [{ name: 'Xã Phú', code: '1', parentId: null }] }),
      worldOf([phu]),
    ],
    [
      'code-taken',
      wishOf('renamed', [phu], { to: [{ name: 'Xã Mới', code: '2', parentId: null }] }),
      worldOf([phu]),
    ],
    [
      'name-taken',
      wishOf('renamed', [phu], { to: [{ name: 'Xã Bản', code: '1', parentId: null }] }),
      worldOf([phu]),
    ],
    [
      'parent-wrong',
      wishOf('moved', [phu], { to: [{ name: 'Xã Phú', code: '1', parentId: ban.unitId }] }),
      worldOf([phu, ban]),
    ],
    ['hamlets-left', wishOf('dissolved', [phu], { to: [] }), worldOf([phu])],
    [
      'destination-missing',
      wishOf('split', [phu], {
        to: [
          { name: 'Xã Đông', code: '4', parentId: null },
          { name: 'Xã Tây', code: '5', parentId: null },
        ],
      }),
      worldOf([phu]),
    ],
    [
      'same-name-twice',
      wishOf('split', [phu], {
        to: [
          { name: 'Xã Đông', code: '4', parentId: null },
          { name: 'Xã Đông', code: '5', parentId: null },
        ],
      }),
      worldOf([phu]),
    ],
  ])('as %s', (refusal, wish, world) =>
    expect(decide(wish, world)).toEqual({ ok: false, refusal }),
  );
});

/** Each hamlet and site of the first unit goes somewhere, at random. */
const splits = fc.record({
  parts: fc.integer({ min: 2, max: 4 }),
  goes: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
});

describe('whatever is decided', () => {
  it('no total changes, every site stands in a unit of the day, and no child outlives its parent', () => {
    fc.assert(
      fc.property(splits, ({ parts, goes }) => {
        const to = Array.from({ length: parts }, (_, at) => ({
          name: `Xã ${at}`,
          code: `9${at}`,
          parentId: null,
        }));
        const ids = [unitId('xóm Một'), unitId('xóm Hai'), siteId('b')];
        const destinations = new Map(ids.map((id, at) => [id, (goes[at] ?? 0) % parts] as const));
        const world = worldOf([phu]);
        const decided = decide(wishOf('split', [phu], { to, destinations }), world);
        if (!decided.ok) throw new Error(decided.refusal);
        const now = { lineage: lineageOf(world.units, []), places: world.places };
        const then = foresee(now, decided.value);
        const records = world.places.map((one, at) => ({
          at: { siteId: one.siteId },
          day: eve,
          value: 10 ** at,
        }));
        expect(totalOf(rollUp(records, now, eve))).toBe(
          totalOf(rollUp(records, then, effectiveOn)),
        );
        expect(rollUp(records, then, effectiveOn).every(({ settled }) => settled)).toBe(true);
        for (const unit of then.lineage.units.values()) {
          const parent = unit.parentId === null ? undefined : then.lineage.units.get(unit.parentId);
          const isOpen = unit.validTo === null;
          expect(parent === undefined || !isOpen || stands(parent, day('2099-01-01'))).toBe(true);
        }
      }),
    );
  });
});
