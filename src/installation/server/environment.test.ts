// What was set at start, as it is shown: secrets never.

import { expect, test } from 'vitest';
import { listEnvironment } from './environment.ts';

const shown = (env: Readonly<Record<string, string>>, name: string) =>
  listEnvironment('en', env).find((setting) => setting.name === name);

test('a secret that is set is said to be set, and no more', () => {
  const env = {
    DATABASE_URL: 'postgresql://somebody:geheim@host/db',
    BINH_YEN_OIDC_CLIENT_SECRET: 'geheim',
  };
  expect(JSON.stringify(listEnvironment('en', env))).not.toContain('geheim');
  expect(shown(env, 'DATABASE_URL')).toMatchObject({ value: null, isStandard: false });
});

test('what is not set shows its standard, what is set shows itself', () => {
  expect(shown({}, 'PORT')).toMatchObject({ value: '4000', isStandard: true });
  expect(shown({ PORT: '4100' }, 'PORT')).toMatchObject({ value: '4100', isStandard: false });
});
