// The time of a device comes from outside: nothing but a time may pass.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviceTimeCookieText, deviceTimeFrom } from './device-time.ts';

test('what the device writes is what the server reads, of this century', () => {
  const dates = fc.date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2099-12-31T23:59:59Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(dates, (now) => {
      const [, written] = /^device-time=([^;]+);/.exec(deviceTimeCookieText(now, 'http:')) ?? [];
      expect(deviceTimeFrom(written)).toBe(now.toISOString());
    }),
  );
});

test('under https it is bound to the host, as every cookie of ours', () => {
  const text = deviceTimeCookieText(new Date('2026-11-30T01:02:03Z'), 'https:');
  expect(text).toMatch(/^__Host-device-time=2026[^;]+; path=\/;.*; secure$/);
});

test.each([
  undefined,
  '',
  'now',
  '1999-12-31T23:59:59.999Z',
  '2026-02-30T00:00:00.000Z',
  '2026-11-23T25:00:00.000Z',
  "2026-11-23T00:00:00.000Z'; DROP TABLE audit",
])('%j is no time of a device', (cookie) => {
  expect(deviceTimeFrom(cookie)).toBeUndefined();
});
