// The papers and proofs each kind of step leaves behind; a step is closed only when it has them.

import type { Day } from '#ground/day.ts';
import type { RuleKey } from '#law/rule-key.ts';
import { ruleOn, type Law, type LegalRule } from '#law/rule.ts';
import type { StepKind } from './site.ts';

/** The rule that prescribes the paper's form; null where custom asks for it (domain.md §1.3). */
export type Requirement = { readonly key: RequirementKey; readonly rule: LegalRule | null };

const table = {
  survey: ['survey_report', 'working_minutes', 'core_candidates'],
  core_meeting: ['core_minutes', 'consents', 'core_list'],
  prepare: [
    'regulation_draft',
    'founding_draft',
    'budget',
    'commitment_form',
    'box_and_hotline',
    'launch_plan',
  ],
  assembly: ['assembly_notice', 'assembly_minutes', 'tally_minutes', 'community_decision'],
  launch: ['founding_decision', 'regulation_decision', 'launch_minutes', 'commitments'],
  operate: ['model_minutes', 'monthly_report'],
  other: ['result'],
} as const satisfies Record<StepKind, readonly string[]>;

export type RequirementKey = (typeof table)[StepKind][number];

/** Hamlet decisions before these forms followed Pháp lệnh 34/2007, which prescribed none. */
const forms: Partial<Record<RequirementKey, RuleKey>> = {
  assembly_notice: 'step.assembly_notice',
  tally_minutes: 'step.tally_minutes',
  community_decision: 'step.community_decision',
};

/** What a step of this kind needs on a day: a form is not asked for while no rule prescribes it. */
export function requirementsOf(kind: StepKind, on: Day, law: Law): readonly Requirement[] {
  const keys: readonly RequirementKey[] = table[kind];
  return keys.flatMap((key) => {
    const form = forms[key];
    if (form === undefined) return { key, rule: null };
    const rule = ruleOn(law, form, on);
    return rule ? { key, rule } : [];
  });
}
