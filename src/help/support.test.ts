// A support file's rules: referrals step by step, consent with an end, and nothing kept beyond it.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '#ground/day.ts';
import { rulesOn, type LegalRule, type RuleId } from '#law/rule.ts';
import {
  consentKinds,
  decideEnd,
  decideReferral,
  nextReminder,
  nextStates,
  offer,
  referralStates,
  stateOfReferral,
  withinConsent,
  type SupportFile,
} from './support.ts';

const today = day('2026-05-20');
const longest: LegalRule = {
  ruleId: '' as RuleId,
  key: 'help.support.longest',
  kind: 'retention',
  value: { type: 'days', count: 365 },
  source: '',
  mark: 'own',
  validFrom: day('2026-01-01'),
  validTo: null,
  note: '',
};
const rules = rulesOn([longest], today);

const file: SupportFile = {
  v: 1,
  called: 'Người Ví Dụ',
  consent: {
    helper: 'Người Giúp Ví Dụ',
    purpose: 'đi khám',
    kinds: consentKinds,
    givenOn: today,
    until: addDays(today, 30),
    givenBy: 'person',
  },
  plan: 'đi khám trước',
  visits: [{ on: today, text: 'gặp ở trạm' }],
  referrals: [offer('health', 'trạm y tế', today)],
  reminders: [
    { on: addDays(today, 9), text: 'gọi lại', isDone: false },
    { on: addDays(today, 3), text: 'hẹn', isDone: true },
    { on: addDays(today, 5), text: 'hỏi thăm', isDone: false },
    { on: addDays(today, 40), text: 'sau ngày đồng ý', isDone: false },
  ],
  code: null,
};

describe('a referral', () => {
  test('is offered, accepted and done', () => {
    const accepted = decideReferral(
      offer('health', '', today),
      { state: 'accepted', on: today },
      today,
    );
    if (!accepted.ok) throw new Error(accepted.refusal);
    const over = decideReferral(accepted.value, { state: 'done', on: today }, today);
    expect(over.ok && stateOfReferral(over.value)).toBe('done');
  });
  test('that was refused is not taken up again: a new one is offered', () => {
    const no = decideReferral(offer('work', '', today), { state: 'refused', on: today }, today);
    if (!no.ok) throw new Error(no.refusal);
    expect(nextStates(no.value)).toEqual([]);
  });
  test('has no step before its last one, and none in the future', () => {
    const one = offer('work', '', today);
    expect(decideReferral(one, { state: 'accepted', on: addDays(today, -1) }, today)).toMatchObject(
      {
        refusal: 'before-last-step',
      },
    );
    expect(decideReferral(one, { state: 'accepted', on: addDays(today, 1) }, today)).toMatchObject({
      refusal: 'in-future',
    });
  });
  test('whatever is tried, it ends at most once and takes no step after its end', () => {
    const ends = ['refused', 'done', 'revoked'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...referralStates), { maxLength: 12 }), (tried) => {
        let referral = offer('health', '', today);
        for (const state of tried) {
          const decided = decideReferral(referral, { state, on: today }, today);
          if (decided.ok) referral = decided.value;
        }
        const states = referral.steps.map(({ state }) => state);
        expect(states.filter((state) => ends.includes(state)).length).toBeLessThanOrEqual(1);
        expect(states.slice(0, -1).some((state) => ends.includes(state))).toBe(false);
        expect(!states.includes('done') || states.includes('accepted')).toBe(true);
      }),
    );
  });
});

describe('consent', () => {
  test('ends on a day, not past and not beyond what one consent may last', () => {
    expect(decideEnd(addDays(today, 365), today, rules).ok).toBe(true);
    expect(decideEnd(addDays(today, 366), today, rules)).toMatchObject({ refusal: 'too-long' });
    expect(decideEnd(addDays(today, -1), today, rules)).toMatchObject({ refusal: 'over-already' });
  });
  test('is not guessed at where no rule holds', () => {
    expect(decideEnd(today, today, rulesOn([], today))).toMatchObject({
      refusal: { kind: 'no-rule' },
    });
  });
  test.each(consentKinds)('taken back for %s takes out what was written under it', (kind) => {
    const kinds = consentKinds.filter((one) => one !== kind);
    const kept = withinConsent({ ...file, consent: { ...file.consent, kinds } });
    expect(kept[kind]).toHaveLength(0);
    for (const other of kinds) expect(kept[other]).toEqual(file[other]);
  });
});

test('the next reminder is the earliest open one within the consent', () => {
  expect(nextReminder(file)).toBe(addDays(today, 5));
  expect(nextReminder({ ...file, reminders: file.reminders.slice(1, 2) })).toBeNull();
  expect(nextReminder({ ...file, reminders: file.reminders.slice(3) })).toBeNull();
});
