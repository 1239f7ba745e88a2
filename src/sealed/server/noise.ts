// How much comes from one source: counted in memory under a name that nobody can lead back, and forgotten within the hour.

import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';

export type Noise = {
  /** A source's name for this hour: a keyed hash of its address; the key is never written down. */
  readonly bucketOf: (address: string) => string;
  readonly add: (bucket: string, weight: number) => void;
  /** 0 for whoever is quiet; one more for each doubling. */
  readonly levelOf: (bucket: string) => number;
};

/** Milliseconds. Counts are of the last one to two spans. */
const span = 5 * 60_000;
const keyLife = 60 * 60_000;
/** What a family behind one address may send, with its files' pieces, before it counts as noise. */
const allowance = 24;
const highest = 8;
/** Beyond this many sources the oldest are forgotten first: memory has an end. */
const mostSources = 200_000;

export function openNoise(now: () => number = Date.now): Noise {
  let [key, keyMade, spanBegun] = [randomBytes(32), now(), now()];
  let [current, before] = [noCounts(), noCounts()];

  const pass = (): void => {
    const time = now();
    if (time - keyMade > keyLife) {
      [key, keyMade, spanBegun] = [randomBytes(32), time, time];
      [current, before] = [noCounts(), noCounts()];
    }
    if (time - spanBegun > span) {
      [before, current] = [time - spanBegun > 2 * span ? noCounts() : current, noCounts()];
      spanBegun = time;
    }
  };
  const bucketOf = (address: string): string => {
    pass();
    return createHmac('sha256', key).update(networkOf(address)).digest('base64url').slice(0, 16);
  };
  const add = (bucket: string, weight: number): void => {
    pass();
    current.set(bucket, (current.get(bucket) ?? 0) + weight);
    const [oldest] = current.keys();
    if (current.size > mostSources && oldest !== undefined) current.delete(oldest);
  };
  const levelOf = (bucket: string): number => {
    pass();
    const count = (current.get(bucket) ?? 0) + (before.get(bucket) ?? 0);
    if (count <= allowance) return 0;
    return Math.min(highest, Math.ceil(Math.log2(count / allowance)));
  };
  return { bucketOf, add, levelOf };
}

/** Of IPv6 the first half: one house has all the rest. */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return bare;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped) return mapped;
  const [head = '', tail] = bare.split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const [front, back] = [groups(head), tail === undefined ? [] : groups(tail)];
  const gap = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  return [...front, ...(tail === undefined ? [] : gap), ...back]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

const noCounts = (): Map<string, number> => new Map();
