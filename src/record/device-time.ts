// What the clock of a person's device says as a form is sent: handed over in a cookie, on record beside the server's.

import type { Instant } from '#ground/day.ts';

export const deviceTimeCookie = 'device-time';

/**
 * Lives for the form only: a page asked for later must not carry an old time. Under https bound to
 * the host, as the port binds what the server sets.
 */
export function deviceTimeCookieText(now: Date, protocol: string): string {
  const text = `${deviceTimeCookie}=${now.toISOString()}; path=/; max-age=20; samesite=strict`;
  return protocol === 'https:' ? `__Host-${text}; secure` : text;
}

/** A clock may be years off, and that is worth knowing; what is no time at all is left out. */
export function deviceTimeFrom(cookie: string | undefined): Instant | undefined {
  if (!cookie || !/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(cookie)) return undefined;
  const time = new Date(cookie);
  if (Number.isNaN(time.getTime()) || time.toISOString() !== cookie) return undefined;
  return cookie as Instant;
}
