// How long letters stay: counted from the hand-over or the last message, with a warning before the end.

import { describe, expect, test } from 'vitest';
import { addDays, day, type Day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { rulesOn, type Law, type LegalRule } from '#law/rule.ts';
import type { RuleKey } from '#law/rule-key.ts';
import { keepingOf, warnedSince } from './keeping.ts';

const rule = (key: RuleKey, count: number): LegalRule => ({
  ruleId: newId(),
  key,
  kind: 'retention',
  value: { type: 'days', count },
  source: 'ví dụ',
  mark: 'own',
  validFrom: day('2026-01-01'),
  validTo: null,
  note: '',
});
const law: Law = [rule('tip.keep.body', 30), rule('tip.keep.warning', 7)];
const handed = day('2026-06-01');
const kept = (lastLetterOn: Day, today: Day, bodyEndedOn: Day | null = null) =>
  keepingOf({ handedOverOn: handed, lastLetterOn, bodyEndedOn }, rulesOn(law, today));

describe('what a tip says', () => {
  test('stays while it was not handed over', () => {
    const open = { handedOverOn: null, lastLetterOn: handed, bodyEndedOn: null };
    expect(keepingOf(open, rulesOn(law, handed))).toMatchObject({ value: { kind: 'in-use' } });
  });
  test('stays some days after, and those on duty are warned before the end', () => {
    const end = addDays(handed, 30);
    expect(kept(handed, addDays(end, -8))).toMatchObject({
      value: { kind: 'until', day: end, isWarned: false },
    });
    expect(kept(handed, addDays(end, -7))).toMatchObject({ value: { isWarned: true } });
  });
  test('stays longer where somebody wrote since', () => {
    const wrote = addDays(handed, 12);
    expect(kept(wrote, handed)).toMatchObject({ value: { day: addDays(wrote, 30) } });
  });
  test('is warned of on exactly the days that the database is asked about', () => {
    for (let passed = 0; passed <= 30; passed += 1) {
      const today = addDays(handed, passed);
      const since = warnedSince(rulesOn(law, today));
      const isWarned = since.ok && handed <= since.value;
      expect(kept(handed, today)).toMatchObject({ value: { isWarned } });
    }
    expect(warnedSince(rulesOn([], handed))).toMatchObject({ refusal: { kind: 'no-rule' } });
  });
  test('is gone after its term; what comes later begins a term of its own', () => {
    const gone = addDays(handed, 30);
    expect(kept(handed, gone, gone)).toMatchObject({ value: { kind: 'over', since: gone } });
    expect(kept(gone, gone, gone)).toMatchObject({
      value: { kind: 'until', day: addDays(gone, 30) },
    });
  });
  test('is not ended by a term nobody has entered', () => {
    const tip = { handedOverOn: handed, lastLetterOn: handed, bodyEndedOn: null };
    expect(keepingOf(tip, rulesOn([], handed))).toMatchObject({ refusal: { kind: 'no-rule' } });
  });
});
