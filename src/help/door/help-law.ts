// What the page of help says of the law and which numbers it gives: from the dated rules of the day, each with its mark.

import { findRule, getMonths, getText, isUnverified, type Rules } from '#law/rule.ts';
import type { RuleKey } from '#law/rule-key.ts';
import type { helpDoorWords } from './help-door.words.ts';

type Own = (typeof helpDoorWords)['vi'];

export type Statement = {
  readonly text: string;
  readonly source: string;
  readonly isUnverified: boolean;
};
export type HelpNumber = { readonly of: keyof Own['numberOf']; readonly number: string };

/** A sentence stands only on days on which its rule holds; what no rule says is not said. */
export const statementsOf = (rules: Rules, own: Own): readonly Statement[] => {
  const { statements } = own;
  return [
    ...by(rules, 'help.law.stigma', statements.stigma),
    ...by(rules, 'help.law.ways', statements.ways),
    ...by(rules, 'help.law.secret', statements.secret),
    ...by(rules, 'drug.user.management', monthsIn(rules, own)),
    ...by(rules, 'drug.rehab.first', rehabIn(rules, own)),
    ...by(rules, 'help.law.use', statements.use),
    ...by(rules, 'help.law.tell', statements.tell),
  ];
};

/** In the order in which they are looked for. */
const numbers = ['emergency', 'child', 'drugs', 'police'] as const;

export const numbersOf = (rules: Rules): readonly (HelpNumber & Omit<Statement, 'text'>)[] =>
  numbers.flatMap((of) => {
    const key = `help.number.${of}` as const;
    const number = getText(rules, key);
    const [rule] = by(rules, key, '');
    if (!number.ok || !rule) return [];
    const { source, isUnverified: isOpen } = rule;
    return [{ of, number: number.value, source, isUnverified: isOpen }];
  });

function by(rules: Rules, key: RuleKey, text: string | undefined): readonly Statement[] {
  const rule = findRule(rules, key);
  if (!rule || text === undefined) return [];
  return [{ text, source: rule.source, isUnverified: isUnverified(rule) }];
}

const monthsIn = (rules: Rules, own: Own): string | undefined => {
  const months = getMonths(rules, 'drug.user.management');
  return months.ok ? own.statements.management(String(months.value)) : undefined;
};

const rehabIn = (rules: Rules, own: Own): string | undefined => {
  const [first, again] = [
    getMonths(rules, 'drug.rehab.first'),
    getMonths(rules, 'drug.rehab.again'),
  ];
  return first.ok && again.ok
    ? own.statements.rehab(String(first.value), String(again.value))
    : undefined;
};
