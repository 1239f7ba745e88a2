// Finding rules among those of a day: by kind, by mark, by words without diacritics.

import { searchTexts } from '#ground/text-search.ts';
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
  const collator = new Intl.Collator(language);
  const nameOf = ({ key }: LegalRule): string => nameOfRule(key, language);
  const marked = [...rules.byKey.values()].filter(
    ({ mark }) => !sought.mark || mark === sought.mark,
  );
  const found = searchTexts(
    sought.text,
    marked,
    (rule) => `${nameOf(rule)} ${rule.source} ${rule.note} ${rule.key}`,
  ).toSorted((a, b) => collator.compare(nameOf(a), nameOf(b)));
  return ruleKinds
    .map((kind) => ({ kind, rules: found.filter((rule) => rule.kind === kind) }))
    .filter(({ rules: ofKind }) => ofKind.length > 0);
}
