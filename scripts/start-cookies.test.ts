// Cookies on their way through the port, under https.

import { expect, test } from 'vitest';
import { boundToHost, takeOwnCookies } from './start-cookies.ts';

test.each([
  'binh-yen.session_token=a; Path=/; Secure; HttpOnly',
  'language=vi; secure; path=/; SameSite=Lax',
])('%s leaves bound to the host', (cookie) => {
  expect(boundToHost(cookie)).toBe(`__Host-${cookie}`);
});

test.each(['a=b; Path=/; HttpOnly', 'a=b; Path=/staff; Secure', 'secure=a; path=/x'])(
  '%s could not be bound, so that it never comes back',
  (cookie) => {
    expect(boundToHost(cookie)).toBe(cookie);
  },
);

test('only what is bound to the host comes in, under its own name', () => {
  const headers = { cookie: 'language=en; __Host-a=1;__Host-language=vi; __Secure-b=2' };
  takeOwnCookies({ headers });
  expect(headers).toEqual({ cookie: 'a=1; language=vi' });
});

test('where nothing is ours, nothing comes in', () => {
  const headers = { cookie: 'language=en' };
  takeOwnCookies({ headers });
  expect(headers).toEqual({});
});
