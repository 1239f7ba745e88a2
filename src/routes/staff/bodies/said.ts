// What a command about bodies answered, as a form's page is told it: a sentence and its status.

import { fail, type ActionFailure } from '@sveltejs/kit';
import * as v from 'valibot';
import { bodyWords } from '#places/body.words.ts';
import type { BodyOutcome } from '#places/server/body-commands.ts';
import { typedIn, type Typed } from '../../form-fields.ts';

type Refusal = keyof (typeof bodyWords)['vi']['refusal'];

export type Said = {
  /** Which of the page's forms was sent. */
  readonly at: string;
  readonly problem: string | undefined;
  readonly typed: Typed | undefined;
  readonly said: string;
};

const statuses: Partial<Record<Refusal, number>> = { forbidden: 403, 'not-found': 404 };

/** Parses the form, does what it asks, and says how it went; what was typed comes back if it did not go. */
export async function answer<S extends v.GenericSchema>(
  { request, locals }: { readonly request: Request; readonly locals: App.Locals },
  form: {
    readonly at: string;
    readonly schema: S;
    readonly fixed: Readonly<Record<string, string>>;
  },
  act: (input: v.InferOutput<S>) => Promise<BodyOutcome>,
  say: (begun: number) => string,
): Promise<Said | ActionFailure<Said>> {
  const { at } = form;
  const typed = typedIn(await request.formData());
  const parsed = v.safeParse(form.schema, { ...typed, ...form.fixed });
  const outcome = parsed.success
    ? await act(parsed.output)
    : ({ ok: false, refusal: 'invalid' } as const);
  if (outcome.ok)
    return { at, problem: undefined, typed: undefined, said: say(outcome.value.begun) };
  const problem = bodyWords[locals.language].refusal[outcome.refusal];
  return fail(statuses[outcome.refusal] ?? 422, { at, problem, typed, said: '' });
}
