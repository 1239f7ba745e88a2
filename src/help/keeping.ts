// How long a request for help stays here: some time after its end or its last letter, with a warning before.

import { addDays, type Day } from '#ground/day.ts';
import { done, type Outcome } from '#ground/outcome.ts';
import { getDays, type NoRule, type Rules } from '#law/rule.ts';
import type { HelpRequest } from './help.ts';

export type HelpKeeping = { readonly until: Day; readonly isWarned: boolean };

/** A new letter begins the term anew; the same day is counted by end_help in the database. */
export function keepingOf(
  { closedOn, lastLetterOn }: Pick<HelpRequest, 'closedOn' | 'lastLetterOn'>,
  rules: Rules,
): Outcome<HelpKeeping, NoRule> {
  const [closed, open] = [getDays(rules, 'help.keep.closed'), getDays(rules, 'help.keep.open')];
  const warning = getDays(rules, 'help.keep.warning');
  if (!closed.ok) return closed;
  if (!open.ok) return open;
  if (!warning.ok) return warning;
  const byLetter = addDays(lastLetterOn, open.value);
  const later = closedOn !== null && closedOn > lastLetterOn ? closedOn : lastLetterOn;
  const byEnd = closedOn === null ? byLetter : addDays(later, closed.value);
  const until = byEnd < byLetter ? byEnd : byLetter;
  return done({ until, isWarned: addDays(rules.day, warning.value) >= until });
}
