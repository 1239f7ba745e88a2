// When somebody is signed out without asking for it.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  expiryOf,
  hourOf,
  isFresh,
  longestMinutes,
  nextExpiry,
  sessionMinutes,
} from './session-life.ts';

const now = new Date('2026-11-23T08:30:00Z');
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

it('a session on a shared computer ends half an hour after its last use, on one’s own after a month', () => {
  expect(expiryOf(true, now)).toEqual(later(30));
  expect(expiryOf(false, now)).toEqual(later(30 * 24 * 60));
});

it('using a session moves its end on, but not at every request', () => {
  expect(
    nextExpiry({ shared: true, begunAt: now, expiresAt: expiryOf(true, now) }, later(0.5)),
  ).toBeUndefined();
  expect(
    nextExpiry({ shared: true, begunAt: now, expiresAt: expiryOf(true, now) }, later(1)),
  ).toEqual(later(31));
  expect(
    nextExpiry({ shared: false, begunAt: now, expiresAt: expiryOf(false, now) }, later(59)),
  ).toBeUndefined();
});

it.each([true, false])(
  'a session ends in the end however much it is used (shared: %s)',
  (shared) => {
    const kind = shared ? 'shared' : 'own';
    const step = sessionMinutes[kind] - 1;
    let [at, expiresAt] = [0, expiryOf(shared, now)];
    while (expiresAt > later(at)) {
      at += step;
      expiresAt = nextExpiry({ shared, begunAt: now, expiresAt }, later(at)) ?? expiresAt;
    }
    const minutes = (expiresAt.getTime() - now.getTime()) / 60_000;
    expect(minutes).toBeLessThanOrEqual(longestMinutes[kind]);
    expect(minutes).toBeGreaterThan(longestMinutes[kind] - 60);
  },
);

it('whoever uses it again before it ends is never signed out much too early', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.array(fc.nat(29), { maxLength: 24 }), (shared, pauses) => {
      let [at, expiresAt] = [0, expiryOf(shared, now)];
      for (const pause of pauses) {
        at += pause;
        expiresAt = nextExpiry({ shared, begunAt: now, expiresAt }, later(at)) ?? expiresAt;
      }
      const left = (expiresAt.getTime() - later(at).getTime()) / 60_000;
      const full = sessionMinutes[shared ? 'shared' : 'own'];
      expect(left).toBeLessThanOrEqual(full);
      expect(left).toBeGreaterThan(full - (shared ? 1 : 60));
    }),
  );
});

it('who has just signed in is not asked again for ten minutes, and use is known to the hour only', () => {
  expect([isFresh(now, later(9)), isFresh(now, later(10))]).toEqual([true, false]);
  expect(hourOf(now).toISOString()).toBe('2026-11-23T08:00:00.000Z');
});
