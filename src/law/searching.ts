// Finding rules among those of a day: by kind, by mark, by words without diacritics.

import { fold } from '#ground/text.ts';
import type { Language } from '#ground/words.ts';
import { ruleKinds, type LegalRule, type Mark, type RuleKind, type Rules } from './rule.ts';
import { nameOfRule } from './rule-key.ts';

export type Sought = { readonly text: string; readonly mark: Mark | null };

/** Every kind with its rules, in the order of their names; kinds of which nothing is found are left out. */
export function findRules(
  rules: Rules,
  sought: Sought,
  language: Language,
): readonly { readonly kind: RuleKind; readonly rules: readonly LegalRule[] }[] {
  const words = fold(sought.text).split(/\s+/u).filter(Boolean);
  const collator = new Intl.Collator(language);
  const nameOf = ({ key }: LegalRule): string => nameOfRule(key, language);
  const isSought = (rule: LegalRule): boolean => {
    const text = fold(`${nameOf(rule)} ${rule.source} ${rule.note} ${rule.key}`);
    return (
      (!sought.mark || rule.mark === sought.mark) && words.every((word) => text.includes(word))
    );
  };
  const found = [...rules.byKey.values()]
    .filter(isSought)
    .toSorted((a, b) => collator.compare(nameOf(a), nameOf(b)));
  return ruleKinds
    .map((kind) => ({ kind, rules: found.filter((rule) => rule.kind === kind) }))
    .filter(({ rules: ofKind }) => ofKind.length > 0);
}
