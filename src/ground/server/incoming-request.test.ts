// The one door for bodies: clean text comes in, what is not what it says is refused, and nothing else changes.

import { expect, test } from 'vitest';
import { Unreadable } from '../failure.ts';
import { incoming } from './incoming-request.ts';

const url = 'http://127.0.0.1/';
const send = (body: BodyInit, type?: string): Request =>
  incoming(
    new Request(url, { method: 'POST', body, ...(type && { headers: { 'content-type': type } }) }),
  );

test('what was typed comes in without NUL, under names without NUL', async () => {
  const form = await send('no%00te=a%00b&x=1', 'application/x-www-form-urlencoded').formData();
  expect([...form]).toEqual([
    ['note', 'ab'],
    ['x', '1'],
  ]);
});

test('a file comes in whole, under a clean name', async () => {
  const sent = new FormData();
  sent.append('file', new File(['xin chào'], 'a/b\0.txt', { type: 'text/plain' }));
  const form = await send(sent).formData();
  const file = form.get('file') as File;
  expect([file.name, file.type, await file.text()]).toEqual(['b.txt', 'text/plain', 'xin chào']);
});

test.each([
  ['a form of parts without a boundary', 'a', 'multipart/form-data'],
  ['a form of parts cut short', '--x\r\ncontent-disposi', 'multipart/form-data; boundary=x'],
  ['plain text', 'a=b', 'text/plain'],
  ['JSON', '{"a":"b"}', 'application/json'],
  ['bytes', '\u0001', 'application/octet-stream'],
  ['a field called __proto__', '__proto__=1', 'application/x-www-form-urlencoded'],
  ['a hidden __proto__', '__pro%00to__=1', 'application/x-www-form-urlencoded'],
])('%s is no form', async (_, body, type) => {
  await expect(send(body, type).formData()).rejects.toThrow(Unreadable);
});

test('an empty body is no form either', async () => {
  const nothing = new Request(url, { method: 'POST', headers: { 'content-type': 'text/plain' } });
  await expect(incoming(nothing).formData()).rejects.toThrow(Unreadable);
});

test('JSON comes in clean, or is refused', async () => {
  expect(await send('{"a":["b\\u0000",1]}').json()).toEqual({ a: ['b', 1] });
  for (const body of ['{', '{"__proto__":{"a":1}}'])
    await expect(send(body).json()).rejects.toThrow(Unreadable);
});

test('a body that breaks off on its way is a fault of the way, not of the form', async () => {
  const broken = new ReadableStream({ start: (controller) => controller.error(new Error('gone')) });
  const request = new Request(url, {
    method: 'POST',
    body: broken,
    duplex: 'half',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  } as RequestInit);
  await expect(incoming(request).formData()).rejects.toThrow('gone');
});

test('what asks only is handed on as it is', () => {
  const request = new Request(url);
  expect(incoming(request)).toBe(request);
});
