// Confirming a rule, and replacing it from a day on: what may be done, and what then stands.

import { addDays, type Day } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { tidy } from '#ground/text.ts';
import { ruleOn, type Law, type LegalRule, type RuleId, type RuleValue } from './rule.ts';
import type { RuleKey } from './rule-key.ts';
import { isFit } from './rule-value.ts';

export type NewRule = Pick<LegalRule, 'value' | 'source' | 'mark' | 'note'> & {
  readonly from: Day;
  readonly reason: string;
};

export type Replacement = {
  /** The rule whose days end; null where none held, or where it goes altogether. */
  readonly ended: { readonly ruleId: RuleId; readonly validTo: Day } | null;
  /** The rule that was replaced from its first day: it never held, and is kept to be read. */
  readonly withdrawn: RuleId | null;
  readonly rule: Omit<LegalRule, 'ruleId'>;
};

export type ReplaceRefusal =
  | 'unknown-rule'
  | 'other-type'
  | 'value-unfit'
  | 'floor-lowered'
  | 'source-missing'
  | 'reason-missing'
  | 'nothing-new';
export type ConfirmRefusal = 'not-found' | 'already-verified' | 'own-rule' | 'text-missing';

/** The new rule holds from its day until the one it replaces ended; days before keep their rule. */
export function decideReplacement(
  law: Law,
  key: RuleKey,
  input: NewRule,
): Outcome<Replacement, ReplaceRefusal> {
  const known = law.filter((rule) => rule.key === key);
  const old = ruleOn(known, key, input.from);
  const like = old ?? known.at(-1);
  if (!like) return refused('unknown-rule');
  const refusal = findFault(like, input) ?? (old && isSame(old, input) ? 'nothing-new' : undefined);
  if (refusal) return refused(refusal);
  const isWhole = old?.validFrom === input.from;
  return done({
    ended: old && !isWhole ? { ruleId: old.ruleId, validTo: addDays(input.from, -1) } : null,
    withdrawn: old && isWhole ? old.ruleId : null,
    rule: {
      key,
      kind: like.kind,
      value: input.value,
      source: tidy(input.source),
      mark: input.mark,
      validFrom: input.from,
      validTo: old ? old.validTo : dayBeforeNext(known, input.from),
      note: tidy(input.note),
    },
  });
}

/** Whoever confirms says which text they read. */
export function decideConfirmation(
  rule: Pick<LegalRule, 'mark'> | undefined,
  textRead: string,
): Outcome<string, ConfirmRefusal> {
  if (!rule) return refused('not-found');
  if (rule.mark === 'verified') return refused('already-verified');
  if (rule.mark === 'own') return refused('own-rule');
  return tidy(textRead) === '' ? refused('text-missing') : done(tidy(textRead));
}

const clocks: ReadonlySet<string> = new Set(['hours', 'days', 'working_days', 'months']);

/** A clock may change its unit, from days to working days; nothing else changes its type. */
const isSameType = (a: RuleValue, b: RuleValue): boolean =>
  a.type === b.type || (clocks.has(a.type) && clocks.has(b.type));

function findFault(like: LegalRule, input: NewRule): ReplaceRefusal | undefined {
  if (!isSameType(like.value, input.value)) return 'other-type';
  if (!isFit(input.value)) return 'value-unfit';
  if (isFloorLowered(like, input.value)) return 'floor-lowered';
  if (tidy(input.source) === '') return 'source-missing';
  return tidy(input.reason) === '' ? 'reason-missing' : undefined;
}

/** What this project promises of its own accord may be made stricter, never looser. */
const isFloorLowered = (like: LegalRule, value: RuleValue): boolean =>
  like.key === ('figures.floor' satisfies RuleKey) &&
  like.value.type === 'number' &&
  value.type === 'number' &&
  value.number < like.value.number;

const isSame = (old: LegalRule, input: NewRule): boolean =>
  JSON.stringify(sorted(old.value)) === JSON.stringify(sorted(input.value)) &&
  old.source === tidy(input.source) &&
  old.mark === input.mark &&
  old.note === tidy(input.note);

/** PostgreSQL gives the fields of a value back in an order of its own. */
const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, part]) => [name, sorted(part)]),
      )
    : value;

function dayBeforeNext(known: Law, from: Day): Day | null {
  const [next] = known
    .map(({ validFrom }) => validFrom)
    .filter((start) => start > from)
    .toSorted();
  return next === undefined ? null : addDays(next, -1);
}
