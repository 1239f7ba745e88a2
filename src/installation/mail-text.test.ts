// Mails: in both languages a sentence and a link, and nothing about anybody.

import { describe, expect, it } from 'vitest';
import { day } from '#ground/day.ts';
import { securityEvents, type Mail } from '#ground/mail.ts';
import { writeMail } from './mail-text.ts';

const origin = 'https://binhyen.example';
const mails: readonly Mail[] = [
  { kind: 'invitation', until: day('2026-11-30') },
  { kind: 'reminder' },
  ...securityEvents.map((event) => ({ kind: 'security notice', event }) as const),
  { kind: 'test' },
];
const languages = ['vi', 'en'] as const;

describe.each(languages)('in %s', (language) => {
  it.each(mails)('a mail of kind $kind ($event) says the same as text and as HTML', (mail) => {
    const { subject, text, html } = writeMail(mail, language, origin);
    const address = /https:\/\/\S+/.exec(text)?.[0] ?? '';
    expect(address.startsWith(`${origin}/`)).toBe(true);
    expect(html).toContain(`href="${address}"`);
    expect(subject).toMatch(/Bình Yên/);
    expect(subject.length).toBeLessThan(60);
    const spoken = html.replace(/<style.*?<\/style>|<title>.*?<\/title>|<[^>]+>/gs, ' ');
    for (const line of text
      .split('\n')
      .filter((one) => one && !one.includes(origin) && one !== '--'))
      expect(spoken).toContain(line.trim());
  });

  it('calls nobody else: no picture, no foreign address, nothing that tells a mail was opened', () => {
    for (const mail of mails) {
      const { html } = writeMail(mail, language, origin);
      expect(html).not.toMatch(/<(?:img|script|link|iframe)|url\(/i);
      for (const [, address] of html.matchAll(/(?:https?:)?\/\/([^/"\s<]+)/g))
        expect(address).toBe('binhyen.example');
    }
  });

  it('counts no work: a reminder is the same for one duty and for twenty', () => {
    const { subject, text, html } = writeMail({ kind: 'reminder' }, language, origin);
    const spoken = html.replace(/<[^>]+>/g, ' ');
    expect(`${subject}${text}${spoken}`).not.toMatch(/\d/);
  });
});

it('what others did is no reason to change a password, and leads to where it can be seen', () => {
  const told = (event: (typeof securityEvents)[number]): string =>
    writeMail({ kind: 'security notice', event }, 'en', origin).text;
  expect(told('password changed')).toContain('change your password');
  expect(told('roles changed')).not.toContain('change your password');
  expect(told('records opened beyond reach')).not.toContain('change your password');
  expect(told('records opened beyond reach')).toContain(`${origin}/staff/glass`);
});

it('only a reminder can be switched off, on the page that says so', () => {
  const ways = mails.map((mail) => [mail.kind, writeMail(mail, 'vi', origin).unsubscribe]);
  expect(new Set(ways.map(([kind, way]) => `${kind} ${String(way)}`))).toEqual(
    new Set([
      'invitation undefined',
      `reminder ${origin}/staff/account/mail`,
      'security notice undefined',
      'test undefined',
    ]),
  );
});
