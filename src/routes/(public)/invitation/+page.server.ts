// Coming in by a printed sheet, on any phone: the code, then a user name and a password of one's own.

import { fail, type RequestEvent } from '@sveltejs/kit';
import { newId } from '#ground/id.ts';
import { invitationWords } from '#people/invitation.words.ts';
import { acceptInput } from '#people/people.input.ts';
import { acceptInvitation, openInvitation } from '#people/server/coming-in-commands.ts';
import { countTry } from '#people/server/entering.ts';
import { enterWithPassword } from '#people/server/sign-in-commands.ts';
import type { Try } from '#people/tries.ts';
import type { FieldProblems } from '#ui/field-problems.svelte.ts';
import { readForm } from '#ui/read-form.ts';
import { typedIn } from '../../form-fields.ts';
import { comingFrom } from '../../session-cookies.ts';
import { answerTo } from '../sign-in/answers.ts';
import { sayRefusal } from './refusals.ts';
import type { Actions, PageServerLoad } from './$types';

/** A wrong code says the same whatever is wrong with it, and slows the next ones down. */
export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const code = (url.searchParams.get('code') ?? '').slice(0, 100);
  const fresh = { code, commandId: newId<'command'>() };
  if (code === '') return { ...fresh, problem: '', welcome: undefined };
  const own = invitationWords[locals.language].enter;
  const one = tryOf(event, code);
  const seconds = countTry(locals.signIn.tries.invitations, one, new Date());
  if (seconds > 0) return { ...fresh, problem: own.wait(seconds), welcome: undefined };
  const welcome = await openInvitation(locals.withoutAccessCheck, code, locals.today);
  if (welcome) locals.signIn.tries.invitations.forget(one);
  return { ...fresh, problem: welcome ? '' : own.wrong, welcome };
};

export const actions = {
  default: async (event) => {
    const { locals, request } = event;
    const { password = '', ...typed } = typedIn(await request.formData());
    const own = invitationWords[locals.language].enter;
    const refuse = (status: number, problem: string, problems?: FieldProblems) =>
      fail(status, { problem, problems, typed });
    const input = readForm(acceptInput, typed, locals, { password });
    if (!input.ok) return refuse(400, own.wrong, input.problems);
    const one = tryOf(event, input.value.code);
    const seconds = countTry(locals.signIn.tries.invitations, one, new Date());
    if (seconds > 0) return refuse(429, own.wait(seconds));
    const db = locals.withoutAccessCheck;
    const accepted = await acceptInvitation(db, locals.signIn, input.value, locals.today);
    if (accepted.ok || accepted.refusal !== 'code-wrong')
      locals.signIn.tries.invitations.forget(one);
    if (!accepted.ok) return refuse(422, sayRefusal(accepted.refusal, locals.language));
    const { username } = accepted.value;
    const given = { username, password, shared: false };
    const entered = await enterWithPassword(locals.signIn, given, comingFrom(event));
    const answer = answerTo(event, entered, { username, next: '/staff' });
    return refuse(answer.status, answer.data.problem);
  },
} satisfies Actions;

/** Each code has its own count; wrong ones from one address have another together. */
const tryOf = (event: RequestEvent, code: string): Try => ({
  name: code,
  address: event.getClientAddress(),
  device: undefined,
});
