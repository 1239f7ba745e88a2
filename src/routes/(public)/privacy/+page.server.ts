// What is held of people, for everybody to read: the register, with the terms and clocks of today.

import { findRule } from '#law/rule.ts';
import { listRules } from '#law/server/store.ts';
import { sayValue } from '#law/say-value.ts';
import { ruleOfKeep } from '#privacy/retention.ts';
import type { PageServerLoad } from './$types';

/** The clocks people may count on, and the rights people have. */
const clocks = [
  'privacy.acknowledge',
  'privacy.view',
  'privacy.correct',
  'privacy.export',
  'privacy.restrict',
  'privacy.erase',
] as const;

export const load: PageServerLoad = async ({ locals }) => {
  const rules = await listRules(locals.withoutAccessCheck, locals.today);
  const said = (key: (typeof clocks)[number]) => {
    const rule = findRule(rules, key);
    return rule
      ? [
          {
            key,
            value: sayValue(rule.value, locals.language),
            source: rule.source,
            mark: rule.mark,
          },
        ]
      : [];
  };
  return {
    clocks: clocks.flatMap(said),
    terms: Object.fromEntries(
      Object.entries(ruleOfKeep).flatMap(([keep, key]) => {
        const rule = key && findRule(rules, key);
        return rule ? [[keep, sayValue(rule.value, locals.language)]] : [];
      }),
    ) as Readonly<Record<string, string>>,
    bases: Object.fromEntries(
      (['task', 'consent', 'archive', 'security'] as const).flatMap((basis) => {
        const rule = findRule(rules, `privacy.basis.${basis}`);
        return rule ? [[basis, { source: rule.source, mark: rule.mark }]] : [];
      }),
    ),
  };
};
