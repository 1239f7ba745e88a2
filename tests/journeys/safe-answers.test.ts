// What every answer carries, of every address, file, redirect and error: here and under https.

import { globSync } from 'node:fs';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, inject, test } from 'vitest';
import { comeIn } from './map-of-the-app.ts';
import { ask, cookiesOf, formOf, type Answered } from './plain-http.ts';
import { allRoutes } from './route-tree.ts';
import { startApp, type RunningApp } from './running-app.ts';

const origin = 'https://binhyen.example';
/** A start of its own and hundreds of requests, on a busy machine. */
const patience = { timeout: 300_000 };
const client = resolve(import.meta.dirname, '../../build/client');

let started: Promise<RunningApp> | undefined;
const underHttps = (): Promise<RunningApp> =>
  (started ??= startApp({ BINH_YEN_DEMO: 'no', BINH_YEN_ORIGIN: origin, BINH_YEN_LANG: 'vi' }));
afterAll(async () => (await started)?.stop());

type Sent = { readonly method: string; readonly path: string };
const get = (path: string): Sent => ({ method: 'GET', path });

/** Files stand there only once the application was built. */
const everything = (): readonly Sent[] => [
  ...allRoutes
    .map(({ pattern }) => pattern.replace(/\[\w+\]/g, crypto.randomUUID()))
    .flatMap((path) => [get(path), { method: 'POST', path }, { method: 'PUT', path }]),
  ...allRoutes.filter(({ isPage }) => isPage).map(({ pattern }) => get(dataOf(pattern))),
  ...globSync('**/*.{svg,json,js,css,woff2}', { cwd: client }).map((file) => get(`/${file}`)),
  ...['/not-there', '/_app/not-there', '/staff/%ff', '/%00', '/sign-in?x=%00', '//x'].map(get),
  { method: 'OPTIONS', path: '/' },
  { method: 'TRACE', path: '/' },
];

const dataOf = (pattern: string): string => `${pattern.replace(/\/$/, '')}/__data.json`;

/** What is wrong with the headers of an answer. */
function faultsOf(
  { path }: Sent,
  { status, headers }: Answered,
  isSecure: boolean,
): readonly string[] {
  const of = (name: string): string => String(headers[name] ?? '');
  const kept = of('cache-control');
  const rules = {
    'a failure': status >= 500,
    'may be taken for another type': of('x-content-type-options') !== 'nosniff',
    'may be framed': of('x-frame-options') !== 'DENY',
    'tells where people come from': of('referrer-policy') !== 'same-origin',
    HSTS: of('strict-transport-security') !== (isSecure ? 'max-age=31536000' : ''),
    'no letters named':
      of('content-type').startsWith('text/') && !/charset=utf-8/.test(of('content-type')),
    'kept by browsers': !isKeptRightly(path, status, kept),
    'a cookie from elsewhere':
      isSecure &&
      [headers['set-cookie'] ?? []].flat().some((cookie) => !cookie.startsWith('__Host-')),
  };
  return Object.entries(rules).flatMap(([name, isBroken]) =>
    isBroken ? [`${status} ${path}: ${name} (${kept})`] : [],
  );
}

/** Files for ever by their name or asked for again; two pages that are alike for all; nothing else. */
function isKeptRightly(path: string, status: number, rule: string): boolean {
  const isThere = status === 200;
  if (isThere && path.startsWith('/_app/immutable/')) return rule.includes('immutable');
  if (isThere && /^\/(?:_app\/|[^/]+\.svg)/.test(path)) return rule === 'no-cache';
  if (
    isThere &&
    /^\/(?:privacy)?(?:\/?__data\.json)?$/.test(path) &&
    rule === 'public, max-age=0, s-maxage=5'
  )
    return true;
  // What is not there may be there after the next start.
  if (path.startsWith('/_app/') && rule.includes('max-age=0')) return true;
  return /^(?:private, )?no-store$/.test(rule);
}

async function faultsAt(
  address: string,
  cookie: string,
  isSecure: boolean,
): Promise<readonly string[]> {
  const base = isSecure ? origin : address;
  // Whoever is signed in stays so until the last answer.
  const asked = everything().filter(({ path }) => !cookie || path !== '/sign-out');
  const faults = asked.map(async (sent) => {
    const { headers, body } = formOf(base, { language: 'vi' });
    const isForm = sent.method === 'POST';
    const whole = { ...sent, headers: { ...headers, cookie }, ...(isForm && { body }) };
    return faultsOf(sent, await ask(address, whole), isSecure);
  });
  return (await Promise.all(faults)).flat();
}

test('every answer to a passer-by says what may be done with it', patience, async () => {
  expect(await faultsAt(inject('address'), '', false)).toEqual([]);
});

test('every answer to somebody signed in does', patience, async () => {
  const app = { address: inject('address'), demoKey: inject('demoKey') };
  expect(await faultsAt(app.address, await comeIn(app, 'can-bo-tinh'), false)).toEqual([]);
});

test('under https every answer also tells browsers to come by nothing else', patience, async () => {
  expect(await faultsAt((await underHttps()).address, '', true)).toEqual([]);
});

const language = ({ text: html }: Answered): string => /<html lang="(\w+)"/.exec(html)?.[1] ?? '';

test('under https a cookie counts only when it is bound to the host', patience, async () => {
  const { address, said } = await underHttps();
  const visit = (cookie: string) => ask(address, { ...get('/'), headers: { cookie } });
  expect(language(await visit('__Host-language=en'))).toBe('en');
  expect(language(await visit('language=en'))).toBe('vi');
  const setup = /\/setup\?token=\S+/.exec(said())?.[0] ?? '';
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    ask(address, {
      method: 'POST',
      path,
      ...formOf(address, fields),
      headers: { ...formOf(origin, {}).headers, accept: 'text/html' },
    });
  const first = {
    name: 'Người Quản Trị Đầu',
    username: 'quan-tri-dau',
    password: 'mot-mat-khau-du-dai',
  };
  await post(setup, { ...first, token: setup.split('=')[1] ?? '' });
  const cookie = cookiesOf(await post('/sign-in?/password', first));
  const ofAccount = (own: string) =>
    ask(address, { ...get('/staff/account'), headers: { cookie: own } });
  expect((await ofAccount(cookie)).status).toBe(200);
  expect((await ofAccount(cookie.replaceAll('__Host-', ''))).status).toBe(303);
});

const raw = (address: string, bytes: string): Promise<string> => {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.end(Buffer.from(bytes, 'latin1'));
  return text(socket);
};

test.each([
  ['a tunnel', 'CONNECT x:1 HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['a space in an address', 'GET / /x HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['NUL in an address', 'GET /\0 HTTP/1.1\r\nhost: x\r\n\r\n'],
  [
    'two lengths',
    'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
  ],
  ['a header without end', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`],
  ['no host', 'GET / HTTP/1.1\r\n\r\n'],
  ['TLS', '\x16\x03\x01\xff\xff\r\n\r\n'],
])('%s is answered too, with the same care', async (_, bytes) => {
  const answer = await raw(inject('address'), bytes);
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  for (const line of [
    'x-content-type-options: nosniff',
    'x-frame-options: DENY',
    'cache-control: no-store',
  ])
    expect(answer.toLowerCase()).toContain(line.toLowerCase());
});
