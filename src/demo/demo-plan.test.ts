// The demo's plan is a whole paper: put out again it lacks no word.

import { expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { reprint } from '#plans/plan-paper.ts';
import { demoPlanText } from './demo-plan.ts';

test('the plan of the demo is put out again whole', () => {
  expect(reprint(demoPlanText(day('2026-11-23')))).toMatchObject({ isExtract: false, missing: [] });
});
