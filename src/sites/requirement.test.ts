// Which papers a step needs on a day, and which rule prescribes them.

import { describe, expect, test } from 'vitest';
import { day, type Day } from '#ground/day.ts';
import { exampleLaw } from '#law/example-law.ts';
import { requirementsOf } from './requirement.ts';

const today = day('2026-06-20');

describe('the papers a step needs', () => {
  test('every kind of step needs at least one', () => {
    const kinds = [
      'survey',
      'core_meeting',
      'prepare',
      'assembly',
      'launch',
      'operate',
      'other',
    ] as const;
    expect(kinds.map((kind) => requirementsOf(kind, today, exampleLaw).length > 0)).not.toContain(
      false,
    );
  });

  test('the forms of the 2023 decree are asked for from the day it holds', () => {
    const keysOn = (on: Day) => requirementsOf('assembly', on, exampleLaw).map(({ key }) => key);
    expect(keysOn(day('2023-08-14'))).toEqual(['assembly_minutes']);
    expect(keysOn(day('2023-08-15'))).toEqual([
      'assembly_notice',
      'assembly_minutes',
      'tally_minutes',
      'community_decision',
    ]);
  });

  test('a form says which rule prescribes it, a paper of custom says none', () => {
    const [notice, minutes] = requirementsOf('assembly', today, exampleLaw);
    expect(notice?.rule?.key).toBe('step.assembly_notice');
    expect(minutes?.rule).toBeNull();
  });
});
