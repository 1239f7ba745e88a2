// The one-click door of the demo stands on this machine alone, and opens to the key of this start alone.

import { describe, expect, it } from 'vitest';
import { readSettings, type Settings } from '#ground/server/settings.ts';
import { demoDoorFor, getDemoKey, newDemoCookie, offersDemo, type DemoVisit } from './demo-door.ts';

function settingsOf(environment: Readonly<Record<string, string>>): Settings {
  const settings = readSettings({ BINH_YEN_DEMO: 'yes', ...environment });
  if (!settings.ok) throw new Error(settings.refusal.names.join());
  return settings.value;
}

it.each([{}, { HOST: 'localhost' }, { HOST: '::1' }])(
  'the demo is offered on this machine: %o',
  (environment) => expect(offersDemo(settingsOf(environment))).toBe(true),
);

it.each([
  { BINH_YEN_DEMO: 'no' },
  { HOST: '0.0.0.0' },
  { HOST: '::' },
  { HOST: '10.0.0.5' },
  { BINH_YEN_ORIGIN: 'https://binhyen.example' },
  { BINH_YEN_ORIGIN: 'http://localhost:8080' },
])('the demo is not offered with %o', (environment) =>
  expect(offersDemo(settingsOf(environment))).toBe(false),
);

describe('the door', () => {
  const visit = (more: Partial<DemoVisit> = {}): DemoVisit => ({
    host: '127.0.0.1',
    address: '127.0.0.1',
    headers: new Headers({ accept: 'text/html' }),
    keys: [getDemoKey()],
    ...more,
  });
  const door = (more?: Partial<DemoVisit>) => demoDoorFor(settingsOf({}), visit(more));

  it.each([
    { keys: [getDemoKey(), undefined] },
    { keys: [null, newDemoCookie().value] },
    { host: 'localhost', address: '::1' },
    { host: '[::1]', address: '::ffff:127.0.0.1' },
  ])('opens to the key, in the address or in the cookie: %o', (more) => {
    expect(door(more)).toBe('open');
  });

  it.each([
    [[]],
    [[null, undefined]],
    [['']],
    [['x']],
    [[getDemoKey().slice(1)]],
    [[`${getDemoKey()}x`]],
  ])('stays locked to %o', (keys) => {
    expect(door({ keys })).toBe('locked');
  });

  it.each([
    { host: 'binhyen.example' },
    { host: '127.0.0.1.evil.example' },
    { address: '192.0.2.7' },
    { address: '' },
    ...[
      'via',
      'forwarded',
      'x-forwarded-for',
      'x-original-forwarded-for',
      'x-real-ip',
      'true-client-ip',
      'fastly-client-ip',
      'cf-ray',
      'do-connecting-ip',
      'x-original-host',
    ].map((name) => ({ headers: new Headers({ [name]: '127.0.0.1' }) })),
  ])('is not there, even with the key, for %o', (more) => {
    expect(door(more)).toBe('closed');
  });
});
