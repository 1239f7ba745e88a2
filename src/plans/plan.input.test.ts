// What a corrected plan may be when it comes in from outside.

import * as v from 'valibot';
import { expect, test } from 'vitest';
import { examplePlan } from '#sites/testing.ts';
import { planInput } from './plan.input.ts';

const isAccepted = (changes: object): boolean => v.is(planInput, { ...examplePlan, ...changes });
const [fact] = examplePlan.facts;
const [step] = examplePlan.steps;

test('a plan passes as it is, through JSON too', () => {
  expect(v.parse(planInput, JSON.parse(JSON.stringify(examplePlan)))).toEqual(examplePlan);
});

test('texts are tidied and emptied fields become missing ones', () => {
  const paper = { ...examplePlan.paper, number: '  ', agency: ' PHÒNG   PV05 ' };
  expect(v.parse(planInput, { ...examplePlan, paper }).paper).toMatchObject({
    number: null,
    agency: 'PHÒNG PV05',
  });
});

test('what no plan has is left out', () => {
  expect(v.parse(planInput, { ...examplePlan, extra: 1 })).not.toHaveProperty('extra');
});

test.each([
  ['a part missing', { facts: undefined }],
  ['a day that is none', { steps: [{ ...step, due: '2026-02-30' }] }],
  ['a step without words', { steps: [{ ...step, text: ' ' }] }],
  ['a step number that is none', { steps: [{ ...step, number: 1.5 }] }],
  ['a value that is no number', { facts: [{ ...fact, value: '150' }] }],
  ['a value without end', { facts: [{ ...fact, value: Number.POSITIVE_INFINITY }] }],
  ['an unknown qualifier', { facts: [{ ...fact, qualifier: 'maybe' }] }],
  ['lines that run backwards', { facts: [{ ...fact, lines: [9, 3] }] }],
  ['lines that are three', { facts: [{ ...fact, lines: [1, 2, 3] }] }],
  ['a thousand and one facts', { facts: Array.from({ length: 1001 }, () => fact) }],
  ['a name of a thousand letters', { programme: { lines: [1, 1], name: 'a'.repeat(1000) } }],
  ['a text of a whole book', { objectives: [{ lines: [1, 1], text: 'a'.repeat(20_001) }] }],
])('refused: %s', (_, changes) => {
  expect(isAccepted(changes)).toBe(false);
  expect(isAccepted({})).toBe(true);
});
