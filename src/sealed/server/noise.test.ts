// Noise: counted by source, forgotten soon, under names that cannot be led back to an address.

import { describe, expect, test } from 'vitest';
import { networkOf, openNoise } from './noise.ts';

const minutes = 60_000;
function aClock() {
  let time = 1_000_000_000;
  return { now: () => time, pass: (by: number) => (time += by) };
}

describe('a source', () => {
  test('is the address, or of IPv6 the half that one house has', () => {
    expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
    expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
    const one = networkOf('2001:db8:0:12::1');
    expect(networkOf('2001:0db8:0000:0012:aaaa:bbbb:cccc:dddd')).toBe(one);
    expect(networkOf('2001:db8:0:12:5:6:7:8%eth0')).toBe(one);
    expect(networkOf('2001:db8:0:13::1')).not.toBe(one);
    expect(networkOf('::1')).toBe('0:0:0:0');
  });
  test('has a name that says nothing of the address, and another one on another server', () => {
    const [one, other] = [openNoise(), openNoise()];
    expect(one.bucketOf('203.0.113.7')).toMatch(/^[\w-]{16}$/);
    expect(one.bucketOf('203.0.113.7')).toBe(one.bucketOf('203.0.113.7'));
    expect(one.bucketOf('203.0.113.7')).not.toBe(other.bucketOf('203.0.113.7'));
  });
  test('has another name after an hour, and its noise is forgotten with the old one', () => {
    const clock = aClock();
    const noise = openNoise(clock.now);
    const bucket = noise.bucketOf('203.0.113.7');
    noise.add(bucket, 1_000);
    clock.pass(61 * minutes);
    expect(noise.bucketOf('203.0.113.7')).not.toBe(bucket);
    expect(noise.levelOf(bucket)).toBe(0);
  });
});

describe('noise', () => {
  test('is nothing for a family, and one level more for each doubling', () => {
    const noise = openNoise();
    const at = (weight: number): number => {
      const bucket = noise.bucketOf(`source ${weight}`);
      noise.add(bucket, weight);
      return noise.levelOf(bucket);
    };
    expect([24, 25, 49, 97, 20_000, 2_000_000].map(at)).toEqual([0, 1, 2, 3, 8, 8]);
  });
  test('of one source is not another’s', () => {
    const noise = openNoise();
    noise.add(noise.bucketOf('203.0.113.7'), 1_000);
    expect(noise.levelOf(noise.bucketOf('203.0.113.8'))).toBe(0);
  });
  test('fades within minutes', () => {
    const clock = aClock();
    const noise = openNoise(clock.now);
    const bucket = noise.bucketOf('203.0.113.7');
    noise.add(bucket, 100);
    clock.pass(6 * minutes);
    expect(noise.levelOf(bucket)).toBe(3);
    clock.pass(6 * minutes);
    expect(noise.levelOf(bucket)).toBe(0);
  });
  test('that stopped long ago is not carried over by a later look', () => {
    const clock = aClock();
    const noise = openNoise(clock.now);
    const bucket = noise.bucketOf('203.0.113.7');
    noise.add(bucket, 100);
    clock.pass(11 * minutes);
    expect(noise.levelOf(bucket)).toBe(0);
  });
});
