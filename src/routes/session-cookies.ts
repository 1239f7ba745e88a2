// What signing in knows of a request, and the cookies it sets or removes on the answer.

import type { Cookies, RequestEvent } from '@sveltejs/kit';
import type { From } from '#people/server/entering.ts';
import type { SessionCookie } from '#people/server/sign-in-library.ts';

export function putCookies(
  cookies: Cookies,
  url: URL,
  sessionCookies: readonly SessionCookie[],
): void {
  for (const { name, value, maxAge } of sessionCookies) {
    // The library has signed and encoded the value already.
    cookies.set(name, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: url.protocol === 'https:',
      // Without an age it goes when the browser is closed.
      ...(maxAge !== undefined && { maxAge }),
    });
  }
}

/** Nothing of it is kept or logged. */
export const comingFrom = (event: RequestEvent): From => ({
  url: event.url,
  headers: event.request.headers,
  address: event.getClientAddress(),
  cookie: (name) => event.cookies.get(name),
  now: new Date(),
  today: event.locals.today,
});

/**
 * Only a path of this site: nobody is sent elsewhere ('//host' would be). Only plain letters: a
 * browser sends others encoded, and a header cannot hold them.
 */
export const safePath = (path: string | null | undefined, otherwise: string): string =>
  path && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) ? path : otherwise;
