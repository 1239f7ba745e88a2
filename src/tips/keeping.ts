// How long what a tip says stays here: until some days after its hand-over, with a warning before.

import { addDays, type Day } from '#ground/day.ts';
import { done, type Outcome } from '#ground/outcome.ts';
import { getDays, type NoRule, type Rules } from '#law/rule.ts';
import type { Tip } from './tip.ts';

export type Keeping =
  /** It is still needed: no term runs. */
  | { readonly kind: 'in-use' }
  | { readonly kind: 'until'; readonly day: Day; readonly isWarned: boolean }
  | { readonly kind: 'over'; readonly since: Day };

/** Whose content is to be erased within the days of the warning: what began no later than this. */
export function warnedSince(rules: Rules): Outcome<Day, NoRule> {
  const term = getDays(rules, 'tip.keep.body');
  if (!term.ok) return term;
  const warning = getDays(rules, 'tip.keep.warning');
  return warning.ok ? done(addDays(rules.day, warning.value - term.value)) : warning;
}

/** A new message begins the term anew; the same day is counted by end_tips in the database. */
export function keepingOf(
  tip: Pick<Tip, 'handedOverOn' | 'lastLetterOn' | 'bodyEndedOn'>,
  rules: Rules,
): Outcome<Keeping, NoRule> {
  const term = getDays(rules, 'tip.keep.body');
  if (!term.ok) return term;
  const warning = getDays(rules, 'tip.keep.warning');
  if (!warning.ok) return warning;
  const { handedOverOn, lastLetterOn, bodyEndedOn } = tip;
  if (bodyEndedOn !== null && lastLetterOn < bodyEndedOn) {
    return done({ kind: 'over', since: bodyEndedOn });
  }
  if (handedOverOn === null) return done({ kind: 'in-use' });
  const begun = handedOverOn > lastLetterOn ? handedOverOn : lastLetterOn;
  const day = addDays(begun, term.value);
  return done({ kind: 'until', day, isWarned: addDays(rules.day, warning.value) >= day });
}
