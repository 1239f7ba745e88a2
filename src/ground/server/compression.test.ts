// What is compressed, and what never is because its length would tell a secret.

import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressed } from './compression.ts';

const text = '<p>Xóm bình yên</p>'.repeat(200);

const answer = (type = 'text/html; charset=utf-8', body: string | null = text): Response =>
  new Response(body, { headers: { 'content-type': type, etag: '"a"' } });

function ask(
  headers: Record<string, string>,
  { method = 'GET', protocol = 'https' } = {},
): Request {
  return new Request(`${protocol}://binhyen.example/staff`, { method, headers });
}

const withSecrets = { mayHoldSecrets: true };
const coded = async (request: Request): Promise<string | null> =>
  (await compressed(request, answer(), withSecrets)).headers.get('content-encoding');

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
] as const)('who reads %s gets the page as %s, whole', async (accepted, coding, open) => {
  const request = ask({ 'accept-encoding': accepted });
  const response = await compressed(request, answer(), { mayHoldSecrets: false });
  const small = Buffer.from(await response.arrayBuffer());
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-encoding': coding,
    'content-length': String(small.length),
    vary: 'accept-encoding',
    etag: 'W/"a"',
  });
  expect(open(small).toString()).toBe(text);
});

test.each(['', 'deflate', 'br;q=0', 'identity'])(
  'who reads only "%s" gets it plain',
  async (it) => {
    const request = ask({ 'accept-encoding': it, 'sec-fetch-site': 'none' });
    const response = await compressed(request, answer(), withSecrets);
    expect(await response.text()).toBe(text);
    expect(response.headers.get('content-encoding')).toBeNull();
  },
);

test.each(['application/pdf', 'image/jpeg', 'text/csv'])('%s stays as it is', async (type) => {
  const given = answer(type);
  const request = ask({ 'accept-encoding': 'br' });
  expect(await compressed(request, given, { mayHoldSecrets: false })).toBe(given);
});

test('a short answer stays as it is', async () => {
  const request = ask({ 'accept-encoding': 'br' });
  const given = answer('application/json', '{}');
  const response = await compressed(request, given, { mayHoldSecrets: false });
  expect(await response.text()).toBe('{}');
  expect(response.headers.get('content-encoding')).toBeNull();
});

test('who came by our own pages or typed the address gets a page with secrets compressed', async () => {
  const own = { 'accept-encoding': 'br', 'sec-fetch-site': 'same-origin' };
  expect(await coded(ask(own))).toBe('br');
  expect(await coded(ask({ ...own, 'sec-fetch-site': 'none' }))).toBe('br');
});

test.each(['cross-site', 'same-site', 'anything else'])(
  'a page with secrets is never compressed where it was called for from %s',
  async (caller) => {
    expect(await coded(ask({ 'accept-encoding': 'br', 'sec-fetch-site': caller }))).toBeNull();
  },
);

test('a browser that does not say who calls is believed only where nothing is encrypted', async () => {
  const silent = { 'accept-encoding': 'br' };
  expect(await coded(ask(silent))).toBeNull();
  expect(await coded(ask(silent, { protocol: 'http' }))).toBe('br');
});

test('the answer to a form, where codes are shown, is never compressed', async () => {
  const request = ask({ 'accept-encoding': 'br' }, { method: 'POST' });
  const response = await compressed(request, answer(), { mayHoldSecrets: false });
  expect(response.headers.get('content-encoding')).toBeNull();
});
