// Under https our cookies go out bound to this very host, and only such come in: nobody beside us can plant one.

import type { IncomingMessage } from 'node:http';

/** Browsers take a cookie of this name from this host alone, by https, for all its paths. */
const prefix = '__Host-';

/** 'Set-Cookie' as the pages give it, as it leaves. */
export const boundToHost = (cookie: string): string =>
  /;\s*path=\/\s*(?:;|$)/i.test(cookie) && /;\s*secure\s*(?:;|$)/i.test(cookie)
    ? prefix + cookie
    : cookie;

/** What the pages get to see: their own names, and no cookie that is not bound to this host. */
export function takeOwnCookies({ headers }: Pick<IncomingMessage, 'headers'>): void {
  const own = (headers.cookie ?? '')
    .split(/;\s*/)
    .filter((cookie) => cookie.startsWith(prefix))
    .map((cookie) => cookie.slice(prefix.length));
  if (own.length > 0) headers.cookie = own.join('; ');
  else delete headers.cookie;
}
