// One's own account: the password.

import { fail, type Actions } from '@sveltejs/kit';
import { peopleWords } from '#people/people.words.ts';
import { shortestPassword } from '#people/server/sign-in.ts';
import { typedIn } from '../../form-fields.ts';
import { actorOf } from '../actor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ shortestPassword });

export const actions: Actions = {
  default: async ({ request, locals }) => {
    actorOf(locals);
    const own = peopleWords[locals.language];
    const { current = '', next = '' } = typedIn(await request.formData());
    if (Array.from(next).length < shortestPassword) {
      return fail(422, { problem: own.refusal['password-short'], said: '' });
    }
    const { headers } = request;
    const changed = await locals.signIn.changePassword(headers, current, next);
    return changed
      ? { problem: '', said: own.changed }
      : fail(422, { problem: own.wrongCurrent, said: '' });
  },
};
