// What a form of one tip is told: recorded, or refused with a sentence and what was typed.

import { fail, type ActionFailure } from '@sveltejs/kit';
import type { Outcome } from '#ground/outcome.ts';
import { deskWords, type DeskRefusal as Refusal } from '#tips/desk.words.ts';
import type { Typed } from '../../../form-fields.ts';

type At = { readonly at: string; readonly typed: Typed };
export type Answer = At & { readonly problem: string; readonly said: string };

const statuses: Readonly<Partial<Record<Refusal, number>>> = {
  forbidden: 403,
  'not-found': 404,
  invalid: 400,
  unsealed: 400,
  'not-theirs': 409,
  'ring-changed': 409,
  'out-of-turn': 409,
};

const refuse = ({ language }: App.Locals, at: At, refusal: Refusal): ActionFailure<Answer> =>
  fail(statuses[refusal] ?? 422, {
    ...at,
    problem: deskWords[language].refusal[refusal],
    said: '',
  });

export const answered = (
  locals: App.Locals,
  at: At,
  outcome: Outcome<unknown, Refusal>,
  said: string,
): Answer | ActionFailure<Answer> =>
  outcome.ok ? { at: at.at, typed: {}, problem: '', said } : refuse(locals, at, outcome.refusal);
