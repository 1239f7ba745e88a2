// Signing in with name and password, or by one click as a person of the demo on this machine.

import { fail, redirect, type Actions } from '@sveltejs/kit';
import { peopleWords } from '#people/people.words.ts';
import { listDemoPeople } from '#people/server/store.ts';
import { minutesOfTries } from '#people/tries.ts';
import { typedIn } from '../../form-fields.ts';
import { putCookies, safePath } from '../../session-cookies.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const next = safePath(url.searchParams.get('next'), '/staff');
  if (locals.actor) redirect(303, next);
  return {
    next,
    ready: url.searchParams.has('ready'),
    demoPeople: locals.demoDoor ? await listDemoPeople(locals.withoutAccessCheck) : [],
  };
};

export const actions: Actions = {
  password: async ({ request, locals, cookies, url }) => {
    const { username = '', password = '', next = '' } = typedIn(await request.formData());
    const own = peopleWords[locals.language];
    if (locals.signIn.mustWait(username.trim())) {
      return fail(429, { problem: own.tooOften(minutesOfTries), username });
    }
    const opened = await locals.signIn.open(username.trim(), password);
    if (!opened) return fail(400, { problem: own.wrong, username });
    putCookies(cookies, url, opened);
    redirect(303, safePath(next, '/staff'));
  },
  demo: async ({ request, locals, cookies, url }) => {
    const problem = peopleWords[locals.language].wrong;
    if (!locals.demoDoor) return fail(403, { problem, username: '' });
    const typed = typedIn(await request.formData());
    const people = await listDemoPeople(locals.withoutAccessCheck);
    const person = people.find(({ username }) => username === typed['username']);
    const opened =
      person &&
      (await locals.signIn.open(person.username, locals.signIn.demoPassword(person.username)));
    if (!opened) return fail(400, { problem, username: '' });
    putCookies(cookies, url, opened);
    redirect(303, safePath(typed['next'], '/staff'));
  },
};
