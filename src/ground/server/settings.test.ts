// Settings: what holds where nothing is set, and what is refused.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languageFrom, meanings, readSettings } from './settings.ts';

test('with nothing set it listens on this machine only and keeps its data in ./data', () => {
  expect(readSettings({})).toEqual({
    ok: true,
    value: {
      host: '127.0.0.1',
      port: 4000,
      origin: undefined,
      databaseUrl: undefined,
      data: resolve('data'),
      timeZone: 'Asia/Ho_Chi_Minh',
      proxies: 0,
      provider: undefined,
      demo: true,
      language: 'vi',
      app: undefined,
      debug: false,
    },
  });
});

describe('the demo', () => {
  test.each([
    [{}, true],
    [{ DATABASE_URL: 'postgresql://db/x' }, false],
    [{ DATABASE_URL: 'postgresql://db/x', BINH_YEN_DEMO: 'yes' }, true],
    [{ BINH_YEN_DEMO: 'no' }, false],
    [{ BINH_YEN_DEMO: 'yes', BINH_YEN_ORIGIN: 'https://binhyen.example' }, false],
  ])('with %j is loaded: %s', (env, demo) => {
    expect(readSettings(env)).toMatchObject({ value: { demo } });
  });
});

test('an address with a path or a final slash is taken as its origin', () => {
  const settings = readSettings({ BINH_YEN_ORIGIN: 'https://binhyen.example/' });
  expect(settings).toMatchObject({ value: { origin: 'https://binhyen.example' } });
});

test.each([
  ['PORT', '80a'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['BINH_YEN_ORIGIN', 'binhyen.example'],
  ['BINH_YEN_ORIGIN', 'javascript:alert(1)'],
  ['DATABASE_URL', 'mysql://db/x'],
  ['BINH_YEN_TIME_ZONE', 'Asia/Nowhere'],
  ['BINH_YEN_DEMO', 'maybe'],
  ['BINH_YEN_LANG', 'fr'],
])('%s=%s is refused by name', (name, value) => {
  expect(readSettings({ [name]: value })).toEqual({
    ok: false,
    refusal: { kind: 'setting', names: [name] },
  });
});

test('everything wrong is named at once', () => {
  const settings = readSettings({ PORT: 'x', BINH_YEN_DEBUG: 'x' });
  expect(settings).toMatchObject({ refusal: { names: ['PORT', 'BINH_YEN_DEBUG'] } });
});

test('every setting says in both languages what it means', () => {
  const said: readonly string[] = Object.values(meanings).flatMap(({ vi, en }) => [vi, en]);
  expect(said.filter((sentence) => sentence === '')).toEqual([]);
  expect(new Set(said).size).toBe(said.length);
});

test.each([
  [{}, 'vi'],
  [{ LANG: 'C.UTF-8' }, 'vi'],
  [{ LANG: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'en_US.UTF-8', BINH_YEN_LANG: 'vi' }, 'vi'],
  [{ LANG: 'vi_VN.UTF-8', BINH_YEN_LANG: 'en' }, 'en'],
] as const)('with %j it speaks %s', (env, language) => {
  expect(languageFrom(env)).toBe(language);
});

test('proxies count only where a public address is set, and a provider only with its issuer', () => {
  const read = (env: Record<string, string>) => {
    const settings = readSettings(env);
    return settings.ok && settings.value;
  };
  const origin = { BINH_YEN_ORIGIN: 'https://binhyen.example' };
  expect(read({ BINH_YEN_PROXIES: '2' })).toMatchObject({ proxies: 0 });
  expect(read(origin)).toMatchObject({ proxies: 1 });
  expect(read({ ...origin, BINH_YEN_PROXIES: '2' })).toMatchObject({ proxies: 2 });
  expect(read({ BINH_YEN_OIDC_NAME: 'x' })).toMatchObject({ provider: undefined });
  const provider = {
    BINH_YEN_OIDC_ISSUER: 'https://id.example',
    BINH_YEN_OIDC_SECOND_FACTOR: 'mfa, otp',
  };
  expect(read(provider)).toMatchObject({
    provider: {
      issuer: 'https://id.example',
      name: 'id.example',
      secondFactorWords: ['mfa', 'otp'],
    },
  });
});

test('docs/settings.md says the same as the table of settings', () => {
  const rows = readFileSync('docs/settings.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')));
  const told = rows.map(([, name, standard, en, vi]) => [name, { standard, vi, en }]);
  expect(Object.fromEntries(told)).toEqual(meanings);
});
