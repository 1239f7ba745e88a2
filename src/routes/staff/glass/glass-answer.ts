// What a form about the glass is told: saved, or refused with its status and its sentence.

import { fail, type ActionFailure } from '@sveltejs/kit';
import type { Language } from '#ground/words.ts';
import { glassWords } from '#people/glass.words.ts';
import type { FieldProblems } from '#ui/field-problems.svelte.ts';
import type { Refused } from '#ui/read-form.ts';
import type { Typed } from '../../form-fields.ts';

export type Refusal = keyof (typeof glassWords)['vi']['refusal'];
export type Answer = {
  readonly problem: string;
  readonly said: string;
  readonly typed: Typed;
  /** What is wrong with single fields. */
  readonly problems?: FieldProblems | undefined;
};

const statuses = {
  forbidden: 403,
  'not-found': 404,
  'reason-short': 422,
  'case-unknown': 422,
  'hours-invalid': 422,
  'already-reached': 409,
  'another-open': 409,
  'not-open': 409,
  'own-opening': 409,
  invalid: 400,
} as const satisfies Record<Refusal, number>;

const fields: Partial<Record<Refusal, string>> = {
  'reason-short': 'reason',
  'case-unknown': 'caseKey',
  'hours-invalid': 'hours',
};

export const saved = (said: string): Answer => ({ problem: '', said, typed: {} });

export function refuse(
  { refusal, problems }: Refused<Refusal>,
  typed: Typed,
  language: Language,
): ActionFailure<Answer> {
  const problem = glassWords[language].refusal[refusal];
  const field = fields[refusal];
  const told = field === undefined ? problems : { [field]: problem };
  return fail(statuses[refusal], { problem, problems: told, said: '', typed });
}
