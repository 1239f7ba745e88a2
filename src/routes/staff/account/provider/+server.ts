// Leads to the province's identity provider, to tie this account to whoever signs in there.

import { redirect, type RequestHandler } from '@sveltejs/kit';
import { leaveForProvider } from '#people/server/provider-commands.ts';
import { comingFrom, putCookies } from '../../../session-cookies.ts';
import { ownerOf } from '../owner.ts';

export const GET: RequestHandler = async (event) => {
  // Cookies come along from a foreign page's link too: only our own page may begin this.
  if (event.request.headers.get('sec-fetch-site') !== 'same-origin') {
    redirect(303, '/staff/account?provider=over');
  }
  const tie = await ownerOf(event);
  const going = { next: '/staff/account', shared: tie.shared, tie };
  const left = await leaveForProvider(event.locals.signIn, going, comingFrom(event));
  if (!left.ok) redirect(303, `/staff/account?provider=${left.refusal}`);
  putCookies(event.cookies, event.url, [left.value.cookie]);
  redirect(303, left.value.address);
};
