// One's own account: the password.

import { fail, type Actions } from '@sveltejs/kit';
import { peopleWords } from '#people/people.words.ts';
import { shortestPassword } from '#people/server/sign-in.ts';
import { actorOf } from '../actor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ shortestPassword });

export const actions: Actions = {
  default: async ({ request, locals }) => {
    actorOf(locals);
    const own = peopleWords[locals.language];
    const form = await request.formData();
    const text = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value.slice(0, 200) : '';
    };
    if ([...text('next')].length < shortestPassword) {
      return fail(422, { problem: own.refusal['password-short'], said: '' });
    }
    const { headers } = request;
    const changed = await locals.signIn.changePassword(headers, text('current'), text('next'));
    return changed
      ? { problem: '', said: own.changed }
      : fail(422, { problem: own.wrongCurrent, said: '' });
  },
};
