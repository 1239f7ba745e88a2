// When a record has to go: its term counts from its end, and without an end it has a reason to stay.

import { addDays, addMonths, type Day } from '#ground/day.ts';
import { getClock, type NoRule, type Rules } from '#law/rule.ts';
import type { RuleKey } from '#law/rule-key.ts';
import { done, type Outcome } from '#ground/outcome.ts';
import type { Keep } from './entry.ts';

/** By which dated rule each way of keeping ends; null where it ends with something else, or stays. */
export const ruleOfKeep = {
  account: 'retention.account',
  session: 'retention.session',
  challenge: 'retention.challenge',
  setup_link: 'retention.setup_link',
  invitation: 'retention.invitation',
  mail: 'retention.mail',
  stand_in: 'retention.stand_in',
  roster: 'retention.roster',
  glass: 'retention.glass',
  request: 'retention.request',
  breach: 'privacy.breach.keep',
  with_account: null,
  work: null,
  papers: null,
  record: null,
  catalogue: null,
} as const satisfies Record<Keep, RuleKey | null>;

export const retentionRules: readonly RuleKey[] = Object.values(ruleOfKeep).filter(
  (rule) => rule !== null,
);

export type Retention =
  /** No term runs: it ends with something else or is kept for the reason its entry says. */
  | { readonly kind: 'stays' }
  /** It is still in use; the term has not begun. */
  | { readonly kind: 'in-use' }
  | { readonly kind: 'until'; readonly day: Day }
  | { readonly kind: 'over'; readonly since: Day };

type Term = { readonly type: 'days' | 'months'; readonly count: number };

/** What becomes today of a record that ended on a day; null where it has not ended. */
export function decideRetention(
  keep: Keep,
  endedOn: Day | null,
  rules: Rules,
): Outcome<Retention, NoRule> {
  const rule = ruleOfKeep[keep];
  if (rule === null) return done({ kind: 'stays' });
  const term = termOf(rules, rule);
  if (!term.ok) return term;
  if (endedOn === null) return done({ kind: 'in-use' });
  const end = endOf(term.value, endedOn);
  return done(end <= rules.day ? { kind: 'over', since: end } : { kind: 'until', day: end });
}

/** The last day on which a record may have ended for its term to be over today. */
export function lastEndedDay(rules: Rules, rule: RuleKey): Outcome<Day, NoRule> {
  const term = termOf(rules, rule);
  return term.ok ? done(lastEnded(term.value, rules.day)) : term;
}

/** Counted back, months clip: the day is looked for around where they lead. */
export function lastEnded(term: Term, today: Day): Day {
  let day = endOf({ ...term, count: -term.count }, today);
  while (endOf(term, day) > today) day = addDays(day, -1);
  while (endOf(term, addDays(day, 1)) <= today) day = addDays(day, 1);
  return day;
}

const endOf = ({ type, count }: Term, from: Day): Day =>
  type === 'months' ? addMonths(from, count) : addDays(from, count);

function termOf(rules: Rules, key: RuleKey): Outcome<Term, NoRule> {
  const clock = getClock(rules, key);
  if (!clock.ok) return clock;
  const { type, count } = clock.value;
  if (type === 'months' || type === 'days') return done({ type, count });
  throw new Error(`a term of keeping is in days or months: ${key}`);
}
