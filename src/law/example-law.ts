// A law for tests and benches of pure rules: what they use of the catalogue (held to it by a test).

import { day, type Day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { rulesOn, type Law, type LegalRule, type Measure, type RuleValue } from './rule.ts';
import type { RuleKey } from './rule-key.ts';

type Dates = readonly [from: string, to?: string];

const example = (key: RuleKey, value: RuleValue, [from, to]: Dates): LegalRule => ({
  ruleId: newId(),
  key,
  kind: 'form',
  value,
  source: `Nguồn của ${key}`,
  mark: 'verified',
  validFrom: day(from),
  validTo: to === undefined ? null : day(to),
  note: '',
});

const number = (key: RuleKey, count: number, from: string): LegalRule =>
  example(key, { type: 'number', number: count }, [from]);
const text = (key: RuleKey, words: string, from: string): LegalRule =>
  example(key, { type: 'text', text: words }, [from]);

const decree30 = '2020-03-05';

const measure = (
  key: RuleKey,
  unit: Measure['unit'],
  [least, most, taken]: readonly [number, number | null, number],
): LegalRule => example(key, { type: 'measure', unit, least, most, taken }, [decree30]);

const sizes: readonly (readonly [RuleKey, number, number, number])[] = [
  ['paper.size.country', 12, 13, 12],
  ['paper.size.motto', 13, 14, 13],
  ['paper.size.agencyAbove', 12, 13, 12],
  ['paper.size.agency', 12, 13, 12],
  ['paper.size.number', 13, 13, 13],
  ['paper.size.placeDate', 13, 14, 13],
  ['paper.size.title', 13, 14, 14],
  ['paper.size.subject', 13, 14, 14],
  ['paper.size.addressee', 13, 14, 14],
  ['paper.size.body', 13, 14, 14],
  ['paper.size.signature', 13, 14, 14],
  ['paper.size.recipientsLabel', 12, 12, 12],
  ['paper.size.recipients', 11, 11, 11],
  ['paper.size.pageNumber', 13, 14, 13],
];

export const exampleLaw: Law = [
  number('figures.floor', 10, '1945-09-02'),
  example('territory.levels', { type: 'levels', levels: ['tinh', 'huyen', 'xa'] }, [
    '1976-07-02',
    '2025-06-30',
  ]),
  example('territory.levels', { type: 'levels', levels: ['tinh', 'xa'] }, ['2025-07-01']),
  text('step.assembly_notice', 'Mẫu 01', '2023-08-15'),
  text('step.tally_minutes', 'Mẫu 02, Mẫu 04', '2023-08-15'),
  text('step.community_decision', 'Mẫu 03', '2023-08-15'),
  number('paper.number.first', 1, decree30),
  number('paper.number.digits', 2, decree30),
  number('paper.date.months', 2, decree30),
  example(
    'paper.number.year',
    { type: 'window', from: { year: 0, day: '01-01' }, to: { year: 0, day: '12-31' } },
    [decree30],
  ),
  measure('paper.page.width', 'mm', [210, 210, 210]),
  measure('paper.page.height', 'mm', [297, 297, 297]),
  measure('paper.page.top', 'mm', [20, 25, 20]),
  measure('paper.page.bottom', 'mm', [20, 25, 20]),
  measure('paper.page.left', 'mm', [30, 35, 30]),
  measure('paper.page.right', 'mm', [15, 20, 15]),
  ...sizes.map(([key, least, most, taken]) => measure(key, 'pt', [least, most, taken])),
  measure('paper.spacing.firstLine', 'mm', [10, 12.7, 12.7]),
  measure('paper.spacing.paragraph', 'pt', [6, null, 6]),
  measure('paper.spacing.line', 'pt', [16.1, 24.2, 18]),
  measure('paper.spacing.rule', 'part', [0.3333, 0.5, 0.42]),
];

export const exampleRules = (on: Day) => rulesOn(exampleLaw, on);
