// Handing a letter to a mail server: what arrives, over which lines, and what is said when it does not.

import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import {
  startMailServer,
  type MailServerWays,
  type TestMailServer,
} from '../../../tests/mail-server.ts';
import { sendLetter, type Letter, type MailServer } from './mail.ts';

let running: TestMailServer | undefined;
afterEach(() => running?.stop());

const letter: Letter = {
  id: '4b9c5a52-1f6f-4c7e-9d0b-2f0a1f0a1f0a',
  to: 'vi-du@example.com',
  subject: 'Bạn có việc mới trong Bình Yên',
  text: 'Mời đăng nhập: https://binhyen.example/staff',
  html: '<p>Mời đăng nhập</p>',
  unsubscribe: 'https://binhyen.example/staff/account',
};

/** What we are set to, where the server is the one of the test. */
const settings = (changed: Partial<MailServer> = {}): MailServer => ({
  host: 'localhost',
  port: running?.port ?? 0,
  security: 'none',
  user: undefined,
  password: undefined,
  sender: 'binh-yen@example.com',
  replyTo: undefined,
  authority: undefined,
  ...changed,
});

const serve = async (ways: MailServerWays = {}): Promise<void> => {
  running = await startMailServer(ways);
};

const send = (changed: Partial<MailServer> = {}) => sendLetter(settings(changed), letter);
const problem = (kind: string, isForGood = false) => ({ ok: false, refusal: { kind, isForGood } });

test('a letter arrives as text and as HTML, with the headers of a mail nobody typed', async () => {
  await serve();
  expect(await send({ replyTo: 'giup-do@example.com' })).toEqual({ ok: true, value: true });
  const [mail] = running?.received ?? [];
  expect(mail).toMatchObject({ from: 'binh-yen@example.com', to: ['vi-du@example.com'] });
  expect(mail?.text.trim()).toBe(letter.text);
  expect(mail?.html.trim()).toBe(letter.html);
  const headers = Object.fromEntries(mail?.headers ?? []);
  expect(headers).toMatchObject({
    'message-id': `<${letter.id}@example.com>`,
    'auto-submitted': 'auto-generated',
    'list-unsubscribe': '<https://binhyen.example/staff/account>',
    'reply-to': 'giup-do@example.com',
    'mime-version': '1.0',
  });
  expect(Math.abs(Date.parse(headers['date'] ?? '') - Date.now())).toBeLessThan(60_000);
  expect(headers).not.toHaveProperty('x-mailer');
});

describe('an encrypted line', () => {
  test.each(['tls', 'starttls'] as const)(
    '%s, with a password, to a server we were told to trust',
    async (security) => {
      await serve({ security, user: { name: 'binh-yen', password: 'đúng' } });
      const authority = running?.certificate;
      const known = { security, authority, user: 'binh-yen' };
      expect(await send({ ...known, password: 'đúng' })).toEqual({ ok: true, value: true });
      expect(await send({ ...known, password: 'sai' })).toEqual(problem('password'));
      expect(running?.received).toHaveLength(1);
    },
  );

  test.each(['tls', 'starttls'] as const)(
    '%s to a server whose certificate nobody vouches for is not used',
    async (security) => {
      await serve({ security });
      expect(await send({ security })).toEqual(problem('certificate'));
      expect(running?.received).toEqual([]);
    },
  );

  test('a certificate made for another name is not taken', async () => {
    await serve({ security: 'tls' });
    const changed = {
      security: 'tls',
      host: '127.0.0.1',
      authority: running?.certificate,
    } as const;
    expect(await send(changed)).toEqual(problem('certificate'));
  });

  test.each(['tls', 'starttls'] as const)(
    '%s is asked for of a server that has none: nothing is sent in clear',
    async (security) => {
      await serve({ security: 'none' });
      expect(await send({ security })).toEqual(problem('no encryption'));
      expect(running?.received).toEqual([]);
    },
  );
});

describe('what went wrong is said in a word of ours', () => {
  test('there is no such host', async () => {
    expect(await send({ host: 'may-chu.invalid', port: 25 })).toEqual(problem('unknown host'));
  });

  test('nobody listens there', async () => {
    await serve();
    const port = running?.port ?? 0;
    await running?.stop();
    running = undefined;
    expect(await send({ port })).toEqual(problem('no connection'));
  });

  test('somebody hangs up', async () => {
    const rude = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await new Promise((resolve) => rude.once('listening', resolve));
    const bound = rude.address();
    const port = bound && typeof bound === 'object' ? bound.port : 0;
    expect(await send({ port })).toEqual(problem('no connection'));
    rude.close();
  });

  test('the server asks for a password and has none from us', async () => {
    await serve({ user: { name: 'binh-yen', password: 'đúng' } });
    expect(await send()).toEqual(problem('password'));
  });

  test.each<[string, MailServerWays, string, boolean]>([
    ['the sender is refused', { onSender: () => 550 }, 'sender', false],
    ['the recipient is refused for good', { onRecipient: () => 550 }, 'recipient', true],
    ['the recipient is to be tried later', { onRecipient: () => 451 }, 'busy', false],
    ['the server has too much to do', { onSender: () => 421 }, 'busy', false],
  ])('%s', async (_, ways, kind, isForGood) => {
    await serve(ways);
    expect(await send()).toEqual(problem(kind, isForGood));
  });
});
