// What a form about the glass is told: saved, or refused with its status and its sentence.

import { fail, type ActionFailure } from '@sveltejs/kit';
import type { Language } from '#ground/words.ts';
import { glassWords } from '#people/glass.words.ts';
import type { Typed } from '../../form-fields.ts';

export type Refusal = keyof (typeof glassWords)['vi']['refusal'];
export type Answer = {
  readonly problem: string;
  readonly said: string;
  readonly typed: Typed;
  /** The field to look at, where it is one. */
  readonly field: string;
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
  'case-unknown': 'case',
  'hours-invalid': 'hours',
};

export const saved = (said: string): Answer => ({ problem: '', said, typed: {}, field: '' });

export const refuse = (refusal: Refusal, typed: Typed, language: Language): ActionFailure<Answer> =>
  fail(statuses[refusal], {
    problem: glassWords[language].refusal[refusal],
    said: '',
    typed,
    field: fields[refusal] ?? '',
  });
