// Notices to browsers: signed with the installation's own key, empty, to push services alone, and what their answers mean.

import { createPublicKey, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPushEndpoint, longestEndpoint } from '../push-endpoint.ts';
import { isPrivateAddress, pushKeysOf, pushSender } from './web-push.ts';

type Asked = {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};
let server: Server;
let address = '';
let asked: Asked[] = [];
let status = 201;
let headers: Record<string, string> = {};

beforeAll(async () => {
  server = createServer((incoming, answer) => {
    let body = '';
    incoming.on('data', (chunk: Buffer) => void (body += chunk.toString()));
    incoming.on('end', () => {
      asked.push({ method: incoming.method ?? '', headers: incoming.headers, body });
      answer.writeHead(status, headers).end('what nobody reads');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port was given');
  address = `http://127.0.0.1:${bound.port}`;
});
afterAll(() => void server.close());

const now = new Date('2026-05-20T00:30:00Z');
const keys = pushKeysOf('bí mật của ví dụ');
const line = { find: (text: string) => new URL(text), open: request };
const send = pushSender({ keys, subject: 'https://binhyen.example', now: () => now, line });
const answered = async (code: number, more: Record<string, string> = {}) => {
  [status, headers, asked] = [code, more, []];
  return send(`${address}/push/abc`);
};

describe('a notice', () => {
  test('is empty, and signed so that the push service can tell whose it is', async () => {
    expect(await answered(201)).toEqual({ ok: true, value: true });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ method: 'POST', body: '' });
    const said = asked[0]?.headers;
    expect(said).toMatchObject({ ttl: '43200', topic: 'duty', 'content-length': '0' });
    const [, token = '', key = ''] =
      /^vapid t=(\S+), k=(\S+)$/.exec(said?.authorization ?? '') ?? [];
    const [head = '', claim = '', signature = ''] = token.split('.');
    const point = Buffer.from(key, 'base64url');
    const part = (from: number) => point.subarray(from, from + 32).toString('base64url');
    const jwk = { kty: 'EC', crv: 'P-256', x: part(1), y: part(33) };
    const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
    const check = (text: string) =>
      verify(
        'sha256',
        Buffer.from(text),
        { key: publicKey, dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      );
    expect(point).toHaveLength(65);
    expect(check(`${head}.${claim}`)).toBe(true);
    expect(check(`${head}.${claim}x`)).toBe(false);
    const read = (text: string): unknown => JSON.parse(Buffer.from(text, 'base64url').toString());
    expect(read(head)).toEqual({ typ: 'JWT', alg: 'ES256' });
    expect(read(claim)).toEqual({
      aud: address,
      exp: now.getTime() / 1000 + 43_200,
      sub: 'https://binhyen.example',
    });
  });
  test('says the same of every day: only the signature of the moment differs', async () => {
    const bare = async () => {
      await answered(201);
      const { authorization = '', ...rest } = asked[0]?.headers ?? {};
      return { rest, length: authorization.length };
    };
    expect(await bare()).toEqual(await bare());
  });
  test.each([
    [404, 'gone', true],
    [410, 'gone', true],
    [403, 'refused', true],
    [429, 'busy', false],
    [503, 'busy', false],
  ])('answered with %i is %s', async (code, kind, isForGood) => {
    expect(await answered(code)).toEqual({ ok: false, refusal: { kind, isForGood } });
  });
  test('goes nowhere else where the answer says so', async () => {
    const elsewhere = { location: `${address}/elsewhere` };
    expect(await answered(307, elsewhere)).toMatchObject({ refusal: { kind: 'refused' } });
    expect(asked).toHaveLength(1);
  });
  test('that nobody takes is tried again later', async () => {
    const closed = await send('http://127.0.0.1:1/push');
    expect(closed).toEqual({ ok: false, refusal: { kind: 'no connection', isForGood: false } });
  });
});

describe('the key', () => {
  test('follows from the secret: the same at every start, another for another house', () => {
    expect(pushKeysOf('bí mật của ví dụ').publicKey).toBe(keys.publicKey);
    expect(pushKeysOf('một bí mật khác').publicKey).not.toBe(keys.publicKey);
  });
});

describe('an address', () => {
  const sendInEarnest = pushSender({ keys, subject: 'https://binhyen.example', now: () => now });
  test.each([
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://wns2-sg2p.notify.windows.com/w/?token=abc',
  ])('of a push service is taken: %s', (endpoint) => {
    expect(findPushEndpoint(endpoint)?.href).toBe(endpoint);
  });
  test.each([
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com:8443/fcm/send/abc',
    'https://ai-do@fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com.example.com/fcm/send/abc',
    'https://evil-notify.windows.com.example.org/w/',
    'https://xnotify.windows.com/w/',
    'https://127.0.0.1/push',
    'https://[::1]/push',
    'https://localhost/push',
    'https://10.0.0.8/latest/meta-data',
    'file:///etc/passwd',
    'không phải địa chỉ',
    `https://fcm.googleapis.com/${'a'.repeat(longestEndpoint)}`,
  ])('of anything else is refused, and nothing is sent there: %s', async (endpoint) => {
    expect(findPushEndpoint(endpoint)).toBeUndefined();
    expect(await sendInEarnest(endpoint)).toEqual({
      ok: false,
      refusal: { kind: 'not a push service', isForGood: true },
    });
  });
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
  ])('that a name leads to inside is known as such: %s', (inside) => {
    expect(isPrivateAddress(inside)).toBe(true);
  });
  test.each(['142.250.66.10', '2404:6800:4005::5f', '172.32.0.1'])(
    'of the public net is not: %s',
    (outside) => {
      expect(isPrivateAddress(outside)).toBe(false);
    },
  );
});
