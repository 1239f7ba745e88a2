// Bodies begin, change their names, end and go on after a merger; a unit has one of most kinds at a time.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, type Day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { rulesOn, type Law } from '#law/rule.ts';
import { exampleLaw } from '#law/example-law.ts';
import {
  bodyOn,
  decideEnd,
  decideFound,
  decideRename,
  decideRenewal,
  decideUsual,
  lackingKinds,
  type BodyPlan,
} from './body-change.ts';
import { usualName } from './body-name.ts';
import { isOneOfItsKind, usualBodies, type Body } from './body.ts';
import { aUnit } from './testing.ts';
import { stands, type Unit } from './unit.ts';

const from = day('2025-07-01');
const commune: Unit = {
  ...aUnit('xa'),
  level: 'xa',
  name: 'Xã Phú Thịnh',
  validFrom: from,
  validTo: null,
};
const [levels] = exampleLaw.filter(({ key }) => key === 'territory.levels');
const law: Law = levels
  ? [
      {
        ...levels,
        key: 'territory.police_levels',
        value: { type: 'levels', levels: ['tinh', 'xa'] },
        validFrom: day('2025-03-01'),
        validTo: null,
      },
    ]
  : [];
const rules = rulesOn(law, from);
const terms = { from, legalAct: 'Nghị quyết 1683/NQ-UBTVQH15' };
const at = (unit: Unit, present: readonly Body[] = []) => ({ unit, present });

const aBody = (over: Partial<Body> = {}): Body => ({
  bodyId: newId(),
  kind: 'police',
  unitId: commune.unitId,
  name: 'Công an xã Phú Thịnh',
  code: null,
  validFrom: from,
  validTo: null,
  legalAct: '',
  ...over,
});

function planOf(decided: ReturnType<typeof decideFound>): BodyPlan {
  if (!decided.ok) throw new Error(decided.refusal);
  return decided.value;
}

describe('the usual names', () => {
  test.each([
    ['police', 'xa', 'Xã Phú Thịnh', 'Công an xã Phú Thịnh'],
    ['people_committee', 'xa', 'Phường Quyết Thắng', 'Ủy ban nhân dân phường Quyết Thắng'],
    ['party_committee', 'xa', 'Xã Phú Thịnh', 'Đảng ủy xã Phú Thịnh'],
    ['party_committee', 'tinh', 'Tỉnh Thái Nguyên', 'Tỉnh ủy Thái Nguyên'],
    ['party_committee', 'tinh', 'Thành phố Huế', 'Thành ủy Huế'],
    ['party_committee', 'huyen', 'Huyện Đại Từ', 'Huyện ủy Đại Từ'],
    ['party_cell', 'thon', 'Xóm Phố', 'Chi bộ xóm Phố'],
    ['school', 'xa', 'Xã Phú Thịnh', undefined],
  ] as const)('%s of %s %s: %s', (kind, level, name, expected) => {
    expect(usualName(kind, { level, name })).toBe(expected);
  });
});

describe('founding', () => {
  test('the usual bodies of a commune come in one go, one of each kind', () => {
    const { begun, changes } = planOf(decideUsual(at(commune), terms, rules));
    expect(begun.map(({ kind }) => kind)).toEqual(usualBodies.xa);
    expect(begun.map(({ name }) => name)).toContain('Hội Nông dân xã Phú Thịnh');
    expect(changes.every(({ kind }) => kind === 'created')).toBe(true);
  });

  test('what is there already is not founded again, and where nothing lacks nothing is done', () => {
    const first = planOf(decideUsual(at(commune, [aBody()]), terms, rules)).begun;
    expect(first.map(({ kind }) => kind)).not.toContain('police');
    const all = [aBody(), ...first];
    expect(lackingKinds(at(commune, all), from, rules)).toEqual([]);
    expect(decideUsual(at(commune, all), terms, rules)).toMatchObject({ refusal: 'nothing-to-do' });
  });

  test('a second police is refused, a second school is not', () => {
    const input = { ...terms, name: 'Tên', code: null };
    const present = [aBody(), aBody({ kind: 'school', name: 'Trường Tiểu học' })];
    const found = (kind: 'police' | 'school') =>
      decideFound(at(commune, present), { ...input, kind }, rules);
    expect(found('police')).toMatchObject({ refusal: 'one-of-its-kind' });
    expect(found('school').ok).toBe(true);
  });

  test('a district has no police since the law took that level away', () => {
    const district: Unit = { ...commune, level: 'huyen', validFrom: day('2011-01-01') };
    const input = { ...terms, kind: 'police', name: 'Công an huyện', code: null } as const;
    expect(decideFound(at(district), input, rules)).toMatchObject({ refusal: 'level-ended' });
    expect(decideFound(at(district), input, rulesOn(law, day('2025-02-28'))).ok).toBe(true);
  });

  test('not without a name, nor at a unit that does not exist on the day', () => {
    const input = { ...terms, kind: 'school', name: ' ', code: null } as const;
    expect(decideFound(at(commune), input, rules)).toMatchObject({ refusal: 'name-missing' });
    const early = { ...input, name: 'Trường', from: day('2025-06-30') };
    expect(decideFound(at(commune), early, rules)).toMatchObject({ refusal: 'outside-unit' });
  });
});

describe('renaming and ending', () => {
  const body = aBody();
  const rename = (name: string, on: Day, of = body) =>
    decideRename(of, { name, from: on, legalAct: '' });

  test('a paper prints the name of its day', () => {
    const { begun, ended } = planOf(rename('Công an xã Đại Phúc', day('2026-05-01')));
    const all = [{ ...body, validTo: ended[0]?.lastDay ?? null }, ...begun];
    expect(bodyOn(all, 'police', day('2026-04-30'))?.name).toBe('Công an xã Phú Thịnh');
    expect(bodyOn(all, 'police', day('2026-05-01'))?.name).toBe('Công an xã Đại Phúc');
    expect(bodyOn(all, 'police', day('2025-06-30'))).toBeUndefined();
  });

  test.each([
    [rename('', day('2026-05-01')), 'name-missing'],
    [rename(body.name, day('2026-05-01')), 'same-name'],
    [rename('Khác', from), 'before-start'],
    [rename('Khác', day('2026-05-01'), { ...body, validTo: day('2026-01-01') }), 'already-ended'],
    [decideEnd(body, { lastDay: day('2025-06-30'), legalAct: '' }), 'before-start'],
    [decideEnd({ ...body, validTo: from }, { lastDay: from, legalAct: '' }), 'already-ended'],
  ])('refused: %#', (decided, refusal) => {
    expect(decided).toEqual({ ok: false, refusal });
  });

  test('what ends leaves a change behind that names it', () => {
    const { changes } = planOf(decideEnd(body, { lastDay: day('2026-06-30'), legalAct: 'QĐ 5' }));
    expect(changes).toEqual([
      {
        kind: 'dissolved',
        effectiveOn: '2026-07-01',
        legalAct: 'QĐ 5',
        parts: [{ from: body.bodyId, to: null }],
      },
    ]);
  });
});

describe('after a merger of communes', () => {
  const old = (name: string, over: Partial<Body> = {}): Body =>
    aBody({
      unitId: aUnit(name).unitId,
      name: `Công an xã ${name}`,
      validFrom: day('2011-01-01'),
      ...over,
    });

  test('three police become one, and each school goes on by itself', () => {
    const three = [old('Phú Thịnh'), old('Bản Ngoại'), old('Phú Cường')];
    const schools = ['Một', 'Hai'].map((name) => old('Bản Ngoại', { kind: 'school', name }));
    const plan = planOf(decideRenewal(at(commune), [...three, ...schools], 'NQ 1683'));
    expect(plan.begun.map(({ name }) => name)).toEqual(['Công an xã Phú Thịnh', 'Một', 'Hai']);
    expect(plan.changes.map(({ kind, parts }) => [kind, parts.length])).toEqual([
      ['merged', 3],
      ['moved', 1],
      ['moved', 1],
    ]);
    expect(new Set(plan.ended.map(({ lastDay }) => lastDay))).toEqual(new Set(['2025-06-30']));
  });

  test('a body that was founded there already takes the old ones in', () => {
    const there = aBody();
    const plan = planOf(decideRenewal(at(commune, [there]), [old('Bản Ngoại')], ''));
    expect(plan.begun).toEqual([]);
    expect(plan.changes[0]?.parts[0]?.to).toBe(there.bodyId);
  });

  test('whatever bodies there were, one of a kind stands afterwards and none of the old ones', () => {
    const anyKind = fc.constantFrom(...usualBodies.xa, 'school' as const, 'other' as const);
    fc.assert(
      fc.property(fc.array(anyKind, { minLength: 1, maxLength: 12 }), (kinds) => {
        const before = kinds.map((kind, at_) => old(`Cũ ${at_}`, { kind }));
        const { begun, ended } = planOf(decideRenewal(at(commune), before, ''));
        const after = [
          ...before.map((body) => ({
            ...body,
            validTo: ended.find(({ bodyId }) => bodyId === body.bodyId)?.lastDay ?? null,
          })),
          ...begun,
        ];
        const standing = after.filter((body) => stands(body, addDays(from, 30)));
        expect(standing.every(({ unitId }) => unitId === commune.unitId)).toBe(true);
        for (const kind of new Set(kinds)) {
          const count = standing.filter((body) => body.kind === kind).length;
          const expected = kinds.filter((one) => one === kind).length;
          expect(count).toBe(isOneOfItsKind(kind) ? 1 : expected);
        }
      }),
    );
  });
});
