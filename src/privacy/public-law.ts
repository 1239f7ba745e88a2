// What people who live there are told of the law: rules that were compared with its text, and no other.

import { findRule, isUnverified, type LegalRule, type Rules } from '#law/rule.ts';
import type { RuleKey } from '#law/rule-key.ts';
import { sayValue } from '#law/say-value.ts';
import type { Language } from '#ground/words.ts';
import { ruleOfKeep } from './retention.ts';

/** The clocks people may count on, and the rights people have. */
const clocks = [
  'privacy.acknowledge',
  'privacy.view',
  'privacy.correct',
  'privacy.export',
  'privacy.restrict',
  'privacy.erase',
] as const satisfies readonly RuleKey[];
const bases = [
  'privacy.basis.task',
  'privacy.basis.consent',
  'privacy.basis.archive',
  'privacy.basis.security',
] as const satisfies readonly RuleKey[];

export type PublicLaw = {
  readonly clocks: readonly {
    readonly key: RuleKey;
    readonly value: string;
    readonly source: string;
  }[];
  /** By way of keeping. */
  readonly terms: Readonly<Record<string, string>>;
  readonly bases: readonly { readonly key: RuleKey; readonly source: string }[];
};

/** Of a rule that nobody compared there is not a word: who reads it could not tell it from the law. */
export function publicLaw(rules: Rules, language: Language): PublicLaw {
  const stated = <K extends RuleKey>(keys: readonly K[]) =>
    keys.flatMap((key) => {
      const rule = findStated(rules, key);
      return rule ? [{ key, source: rule.source, value: sayValue(rule.value, language) }] : [];
    });
  return {
    clocks: stated(clocks),
    bases: stated(bases).map(({ key, source }) => ({ key, source })),
    terms: Object.fromEntries(
      Object.entries(ruleOfKeep).flatMap(([keep, key]) =>
        key ? stated([key]).map(({ value }) => [keep, value]) : [],
      ),
    ),
  };
}

function findStated(rules: Rules, key: RuleKey): LegalRule | undefined {
  const rule = findRule(rules, key);
  return rule && !isUnverified(rule) ? rule : undefined;
}
