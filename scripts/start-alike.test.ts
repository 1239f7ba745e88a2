// What is given from memory, to whom, and for how long.

import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { keepAlike } from './start-alike.ts';

let server: Server | undefined;
afterEach(() => server?.close());

let clock = 0;
let made = 0;

const page: RequestListener = ({ url, headers }, response) => {
  made += 1;
  if (url === '/') response.setHeader('cache-control', 'public, max-age=0, s-maxage=5');
  if (url === '/cookie') response.setHeader('set-cookie', 'a=b');
  response.setHeader('etag', '"one"');
  response.write('page ');
  response.end(`${made} ${headers.cookie ?? ''}`);
};

async function serve(): Promise<(path?: string, more?: RequestInit) => Promise<Response>> {
  clock = made = 0;
  server = createServer(keepAlike(page, () => clock));
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = bound && typeof bound === 'object' ? bound.port : 0;
  return (path = '/', more = {}) => fetch(`http://127.0.0.1:${port}${path}`, more);
}

const textOf = async (asked: Promise<Response>): Promise<string> => (await asked).text();

test('a page that is the same for everybody is made once in its seconds', async () => {
  const ask = await serve();
  expect([await textOf(ask()), await textOf(ask())]).toEqual(['page 1 ', 'page 1 ']);
  clock = 5_000;
  expect([await textOf(ask()), await textOf(ask())]).toEqual(['page 2 ', 'page 2 ']);
});

test('it is kept for each language by itself', async () => {
  const ask = await serve();
  const inLanguage = (cookie: string): Promise<string> => textOf(ask('/', { headers: { cookie } }));
  expect(await inLanguage('language=vi')).toBe('page 1 language=vi');
  expect(await inLanguage('language=en')).toBe('page 2 language=en');
  expect(await inLanguage('language=vi')).toBe('page 1 language=vi');
});

test.each([
  ['with a cookie of their own', '/', { headers: { cookie: 'language=vi; session=1' } }],
  ['with a language nobody offers', '/', { headers: { cookie: 'language=xx' } }],
  ['with a form', '/', { method: 'POST' }],
  ['for a page that does not say it is alike', '/staff', {}],
] as const)('who asks %s gets an answer of their own', async (_, path, more) => {
  const ask = await serve();
  await textOf(ask());
  await textOf(ask(path, more));
  await textOf(ask(path, more));
  expect(made).toBe(3);
});

test('who has the page already is told so', async () => {
  const ask = await serve();
  await textOf(ask());
  const again = await ask('/', { headers: { 'if-none-match': '"one"' } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});
