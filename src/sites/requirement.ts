// The papers and proofs each kind of step leaves behind; a step is closed only when it has them.

import { day, type Day } from '#ground/day.ts';
import type { StepKind } from './site.ts';

/** The act a paper is prescribed by, and when that act holds. */
export type RequirementRule = {
  readonly source: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly verified: boolean;
};

export type Requirement = { readonly key: RequirementKey; readonly rule: RequirementRule | null };

/** Hamlet decisions before it followed Pháp lệnh 34/2007, which prescribed no forms. */
const democracy2023 = (form: string): RequirementRule => ({
  source: `Luật 10/2022/QH15; Nghị định 59/2023/NĐ-CP, ${form}`,
  validFrom: day('2023-08-15'),
  validTo: null,
  verified: true,
});

/** Where no act prescribes the paper, custom does (domain.md §1.3). */
const custom = <const K extends string>(key: K): { readonly key: K; readonly rule: null } => ({
  key,
  rule: null,
});

const table = {
  survey: [custom('survey_report'), custom('working_minutes'), custom('core_candidates')],
  core_meeting: [custom('core_minutes'), custom('consents'), custom('core_list')],
  prepare: [
    custom('regulation_draft'),
    custom('founding_draft'),
    custom('budget'),
    custom('commitment_form'),
    custom('box_and_hotline'),
    custom('launch_plan'),
  ],
  assembly: [
    { key: 'assembly_notice', rule: democracy2023('Mẫu 01') },
    custom('assembly_minutes'),
    { key: 'tally_minutes', rule: democracy2023('Mẫu 02, Mẫu 04') },
    { key: 'community_decision', rule: democracy2023('Mẫu 03') },
  ],
  launch: [
    custom('founding_decision'),
    custom('regulation_decision'),
    custom('launch_minutes'),
    custom('commitments'),
  ],
  operate: [custom('model_minutes'), custom('monthly_report')],
  other: [custom('result')],
} as const satisfies Record<StepKind, readonly { key: string; rule: RequirementRule | null }[]>;

export type RequirementKey = (typeof table)[StepKind][number]['key'];

/** What a step of this kind needs on a day: a form is not asked for while its act does not hold. */
export function requirementsOf(kind: StepKind, on: Day): readonly Requirement[] {
  const all: readonly Requirement[] = table[kind];
  return all.filter(
    ({ rule }) => !rule || (rule.validFrom <= on && (rule.validTo === null || on <= rule.validTo)),
  );
}
