// Signing in: name and password, a passkey, a provider; or one click as a person of the demo on this machine.

import { fail, redirect, type Actions, type Cookies } from '@sveltejs/kit';
import { peopleWords } from '#people/people.words.ts';
import { newDemoCookie } from '#people/server/demo-door.ts';
import { enterWithPasskey, enterWithPassword } from '#people/server/sign-in-commands.ts';
import { listDemoPeople } from '#people/server/store.ts';
import { signInWords } from '#people/sign-in.words.ts';
import { typedIn } from '../../form-fields.ts';
import { comingFrom, putCookies, safePath } from '../../session-cookies.ts';
import { answerTo } from './answers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, cookies }) => {
  const next = safePath(url.searchParams.get('next'), '/staff');
  if (url.searchParams.has('demo')) moveDemoKey(locals, cookies, url);
  if (locals.actor) redirect(303, next);
  const { demoDoor } = locals;
  const demoPeople = demoDoor === 'closed' ? [] : await listDemoPeople(locals.withoutAccessCheck);
  return {
    next,
    ready: url.searchParams.has('ready'),
    problem: problemIn(url, locals),
    provider: locals.signIn.provider?.name,
    hasPasskeys: locals.signIn.passkeysFor(url) !== undefined,
    // Where the demo was taken out no door is left to speak of.
    hasLockedDemo: demoDoor === 'locked' && demoPeople.length > 0,
    demoPeople: demoDoor === 'open' ? demoPeople : [],
  };
};

export const actions: Actions = {
  password: async (event) => {
    const typed = typedIn(await event.request.formData());
    const { username = '', password = '', next = '' } = typed;
    const given = { username: username.trim(), password, shared: typed['shared'] === 'yes' };
    const entered = await enterWithPassword(event.locals.signIn, given, comingFrom(event));
    return answerTo(event, entered, { username, next });
  },
  passkey: async (event) => {
    const typed = typedIn(await event.request.formData());
    const { answer = '', username = '', next = '' } = typed;
    const given = { answer, shared: typed['shared'] === 'yes' };
    const entered = await enterWithPasskey(event.locals.signIn, given, comingFrom(event));
    const { passkeyFailed } = signInWords[event.locals.language];
    return answerTo(event, entered, { username, next }, passkeyFailed);
  },
  demo: async (event) => {
    const { locals, request } = event;
    const problem = peopleWords[locals.language].wrong;
    if (locals.demoDoor !== 'open') return fail(403, { problem, username: '' });
    const { username = '', next = '' } = typedIn(await request.formData());
    const people = await listDemoPeople(locals.withoutAccessCheck);
    if (!people.some((person) => person.username === username)) {
      return fail(400, { problem, username: '' });
    }
    const given = { username, password: locals.signIn.demoPassword(username), shared: false };
    const entered = await enterWithPassword(locals.signIn, given, comingFrom(event));
    return answerTo(event, entered, { username: '', next });
  },
};

/** From the address, where others may see it, into a cookie. */
function moveDemoKey({ demoDoor }: App.Locals, cookies: Cookies, url: URL): never {
  if (demoDoor === 'open') putCookies(cookies, url, [newDemoCookie()]);
  const rest = new URLSearchParams(url.searchParams);
  rest.delete('demo');
  redirect(303, rest.size > 0 ? `/sign-in?${rest}` : '/sign-in');
}

/** What went wrong on another page of signing in, which led back here. */
function problemIn(url: URL, { language }: App.Locals): string {
  const own = signInWords[language];
  if (url.searchParams.has('over')) return own.over;
  if (url.searchParams.has('ended')) return own.ended;
  if (url.searchParams.has('left')) return own.noRole;
  const asked = url.searchParams.get('provider');
  const problems: Readonly<Record<string, string>> = own.provider;
  return (asked && Object.hasOwn(problems, asked) && problems[asked]) || '';
}
