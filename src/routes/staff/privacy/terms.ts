// How long each way of keeping lasts today, in words: the dated rule behind it, said with its value.

import type { Language } from '#ground/words.ts';
import { findRule, type Rules } from '#law/rule.ts';
import { sayValue } from '#law/say-value.ts';
import { ruleOfKeep } from '#privacy/retention.ts';

export const termsIn = (rules: Rules, language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(ruleOfKeep).flatMap(([keep, key]) => {
      const rule = key && findRule(rules, key);
      return rule ? [[keep, sayValue(rule.value, language)]] : [];
    }),
  );
