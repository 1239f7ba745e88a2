// Sets or removes the cookies of a session on an answer.

import type { Cookies } from '@sveltejs/kit';
import type { SessionCookie } from '#people/server/sign-in.ts';

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
      maxAge,
    });
  }
}

/**
 * Only a path of this site: nobody is sent elsewhere ('//host' would be). Only plain letters: a
 * browser sends others encoded, and a header cannot hold them.
 */
export const safePath = (path: string | null | undefined, otherwise: string): string =>
  path && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) ? path : otherwise;
