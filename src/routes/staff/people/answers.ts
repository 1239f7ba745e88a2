// Turns what a command about people refused into an answer: its status and its sentence.

import { fail } from '@sveltejs/kit';
import { rolesWords } from '#people/roles.words.ts';
import type { Refused } from '#ui/read-form.ts';
import type { Typed } from '../../form-fields.ts';
import type { Answered } from '../refusals.ts';

export type PeopleRefusal = keyof (typeof rolesWords)['vi']['refusal'];

/** Every refusal there is, so that a new one without a status does not compile. */
const statuses = {
  forbidden: 403,
  'not-found': 404,
  own: 403,
  'held-already': 409,
  'ended-already': 409,
  'last-administrator': 409,
  left: 409,
  'no-access': 409,
  'named-already': 409,
  invalid: 400,
  'name-missing': 422,
  'place-missing': 422,
  'from-past': 422,
  'to-before-from': 422,
  'until-wrong': 422,
  'email-wrong': 422,
  'end-past': 422,
  'end-later': 422,
  'same-person': 422,
  'reason-missing': 422,
  'nothing-to-do': 422,
} as const satisfies Record<PeopleRefusal, number>;

type Form = { readonly at: string; readonly typed: Typed };

/** Saved, or refused with everything that was typed. */
export const answerPeople = (
  outcome: { readonly ok: true } | Refused<PeopleRefusal>,
  form: Form,
  locals: App.Locals,
): Answered =>
  outcome.ok ? { at: form.at, typed: {}, problem: undefined } : refusePeople(outcome, form, locals);

export const refusePeople = (
  { refusal, problems }: Refused<PeopleRefusal>,
  form: Form,
  { language }: App.Locals,
) => fail(statuses[refusal], { ...form, problem: rolesWords[language].refusal[refusal], problems });
