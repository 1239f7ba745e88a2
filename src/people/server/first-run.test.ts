// What the first start offers, and where the one-click door stays closed.

import { expect, it } from 'vitest';
import { readSettings } from '#ground/server/settings.ts';
import { offersDemo } from './first-run.ts';

function offered(environment: Readonly<Record<string, string>>): boolean {
  const settings = readSettings({ BINH_YEN_DEMO: 'yes', ...environment });
  if (!settings.ok) throw new Error(settings.refusal.names.join());
  return offersDemo(settings.value);
}

it.each([{}, { HOST: 'localhost' }, { HOST: '::1' }])(
  'people of the demo come in by one click on this machine: %o',
  (environment) => expect(offered(environment)).toBe(true),
);

it.each([
  { BINH_YEN_DEMO: 'no' },
  { HOST: '0.0.0.0' },
  { HOST: '::' },
  { HOST: '10.0.0.5' },
  { BINH_YEN_ORIGIN: 'https://binhyen.example' },
  { BINH_YEN_ORIGIN: 'http://localhost:8080' },
])('nobody comes in by one click with %o', (environment) =>
  expect(offered(environment)).toBe(false),
);
