// Back from the identity provider: signed in, tied to the account, or told why not.

import { redirect, type RequestHandler } from '@sveltejs/kit';
import { comeBackFromProvider } from '#people/server/provider-commands.ts';
import { comingFrom, putCookies, safePath } from '../../../../session-cookies.ts';

export const GET: RequestHandler = async (event) => {
  const { locals, request, url } = event;
  const owner = await locals.signIn.findPerson(request.headers, locals.today);
  const from = comingFrom(event);
  const back = await comeBackFromProvider(locals.signIn, url.searchParams, owner, from);
  if (!back.ok) {
    const page = owner ? '/staff/account' : '/sign-in';
    redirect(303, `${page}?provider=${back.refusal}`);
  }
  if (back.value.kind === 'tied') redirect(303, '/staff/account?tied');
  const { entered, next } = back.value;
  if (entered.step === 'no-role') redirect(303, '/sign-in?left');
  if (entered.step !== 'in' && entered.step !== 'second') redirect(303, '/sign-in?over');
  putCookies(event.cookies, url, entered.cookies);
  const path = safePath(next, '/staff');
  redirect(303, entered.step === 'in' ? path : `/sign-in/code?next=${encodeURIComponent(path)}`);
};
