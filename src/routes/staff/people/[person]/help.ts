// Helping somebody in again who lost what they sign in with: for administrators, on the person's page.

import { fail, type Action } from '@sveltejs/kit';
import * as v from 'valibot';
import { isId, newId, type CommandId, type PersonId } from '#ground/id.ts';
import { refused, type Outcome } from '#ground/outcome.ts';
import { accountHelpWords } from '#people/account-help.words.ts';
import { isOwn, peopleScope } from '#people/giving.ts';
import { may } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { findPerson } from '#people/server/people-store.ts';
import { expectAtProvider } from '#people/server/provider-commands.ts';
import { removeSecondFactors } from '#people/server/second-factor-commands.ts';
import { findFactors } from '#people/server/second-factor-store.ts';
import { readForm, type Refused } from '#ui/read-form.ts';
import { typedIn, type Typed } from '../../../form-fields.ts';
import type { Answered } from '../../refusals.ts';
import { keeperOf } from '../choices.ts';
import type { RouteParams } from './$types';

/** What this actor may do for the person; undefined for nothing. */
export async function findHelp({ signIn }: App.Locals, actor: Actor, personId: PersonId) {
  if (!may(actor, 'invite person') || isOwn(actor, personId)) return undefined;
  const { authenticator, passkeys } = await findFactors(signIn.as(personId), personId);
  return {
    hasFactors: authenticator || passkeys,
    provider: signIn.provider?.name,
    commandIds: { remove: newId<'command'>(), expect: newId<'command'>() },
  };
}

const helpInput = v.object({
  commandId: v.custom<CommandId>(isId),
  personId: v.custom<PersonId>(isId),
  reason: v.pipe(v.string(), v.maxLength(2_000)),
  name: v.optional(v.pipe(v.string(), v.maxLength(500)), ''),
});
type HelpInput = v.InferOutput<typeof helpInput>;

type HelpRefusal = keyof (typeof accountHelpWords)['vi']['refusal'];
const statuses = {
  forbidden: 403,
  'not-found': 404,
  'no-factors': 409,
  'no-provider': 409,
  taken: 409,
  invalid: 400,
  'reason-missing': 422,
  'name-missing': 422,
} as const satisfies Record<HelpRefusal, number>;

const helping =
  (
    at: string,
    act: (locals: App.Locals, input: HelpInput) => Promise<Outcome<true, HelpRefusal>>,
  ): Action<RouteParams, Answered> =>
  async ({ request, locals, params }) => {
    const typed: Typed = typedIn(await request.formData());
    const refuse = ({ refusal, problems }: Refused<HelpRefusal>) => {
      const problem = accountHelpWords[locals.language].refusal[refusal];
      return fail(statuses[refusal], { at, typed, problem, problems });
    };
    const input = readForm(helpInput, typed, locals, { personId: params.person });
    if (!input.ok) return refuse(input);
    const scope = peopleScope(keeperOf(locals));
    if (!(await findPerson(locals.db, scope, input.value.personId)))
      return refuse(refused('not-found'));
    const helped = await act(locals, input.value);
    return helped.ok ? { at, typed: {}, problem: undefined } : refuse(helped);
  };

export const helpActions = {
  removeFactors: helping('removeFactors', (locals, input) =>
    removeSecondFactors(locals.signIn, keeperOf(locals), input),
  ),
  expect: helping('expect', (locals, input) =>
    expectAtProvider(locals.signIn, keeperOf(locals), input),
  ),
};
