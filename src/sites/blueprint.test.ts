// What a site is made of, worked out from example plans.

import { describe, expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { exampleRules } from '#law/example-law.ts';
import type { Plan } from '#plans/plan.ts';
import { siteFromPlan, type SiteBlueprint } from './blueprint.ts';
import { dutyOf } from './calendar.ts';
import { madeAhead } from './site-calendar.ts';
import { siteWords } from './sites.words.ts';
import { exampleFact, examplePlan, exampleStep } from './testing.ts';

const today = day('2026-05-20');

function blueprintOf(changes: Partial<Plan>, on = today): SiteBlueprint {
  const outcome = siteFromPlan({ ...examplePlan, ...changes }, on, exampleRules(on), siteWords.vi);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

/** With what its rhythms come to. */
const dutiesOf = (blueprint: SiteBlueprint, kind: string) =>
  [
    ...blueprint.duties,
    ...madeAhead(blueprint, today).map((one) => dutyOf(one, siteWords.vi)),
  ].filter((duty) => duty.kind === kind);

const duesOf = (blueprint: SiteBlueprint, kind: string) =>
  dutiesOf(blueprint, kind).map(({ due }) => due);

describe('the parts', () => {
  test('what a site cannot be made without is named all at once', () => {
    const bare = { ...examplePlan, programme: null, area: null, steps: [] };
    expect(siteFromPlan(bare, today, exampleRules(today), siteWords.vi)).toEqual({
      ok: false,
      refusal: { missingParts: ['programme', 'hamlet', 'commune', 'province', 'steps'] },
    });
  });

  test('a name of spaces is a missing name', () => {
    const area = { lines: [1, 1] as const, hamlet: '  ', commune: 'xã A', district: null };
    expect(
      siteFromPlan(
        { ...examplePlan, area: { ...area, province: 'tỉnh B' } },
        today,
        exampleRules(today),
        siteWords.vi,
      ),
    ).toEqual({ ok: false, refusal: { missingParts: ['hamlet'] } });
  });

  test('a district of the paper belongs to the site only while districts exist', () => {
    expect(blueprintOf({}, day('2025-06-30')).district).toBe('huyện Đại Từ');
    expect(blueprintOf({}, day('2025-07-01')).district).toBeNull();
  });

  test('the baseline is every fact of the paper, frozen today, with its lines', () => {
    const blueprint = blueprintOf({ facts: [exampleFact('diện tích', 991.89, 'ha')] });
    expect(blueprint.baselineOn).toBe(today);
    expect(blueprint.figures).toEqual([
      {
        measure: 'diện tích',
        of: 'xã Phú Thịnh',
        value: 991.89,
        unit: 'ha',
        qualifier: 'exact',
        year: null,
        lines: [20, 20],
      },
    ]);
  });

  test('steps that share a number are numbered anew, others keep the paper’s', () => {
    const twice = [exampleStep(2, 'Khảo sát', null), exampleStep(2, 'Ra mắt', null)];
    expect(blueprintOf({ steps: twice }).steps.map(({ number }) => number)).toEqual([1, 2]);
    const gap = [exampleStep(1, 'Khảo sát', null), exampleStep(4, 'Ra mắt', null)];
    expect(blueprintOf({ steps: gap }).steps.map(({ number }) => number)).toEqual([1, 4]);
  });

  test('the time is the paper’s period, or runs from its day to its last date', () => {
    expect(blueprintOf({})).toMatchObject({ plannedFrom: '2026-05-01', plannedTo: '2026-11-30' });
    expect(blueprintOf({ period: null })).toMatchObject({
      plannedFrom: '2026-05-06',
      plannedTo: '2026-11-30',
    });
  });
});

describe('duties', () => {
  test('a duty stands in the list of the body that leads it', () => {
    const roles = blueprintOf({}).duties.filter(({ kind }) => kind === 'duty');
    expect(roles.map(({ lead, role }) => [lead[0], role])).toEqual([
      ['Công an xã Phú Thịnh', 'commune_police'],
      ['Trưởng xóm', 'core_member'],
    ]);
  });

  test('what the paper gives to nobody else is the issuing office’s', () => {
    const { lines } = examplePlan.paper;
    const open = { lines, lead: [], support: [], due: null, dueText: null, ongoing: false };
    const duties = [
      { ...open, text: 'Phối hợp với Công an xã tuyên truyền' },
      { ...open, text: 'Công an xã: nắm tình hình' },
    ];
    const rolesOf = (agency: string) =>
      blueprintOf({ duties, assignments: [], paper: { ...examplePlan.paper, agency } })
        .duties.filter(({ kind }) => kind === 'duty')
        .map(({ role }) => role);
    expect(rolesOf('PHÒNG PV05')).toEqual(['provincial_officer', 'commune_police']);
    expect(rolesOf('ỦY BAN NHÂN DÂN XÃ PHÚ THỊNH')).toEqual(['commune_police', 'commune_police']);
  });

  test('an assignment the duties say already is not said twice', () => {
    const [assignment] = examplePlan.assignments;
    if (!assignment) throw new Error('the example lost its assignment');
    const duty = { ...assignment, lead: [], support: [], due: null, dueText: null, ongoing: false };
    const blueprint = blueprintOf({ duties: [duty] });
    expect(blueprint.duties.filter(({ text }) => text === assignment.text)).toHaveLength(1);
  });
});

describe('the calendar', () => {
  test('a monthly check becomes a duty at each month’s end, for the year ahead where the plan has no end', () => {
    const dues = duesOf(blueprintOf({}), 'check');
    expect(dues).toHaveLength(12);
    expect(dues.slice(0, 2)).toEqual(['2026-05-31', '2026-06-30']);
    expect(dues.at(-1)).toBe('2027-04-30');
  });

  test('a check without rhythm is kept up and has no day', () => {
    const check = {
      text: 'đột xuất',
      everyMonths: null,
      unannounced: true,
      lines: [1, 1] as const,
    };
    expect(duesOf(blueprintOf({ checks: [check] }), 'check')).toEqual([null]);
  });

  test('a review with a date stands for the half-year’s, and the year’s is the second half-year’s', () => {
    const reviews = dutiesOf(blueprintOf({}), 'review');
    expect(reviews.map(({ text, due }) => [text, due])).toEqual([
      ['Sơ kết theo kế hoạch', '2026-11-30'],
      ['Sơ kết 12 tháng', '2027-04-30'],
    ]);
  });
});

describe('indicators', () => {
  const keysOf = (plan: Partial<Plan>) => blueprintOf(plan).indicators.map(({ key }) => key);

  test('commitments are measured against the hamlet’s own households', () => {
    const [first] = blueprintOf({}).indicators;
    expect(first).toMatchObject({ key: 'households_committed', baseline: 0, target: 150 });
    const elsewhere = blueprintOf({ facts: [exampleFact('số hộ', 1222, 'hộ')] }).indicators[0];
    expect(elsewhere?.target).toBeNull();
  });

  test('cases of a year keep that year: they compare with as many months only', () => {
    const theft = blueprintOf({}).indicators.find(({ name }) => name.startsWith('Vụ trộm cắp'));
    expect(theft).toMatchObject({ kind: 'flow', baseline: 7, baselineYear: 2025, unit: 'vụ' });
  });

  test('no indicator ever measures tips, or people who use drugs', () => {
    const facts = [
      exampleFact('tin tố giác tội phạm', 12, 'vụ', { year: 2025 }),
      exampleFact('tin báo về ma túy', 12, 'vụ', { year: 2025 }),
      exampleFact('người nghiện có hồ sơ', 34, 'người', { year: 2025 }),
      exampleFact('người chấp hành xong án phạt tù', 12, 'người', { year: 2025 }),
    ];
    expect(keysOf({ facts })).toEqual(keysOf({ facts: [] }));
    expect(keysOf({ facts }).join(' ')).not.toMatch(/tip|tin-bao|to-giac|nghien|user/);
  });

  test('keys are unique even where the paper repeats a figure', () => {
    const theft = exampleFact('vụ trộm cắp', 7, 'vụ', { year: 2025 });
    const keys = keysOf({ facts: [theft, theft, { ...theft, value: 9 }] });
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => key.startsWith('cases:'))).toHaveLength(1);
  });
});
