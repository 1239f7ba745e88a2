// The open port: what it lets in, what it tells the pages, and how it closes.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { readSettings, type Settings } from '#ground/server/settings.ts';
import { openDoor, type Door } from './start-door.ts';

const build = mkdtempSync(join(tmpdir(), 'binh-yen-door-'));
writeFileSync(
  join(build, 'handler.js'),
  `export const handler = async ({ url, headers }, response) => {
    if (url === '/fault') throw new Error('a fault in the pages');
    if (url === '/file') return response.writeHead(200, { 'content-type': 'text/css' }).end();
    if (url === '/slow') await new Promise((resolve) => setTimeout(resolve, 200));
    if (url === '/' && process.env.BROKEN_FIRST_PAGE) response.statusCode = 500;
    response.end(headers['x-binh-yen-protocol'] + '://' + headers.host);
  };`,
);
afterAll(() => rmSync(build, { recursive: true }));

let door: Door | undefined;
afterEach(() => door?.close());

async function openWith(env: Readonly<Record<string, string>>): Promise<Door> {
  const settings = readSettings({ PORT: '0', ...env });
  if (!settings.ok) throw new Error('wrong settings');
  return open(settings.value);
}

async function open(settings: Settings): Promise<Door> {
  const opened = await openDoor(settings);
  if (!opened.ok) throw new Error(opened.refusal.kind);
  door = opened.value;
  return opened.value;
}

const ask = ({ port }: Door, path: string, headers: Record<string, string>) =>
  new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, agent: false }, (answer) => {
      text(answer).then((body) => resolve({ status: answer.statusCode, body }), reject);
    });
    asked.on('error', reject).end();
  });

test('until the pages are there it asks for patience', async () => {
  const opened = await openWith({});
  expect(await ask(opened, '/', {})).toMatchObject({ status: 503 });
});

test.each(['localhost', '127.0.0.1', '[::1]'])('it lets in who asks for %s', async (name) => {
  const opened = await openWith({});
  await opened.open(build);
  const host = `${name}:${opened.port}`;
  expect(await ask(opened, '/', { host })).toEqual({ status: 200, body: `http://${host}` });
});

test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', 'a b'])(
  'a page elsewhere that points its name %s here is turned away',
  async (host) => {
    const opened = await openWith({});
    await opened.open(build);
    expect(await ask(opened, '/', { host })).toMatchObject({ status: 421 });
  },
);

test('nobody can claim another protocol than the one in use', async () => {
  const opened = await openWith({});
  await opened.open(build);
  const { body } = await ask(opened, '/', { 'x-binh-yen-protocol': 'https' });
  expect(body).toMatch(/^http:/);
});

test('behind a proxy the pages know the public address', async () => {
  const opened = await openWith({ BINH_YEN_ORIGIN: 'https://binhyen.example' });
  await opened.open(build);
  const { body } = await ask(opened, '/', { host: 'inside:4000' });
  expect([opened.address, body]).toEqual(['https://binhyen.example', 'https://binhyen.example']);
});

test('pages of which the first one fails are not opened', async () => {
  process.env['BROKEN_FIRST_PAGE'] = 'yes';
  const opened = await openWith({});
  const outcome = await opened.open(build);
  delete process.env['BROKEN_FIRST_PAGE'];
  expect(outcome).toEqual({ ok: false, refusal: { kind: 'first page', status: 500 } });
});

test('closing, it still answers what was asked', async () => {
  const opened = await openWith({});
  await opened.open(build);
  const slow = ask(opened, '/slow', {});
  await ask(opened, '/', {});
  await opened.close();
  expect(await slow).toMatchObject({ status: 200 });
});

const headersAt = async ({ port }: Door, path: string): Promise<Headers> =>
  (await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' })).headers;

test('a fault in the pages is answered, not waited for', async () => {
  const opened = await openWith({});
  await opened.open(build);
  const host = `127.0.0.1:${opened.port}`;
  expect(await ask(opened, '/fault', { host })).toMatchObject({ status: 500 });
});

test.each(['/', '/file', '/fault'])('%s says what browsers may do with it', async (path) => {
  const opened = await openWith({});
  const early = await headersAt(opened, path);
  await opened.open(build);
  for (const headers of [early, await headersAt(opened, path)]) {
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('strict-transport-security')).toBeNull();
  }
});

test('text says in which letters it is written', async () => {
  const opened = await openWith({});
  await opened.open(build);
  expect((await headersAt(opened, '/file')).get('content-type')).toBe('text/css; charset=utf-8');
});

test('reached by https, browsers are told to come by nothing else', async () => {
  const opened = await openWith({ BINH_YEN_ORIGIN: 'https://binhyen.example' });
  const headers = await headersAt(opened, '/');
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
});

const send = ({ port }: Door, headers: Record<string, string>) =>
  new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const to = { host: '127.0.0.1', port, method: 'POST', path: '/', headers, agent: false };
    const asked = request(to, (answer) => {
      text(answer).then((body) => {
        asked.destroy();
        resolve({ status: answer.statusCode, body });
      }, reject);
    });
    asked.on('error', reject).flushHeaders();
  });

test.each([{ 'content-length': '70000' }, { 'transfer-encoding': 'chunked' }])(
  'a big body from nobody is refused by its headers %j, before any of it came',
  async (headers) => {
    const opened = await openWith({});
    await opened.open(build);
    expect(await send(opened, headers)).toMatchObject({
      status: 413,
      body: expect.stringContaining('Chưa có gì được lưu') as string,
    });
  },
);

test.each([
  { 'content-length': '65536' },
  { 'content-length': '70000', cookie: 'binh-yen.session_token=a.b' },
])('a form, and whoever says they are signed in, come to the pages with %j', async (headers) => {
  const opened = await openWith({});
  await opened.open(build);
  expect(await send(opened, headers)).toMatchObject({ status: 200 });
});
