// What a form about personal data is told: saved, or refused with its status, its sentence and what was typed.

import { fail, type ActionFailure } from '@sveltejs/kit';
import type { Language } from '#ground/words.ts';
import { keepingWords } from '#privacy/keeping.words.ts';
import { requestWords } from '#privacy/request.words.ts';
import type { FieldProblems } from '#ui/field-problems.svelte.ts';
import type { Refused } from '#ui/read-form.ts';
import type { Typed } from '../../form-fields.ts';

type RequestRefusal = keyof (typeof requestWords)['vi']['refusal'];
type KeepingRefusal = keyof (typeof keepingWords)['vi']['refusal'];
export type Refusal = RequestRefusal | KeepingRefusal;

export type Answer = {
  /** Which of the page's forms was sent. */
  readonly at: string;
  readonly problem: string;
  readonly said: string;
  /** What is wrong with single fields, where they could not be read. */
  readonly problems?: FieldProblems | undefined;
  readonly typed: Typed;
};

/** Every refusal there is, so that a new one without a status does not compile. */
const statuses = {
  forbidden: 403,
  'not-found': 404,
  'no-such-account': 404,
  'wrong-state': 409,
  'erased-already': 409,
  'nothing-done': 409,
  'email-taken': 409,
  'own-account': 409,
  'last-administrator': 409,
  'note-missing': 422,
  'in-future': 422,
  'before-received': 422,
  'before-found': 422,
  'name-missing': 422,
  'answer-missing': 422,
  'no-account': 422,
  'email-invalid': 422,
  'name-too-long': 422,
  'not-understood': 422,
  'happened-missing': 422,
  'unknown-table': 422,
  'people-invalid': 422,
  'not-told': 422,
  'ends-before': 422,
  'too-long': 422,
  invalid: 400,
} as const satisfies Record<Refusal, number>;

export const saved = (at: string, said: string): Answer => ({ at, problem: '', said, typed: {} });

export const refuse = (
  { refusal, problems }: Refused<Refusal>,
  form: Pick<Answer, 'at' | 'typed'>,
  language: Language,
): ActionFailure<Answer> =>
  fail(statuses[refusal], { ...form, problem: sentenceOf(refusal, language), problems, said: '' });

const sentenceOf = (refusal: Refusal, language: Language): string =>
  isOfKeeping(refusal)
    ? keepingWords[language].refusal[refusal]
    : requestWords[language].refusal[refusal];

const isOfKeeping = (refusal: Refusal): refusal is KeepingRefusal =>
  refusal in keepingWords.vi.refusal && !(refusal in requestWords.vi.refusal);
