// How long a try must wait: guessing is slowed, and no stranger can keep a person out.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bucketOf,
  codeSlopes,
  countTries,
  passwordSlopes,
  secondsAfter,
  type Slopes,
  type Try,
  type Tries,
} from './tries.ts';

const start = 1_800_000_000_000;
const plain = (): Tries => countTries(passwordSlopes, (text) => text);
const { device, pair, address, crowd } = passwordSlopes;
const aTry = (name: string, at: string, known?: string): Try => ({
  name,
  address: at,
  device: known,
});

/** Tries it as soon as it may be; gives back when that was. */
function tryAt(tries: Tries, one: Try, now: number): number {
  const wait = tries.arrive(one, now);
  const then = now + wait * 1000;
  expect(tries.arrive(one, then)).toBe(0);
  tries.add(one, then);
  return then;
}

describe('wrong passwords of an unknown browser', () => {
  it('cost nothing the first few times, then 1, 2, 4 … seconds up to a bound', () => {
    const tries = plain();
    const waits = Array.from({ length: 13 }, () => 0);
    let now = start;
    for (const at of waits.keys()) {
      const then = tryAt(tries, aTry('can.bo', '192.0.2.1'), now);
      waits[at] = (then - now) / 1000;
      now = then;
    }
    expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('asked too early change nothing: who is impatient does not wait longer', () => {
    const tries = plain();
    const one = aTry('can.bo', '192.0.2.1');
    for (let at = 0; at < pair.free + 3; at += 1) tryAt(tries, one, start + at * 10_000);
    const before = tries.arrive(one, start + 60_000);
    for (let at = 0; at < 50; at += 1) tries.arrive(one, start + 60_000);
    expect(tries.arrive(one, start + 60_000)).toBe(before);
  });

  it('are counted for the same name in capitals too', () => {
    const tries = plain();
    for (let at = 0; at <= pair.free; at += 1) tries.add(aTry('can.bo', '192.0.2.1'), start);
    expect(tries.arrive(aTry('CAN.BO', '192.0.2.1'), start)).toBe(1);
    expect(tries.arrive(aTry('nong.cot', '192.0.2.1'), start)).toBe(0);
  });

  it('at many names from one address slow that address down, and no other', () => {
    const tries = plain();
    for (let at = 0; at <= address.free + 2; at += 1)
      tries.add(aTry(`ten-${at}`, '192.0.2.1'), start);
    expect(tries.arrive(aTry('moi', '192.0.2.1'), start)).toBe(4);
    expect(tries.arrive(aTry('moi', '192.0.2.2'), start)).toBe(0);
  });

  it('are forgotten after the right one, and after a quiet time', () => {
    const one = aTry('can.bo', '192.0.2.1');
    const [right, waited] = [plain(), plain()];
    for (const tries of [right, waited]) {
      for (let at = 0; at < 8; at += 1) tries.add(one, start);
    }
    right.forget(one);
    expect(right.arrive(one, start)).toBe(0);
    expect(waited.arrive(one, start + pair.quiet)).toBe(0);
  });
});

describe('the owner of an account', () => {
  /** Strangers: many addresses, at any pace, most of them at the owner's name. */
  const strangers = fc.array(
    fc.record({
      name: fc.constantFrom('owner', 'OWNER', 'other'),
      host: fc.nat(60),
      after: fc.nat(1500),
    }),
    { minLength: 80, maxLength: 200, size: 'max' },
  );
  type Steps = readonly { name: string; host: number; after: number }[];

  /** They try whenever they may; gives back when the last of them did. */
  function flood(tries: Tries, steps: Steps, from: number, until = Infinity): number {
    let now = from;
    for (const { name, host, after } of steps) {
      if (now + after > until) return now;
      now += after;
      const one = aTry(name, `198.51.100.${host}`);
      if (tries.arrive(one, now) === 0) tries.add(one, now);
    }
    return now;
  }

  it('on a browser that signed in before is never slowed by strangers', () => {
    fc.assert(
      fc.property(strangers, (steps) => {
        const tries = plain();
        const now = flood(tries, steps, start);
        expect(tries.arrive(aTry('owner', '198.51.100.1', 'known'), now)).toBe(0);
      }),
    );
  });

  it('on a new browser waits a bounded time, while strangers at other addresses go on', () => {
    fc.assert(
      fc.property(strangers, strangers, (before, meanwhile) => {
        const tries = plain();
        const owner = aTry('owner', '203.0.113.9');
        tries.add(aTry('owner', '198.51.100.0'), start);
        const arrived = flood(tries, before, start);
        expect(tries.arrive(owner, arrived)).toBeLessThanOrEqual(crowd.longest);
        const then = arrived + crowd.longest * 1000;
        flood(tries, meanwhile, arrived, then);
        expect(tries.arrive(owner, then)).toBe(0);
      }),
    );
  });

  it('who mistypes on a known browser is slowed as anybody, and up to the same bound', () => {
    const tries = plain();
    const own = aTry('owner', '192.0.2.1', 'known');
    for (let at = 0; at <= device.free; at += 1) tries.add(own, start);
    expect(tries.arrive(own, start)).toBe(1);
    for (let at = 0; at < 50; at += 1) tries.add(own, start);
    expect(tries.arrive(own, start)).toBe(device.longest);
  });
});

it('whatever is tried in whatever order, a guesser gets few tries an hour at a name', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(90_000), { maxLength: 400 }), (pauses) => {
      const tries = plain();
      const one = aTry('owner', '192.0.2.1');
      const end = start + 3_600_000;
      let [now, made] = [start, 0];
      for (const pause of pauses) {
        now += pause;
        if (now > end) break;
        if (tries.arrive(one, now) > 0) continue;
        tries.add(one, now);
        made += 1;
      }
      expect(made).toBeLessThanOrEqual(pair.free + 7 + 60);
    }),
  );
});

describe('codes', () => {
  const tryThem = (slopes: Slopes, from: (at: number) => string, pauses: readonly number[]) => {
    const tries = countTries(slopes, (text) => text);
    let [now, made] = [start, 0];
    for (const [at, pause] of pauses.entries()) {
      now += pause;
      if (now > start + 24 * 3_600_000) break;
      const one = aTry('owner', from(at));
      if (tries.arrive(one, now) > 0) continue;
      tries.add(one, now);
      made += 1;
    }
    return made;
  };
  const perDay = codeSlopes.crowd.free + 11 + 24 * 4;

  it('of one account are counted together: ever new addresses give no new tries', () => {
    const pauses = fc.array(fc.nat(1_800_000), { maxLength: 600, size: 'max' });
    fc.assert(
      fc.property(pauses, fc.integer({ min: 1, max: 5 }), (steps, each) => {
        const made = tryThem(codeSlopes, (at) => `2001:db8:1:${Math.floor(at / each)}::1`, steps);
        expect(made).toBeLessThanOrEqual(perDay);
      }),
    );
  });

  it('tried without a pause from a thousand addresses are as few', () => {
    const steps = Array.from({ length: 20_000 }, () => 5_000);
    const made = tryThem(codeSlopes, (at) => `2001:db8:1:${(at % 1000).toString(16)}::1`, steps);
    expect(made).toBeLessThanOrEqual(perDay);
    expect(made).toBeGreaterThan(codeSlopes.crowd.free);
  });

  it('are asked for at once on a browser that signed in before, whatever strangers with the password do', () => {
    const tries = countTries(codeSlopes, (text) => text);
    for (let at = 0; at < 200; at += 1) tries.add(aTry('owner', `2001:db8:1:${at}::1`), start);
    expect(tries.arrive(aTry('owner', '203.0.113.9'), start)).toBe(codeSlopes.crowd.longest);
    expect(tries.arrive(aTry('owner', '203.0.113.9', 'known'), start)).toBe(0);
  });
});

it.each([passwordSlopes, codeSlopes])(
  'whoever only arrives and is refused pushes out nobody’s count (%#)',
  (slopes) => {
    const arrivals = fc.array(fc.record({ name: fc.nat(99), host: fc.nat(99) }), { minLength: 30 });
    fc.assert(
      fc.property(arrivals, (flood) => {
        const tries = countTries(slopes, (text) => text, 10);
        const one = aTry('owner', '192.0.2.1');
        for (let at = 0; at < 8; at += 1) tries.add(one, start);
        const before = tries.arrive(one, start);
        for (const { name, host } of flood) {
          tries.arrive(aTry(`ten-${name}`, `198.51.100.${host}`), start);
          tries.arrive(aTry('owner', `198.51.100.${host}`), start);
        }
        expect(before).toBeGreaterThan(1);
        expect(tries.arrive(one, start)).toBe(before);
      }),
    );
  },
);

it('a clock that is put back keeps nobody waiting longer', () => {
  const tries = plain();
  const one = aTry('can.bo', '192.0.2.1');
  for (let at = 0; at < 20; at += 1) tries.add(one, start);
  expect(tries.arrive(one, start - 86_400_000)).toBe(pair.longest);
});

it('no wait is ever longer than its bound', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.constantFrom(device, pair, address, crowd), (wrong, slope) => {
      expect(secondsAfter(wrong, slope)).toBeLessThanOrEqual(slope.longest);
    }),
  );
});

it('keeps nothing a name or an address can be read from', () => {
  const seen: string[] = [];
  const tries = countTries(passwordSlopes, (text) => {
    seen.push(text);
    return 'concealed';
  });
  tries.add(aTry('can.bo', '192.0.2.1'), start);
  expect(seen).toContain('can.bo 192.0.2.1');
  expect(JSON.stringify(tries)).not.toContain('can.bo');
});

describe('an address counts', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002:ffff::', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s as %s', (given, bucket) => expect(bucketOf(given)).toBe(bucket));
});
