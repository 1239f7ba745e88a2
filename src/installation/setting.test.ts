// What a settings form changes, and what it may not hold.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { languageFor, languagesOf } from './languages.ts';
import { linksOf, mailServerOf } from './mail-settings.ts';
import { decideChanges, isSecret, settingKeys, settingOf, type Recorded } from './setting.ts';

const changed = (typed: Recorded, recorded: Recorded = {}): unknown => {
  const decided = decideChanges(typed, recorded);
  return decided.ok
    ? Object.fromEntries(decided.value.map(({ key, value }) => [key, value]))
    : decided.refusal;
};

describe('a settings form', () => {
  it('changes what is another value than before, tidied', () => {
    const recorded = { 'mail.host': 'smtp.example.com', 'mail.port': '587' };
    expect(
      changed(
        { 'mail.host': ' smtp.example.com ', 'mail.port': ' 465 ', 'mail.user': ' a  b ' },
        recorded,
      ),
    ).toEqual({ 'mail.port': '465', 'mail.user': 'a b' });
  });

  it('records a first choice also where it is the standard, and an empty field not at all', () => {
    expect(changed({ 'language.default': 'vi', 'mail.host': '' })).toEqual({
      'language.default': 'vi',
    });
  });

  it('leaves a secret as it is where the field is empty', () => {
    expect(changed({ 'mail.password': '' }, { 'mail.password': 'v1:…' })).toEqual({});
    expect(changed({ 'mail.password': ' với dấu cách ' }, { 'mail.password': 'v1:…' })).toEqual({
      'mail.password': ' với dấu cách ',
    });
  });

  it('empties a value that was set', () => {
    expect(changed({ 'mail.reply-to': ' ' }, { 'mail.reply-to': 'a@example.com' })).toEqual({
      'mail.reply-to': '',
    });
  });

  it.each<[keyof Recorded, string]>([
    ['mail.port', '0'],
    ['mail.port', '65536'],
    ['mail.port', '25a'],
    ['mail.host', 'smtp example.com'],
    ['mail.host', 'smtp://example.com'],
    ['mail.security', 'maybe'],
    ['mail.sender', 'Bình Yên <a@example.com>'],
    ['mail.sender', 'a@example.com, b@example.com'],
    ['mail.sender', 'a@example.com\nBcc: c@example.com'],
    ['mail.links', 'binhyen.example'],
    ['mail.links', 'https://binhyen.example/path'],
    ['mail.links', 'javascript:alert(1)'],
    ['mail.authority', 'not a certificate'],
    ['backup.folder', 'relative/folder'],
    ['language.offered', 'fr'],
  ])('refuses %s “%s”, naming it', (key, value) => {
    expect(changed({ [key]: value, 'mail.user': 'ai' })).toEqual({ kind: 'value', keys: [key] });
  });

  it('sends no password in clear over any line but this machine’s own', () => {
    const open = {
      'mail.security': 'none',
      'mail.user': 'binh-yen',
      'mail.host': 'smtp.example.com',
    };
    expect(changed(open)).toEqual({ kind: 'password in clear' });
    expect(changed({ 'mail.user': 'binh-yen' }, { ...open, 'mail.user': '' })).toEqual({
      kind: 'password in clear',
    });
    expect(changed({ ...open, 'mail.host': 'localhost' })).toMatchObject({
      'mail.security': 'none',
    });
    expect(changed({ ...open, 'mail.user': '' })).toMatchObject({ 'mail.security': 'none' });
  });

  describe('where a mail password is on record', () => {
    const recorded = {
      'mail.host': 'smtp.example.com',
      'mail.security': 'starttls',
      'mail.password': 'v1:…',
    };

    it.each<Recorded>([
      { 'mail.host': 'smtp.another.example' },
      { 'mail.port': '2525' },
      { 'mail.host': 'localhost', 'mail.security': 'none', 'mail.password': '' },
    ])('asks for it again before it goes anywhere else: %j', (typed) => {
      expect(changed(typed, recorded)).toEqual({ kind: 'password needed' });
      const again = { ...typed, 'mail.password': 'gõ lại' };
      expect(changed(again, recorded)).toEqual(again);
    });

    it('asks for it again before it goes in clear to the same machine', () => {
      const here = { ...recorded, 'mail.host': 'localhost' };
      expect(changed({ 'mail.security': 'none' }, here)).toEqual({ kind: 'password needed' });
    });

    it('asks for nothing where it goes where it went, or nowhere', () => {
      for (const typed of [
        { 'mail.port': '587' },
        { 'mail.host': ' smtp.example.com ', 'mail.sender': 'a@example.com' },
        { 'mail.security': 'tls' },
        { 'mail.host': '' },
      ] satisfies Recorded[])
        expect(changed(typed, recorded)).not.toHaveProperty('kind');
    });

    it('does not send it along after mail was switched off in between', () => {
      const off = { ...recorded, 'mail.host': '' };
      expect(changed({ 'mail.host': 'smtp.another.example' }, off)).toEqual({
        kind: 'password needed',
      });
    });
  });

  it('asks for no password where none is on record', () => {
    const before = { 'mail.host': 'smtp.example.com' };
    const typed = { 'mail.host': 'smtp.another.example', 'mail.port': '25' };
    expect(changed(typed, before)).toEqual(typed);
  });

  it('changes nothing when what it changed is sent again', () => {
    const someKey = fc.constantFrom(...settingKeys.filter((key) => !isSecret(key)));
    const typed = fc.dictionary(
      someKey,
      fc.constantFrom('', 'vi', 'vi en', 'tls', '25', 'a@b.example', '/tmp', 'Xã Mẫu'),
    );
    fc.assert(
      fc.property(typed, (form) => {
        const first = decideChanges(form, {});
        const changes = first.ok ? first.value : [];
        fc.pre(changes.length > 0);
        const after = Object.fromEntries(changes.map((one) => [one.key, one.value]));
        expect(decideChanges(form, after)).toEqual({ ok: true, value: [] });
      }),
    );
  });

  it('has a standard for every setting that its own check takes, or none', () => {
    for (const key of settingKeys) {
      const { standard, check } = settingOf(key);
      expect(standard === '' || check(standard) === standard).toBe(true);
    }
  });
});

test('docs/settings.md names every setting that is changed while the house runs', () => {
  const text = readFileSync('docs/settings.md', 'utf8');
  expect(settingKeys.filter((key) => !text.includes(`\`${key}\``))).toEqual([]);
});

describe('what the settings say', () => {
  it('is no mail server until host and sender are set', () => {
    expect(mailServerOf({ 'mail.host': 'smtp.example.com' }, undefined)).toBeUndefined();
    expect(mailServerOf({ 'mail.sender': 'a@example.com' }, undefined)).toBeUndefined();
    const both = { 'mail.host': 'smtp.example.com', 'mail.sender': 'a@example.com' };
    expect(mailServerOf(both, 'unused')).toMatchObject({
      port: 587,
      security: 'starttls',
      user: undefined,
      password: undefined,
    });
  });

  it('is the environment’s address first, then the one set for mails, then this machine’s', () => {
    const here = 'http://127.0.0.1:4000';
    const set = { 'mail.links': 'https://set.example' };
    expect(linksOf(set, 'https://environment.example', here)).toBe('https://environment.example');
    expect(linksOf(set, undefined, here)).toBe('https://set.example');
    expect(linksOf({}, undefined, here)).toBe(here);
  });

  it('always offers the standard language', () => {
    expect(languagesOf({})).toEqual({ standard: 'vi', offered: ['vi', 'en'] });
    expect(languagesOf({ 'language.default': 'en', 'language.offered': 'vi' })).toEqual({
      standard: 'en',
      offered: ['en', 'vi'],
    });
    expect(languagesOf({ 'language.offered': 'vi' })).toEqual({ standard: 'vi', offered: ['vi'] });
  });

  it('answers in the language that was chosen while it is offered, else in the standard one', () => {
    const both = languagesOf({});
    const one = languagesOf({ 'language.offered': 'vi' });
    expect([undefined, 'vi', 'en', 'fr'].map((chosen) => languageFor(chosen, both))).toEqual([
      'vi',
      'vi',
      'en',
      'vi',
    ]);
    expect(languageFor('en', one)).toBe('vi');
    expect(languageFor(undefined, languagesOf({ 'language.default': 'en' }))).toBe('en');
  });
});
