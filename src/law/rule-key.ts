// The names of the rules the product knows: a wrong one does not compile, and each has words for people.

import type { Language } from '#ground/words.ts';
import { assemblyNames } from './names/assembly.words.ts';
import { paperNames } from './names/paper.words.ts';
import { privacyNames } from './names/privacy.words.ts';
import { retentionNames } from './names/retention.words.ts';
import { tipNames } from './names/tip.words.ts';

const namesIn = <const L extends Language>(language: L) => ({
  ...privacyNames[language],
  ...retentionNames[language],
  ...assemblyNames[language],
  ...tipNames[language],
  ...paperNames[language],
});

export const ruleNames = { vi: namesIn('vi'), en: namesIn('en') } as const;

export type RuleKey = keyof (typeof ruleNames)['vi'];

export const isRuleKey = (key: string): key is RuleKey => key in ruleNames.vi;

/** A rule of a newer catalogue that this version has no words for is called by its key. */
export const nameOfRule = (key: string, language: Language): string =>
  isRuleKey(key) ? ruleNames[language][key] : key;
