// Who acts on a page of boxes, what their form said, and the sentence for what was refused.

import { error, fail, type ActionFailure } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Language } from '#ground/words.ts';
import { mayWithoutSite } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { boxWords } from '#tips/box.words.ts';
import { typedIn, type Typed } from '../../form-fields.ts';
import { actorOf } from '../actor.ts';
import { staffWords } from '../staff.words.ts';

export type BoxRefused = keyof (typeof boxWords)['vi']['refusal'] | 'invalid';
export type BoxAnswer = {
  readonly at: string;
  readonly problem: string;
  readonly said: string;
  readonly typed: Typed;
};

/** Those who open boxes, and with 'keep' those who keep their register. */
export function openerOf(locals: App.Locals, what: 'open' | 'keep' = 'open'): Actor {
  const actor = actorOf(locals);
  const act = what === 'keep' ? 'keep boxes' : 'open box';
  if (!mayWithoutSite(actor, act)) error(403, staffWords[locals.language].forbidden);
  return actor;
}

export type Sent<S extends v.GenericSchema> = {
  readonly typed: Typed;
  readonly input: v.InferOutput<S> | undefined;
};

export async function sentIn<S extends v.GenericSchema>(
  request: Request,
  schema: S,
  more: Typed = {},
): Promise<Sent<S>> {
  const typed = { ...typedIn(await request.formData()), ...more };
  const parsed = v.safeParse(schema, typed);
  return { typed, input: parsed.success ? parsed.output : undefined };
}

const statuses: Readonly<Partial<Record<BoxRefused, number>>> = {
  forbidden: 403,
  'not-found': 404,
  invalid: 400,
  'opening-there': 409,
  closed: 409,
};

export const refuse = (
  at: string,
  refusal: BoxRefused,
  typed: Typed,
  language: Language,
): ActionFailure<BoxAnswer> =>
  fail(statuses[refusal] ?? 422, {
    at,
    typed,
    said: '',
    problem:
      refusal === 'invalid' ? boxWords[language].badForm : boxWords[language].refusal[refusal],
  });

export const saved = (at: string, language: Language): BoxAnswer => ({
  at,
  typed: {},
  problem: '',
  said: boxWords[language].saved,
});
