// What a command about bodies answered, as a form's page is told it: a sentence and its status.

import { fail, type ActionFailure } from '@sveltejs/kit';
import type * as v from 'valibot';
import { bodyWords } from '#places/body.words.ts';
import type { BodyOutcome } from '#places/server/body-commands.ts';
import type { FieldProblems } from '#ui/field-problems.svelte.ts';
import { readForm, type Refused } from '#ui/read-form.ts';
import { typedIn, type Typed } from '../../form-fields.ts';

type Refusal = keyof (typeof bodyWords)['vi']['refusal'];

export type Said = {
  /** Which of the page's forms was sent. */
  readonly at: string;
  readonly problem: string | undefined;
  readonly typed: Typed | undefined;
  readonly said: string;
  /** What is wrong with single fields, where they could not be read. */
  readonly problems?: FieldProblems | undefined;
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
  const input = readForm(form.schema, typed, locals, form.fixed);
  const outcome: Refused<Refusal> | Extract<BodyOutcome, { ok: true }> = input.ok
    ? await act(input.value)
    : input;
  if (outcome.ok)
    return { at, problem: undefined, typed: undefined, said: say(outcome.value.begun) };
  const { refusal, problems } = outcome;
  const problem = bodyWords[locals.language].refusal[refusal];
  return fail(statuses[refusal] ?? 422, { at, problem, problems, typed, said: '' });
}
