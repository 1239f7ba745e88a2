// Leads to the province's identity provider, which leads back to ./back.

import { redirect, type RequestHandler } from '@sveltejs/kit';
import { leaveForProvider } from '#people/server/provider-commands.ts';
import { comingFrom, putCookies, safePath } from '../../../session-cookies.ts';

export const GET: RequestHandler = async (event) => {
  const next = safePath(event.url.searchParams.get('next'), '/staff');
  const shared = event.url.searchParams.get('shared') === 'yes';
  const left = await leaveForProvider(event.locals.signIn, { next, shared }, comingFrom(event));
  if (!left.ok) redirect(303, `/sign-in?provider=${left.refusal}`);
  putCookies(event.cookies, event.url, [left.value.cookie]);
  redirect(303, left.value.address);
};
