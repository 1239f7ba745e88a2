// Turns at the door: a crowd waits behind itself, whoever is quiet hardly waits, and everybody gets in.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lanes, openTurns, type Lane } from './turns.ts';

/** Lets everything that can be settled settle. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Everybody knocks at once; one after another they come in, do their work and leave. */
async function served(
  knocks: readonly (readonly [bucket: string, lane: Lane])[],
  room = { inside: 1, ofOneBucket: 1 },
): Promise<readonly string[]> {
  const turns = openTurns(room);
  const order: string[] = [];
  const all = knocks.map(async ([bucket, lane], at) => {
    const leave = await turns.take(bucket, lane);
    order.push(`${bucket} ${at}`);
    await settle();
    leave();
    leave();
  });
  await Promise.all(all);
  expect(turns.waiting()).toBe(0);
  return order;
}

const crowd = (bucket: string, lane: Lane, count: number) =>
  Array.from({ length: count }, () => [bucket, lane] as const);

describe('turns', () => {
  test('are taken at once where there is room', async () => {
    const turns = openTurns({ inside: 2, ofOneBucket: 2 });
    await turns.take('a', 'quiet');
    await turns.take('b', 'noisy');
    expect(turns.waiting()).toBe(0);
  });
  test('are given up by whoever takes too long, who goes on beside the others', async () => {
    const turns = openTurns({ inside: 1, ofOneBucket: 1, patience: 20 });
    const leaveLate = await turns.take('slow', 'noisy');
    const next = await turns.take('slow', 'noisy');
    leaveLate();
    let isIn = false;
    const third = turns.take('other', 'quiet').then(() => (isIn = true));
    await settle();
    // The late one's leaving gave nobody a second place.
    expect(isIn).toBe(false);
    next();
    await third;
  });
  test('come round: one who comes once waits for no more than one of a crowd', async () => {
    const order = await served([...crowd('crowd', 'quiet', 50), ['one', 'quiet']]);
    expect(order.indexOf('one 50')).toBeLessThanOrEqual(2);
  });
  test('of one bucket go in the order in which they came', async () => {
    const order = await served(crowd('a', 'quiet', 20));
    expect(order).toEqual(Array.from({ length: 20 }, (_, at) => `a ${at}`));
  });
  test('come sooner for whoever solved a puzzle, and for the noisy all the same', async () => {
    const order = await served([
      ...crowd('noisy', 'noisy', 40),
      ...crowd('quiet', 'quiet', 40),
      ...crowd('proved', 'proved', 40),
    ]);
    const place = (bucket: string): number =>
      order.reduce((sum, name, at) => sum + (name.startsWith(bucket) ? at : 0), 0);
    expect(place('proved')).toBeLessThan(place('quiet'));
    expect(place('quiet')).toBeLessThan(place('noisy'));
    const beforeOthersEnded = order.slice(0, 60).filter((name) => name.startsWith('noisy'));
    expect(beforeOthersEnded.length).toBeGreaterThanOrEqual(6);
  });
  test('leave room: slow senders of one bucket never fill all of it', async () => {
    const turns = openTurns({ inside: 4, ofOneBucket: 3 });
    const slow = crowd('slow', 'proved', 10).map(([bucket, lane]) => turns.take(bucket, lane));
    await Promise.all(slow.slice(0, 3));
    await turns.take('one', 'noisy');
    expect(turns.waiting()).toBe(7);
  });
  test('are never more than there is room for, and all are served, whoever comes and leaves', async () => {
    const knock = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom(...lanes));
    const property = fc.asyncProperty(
      fc.array(knock, { maxLength: 60 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 3 }),
      async (knocks, inside, ofOneBucket) => {
        const turns = openTurns({ inside, ofOneBucket });
        const there = new Map<string, number>();
        let [most, mostOfOne, done] = [0, 0, 0];
        await Promise.all(
          knocks.map(async ([bucket, lane]) => {
            const leave = await turns.take(bucket, lane);
            there.set(bucket, (there.get(bucket) ?? 0) + 1);
            const counts = [...there.values()];
            most = Math.max(
              most,
              counts.reduce((sum, count) => sum + count, 0),
            );
            mostOfOne = Math.max(mostOfOne, ...counts);
            await settle();
            there.set(bucket, (there.get(bucket) ?? 0) - 1);
            done += 1;
            leave();
          }),
        );
        expect(done).toBe(knocks.length);
        expect(most).toBeLessThanOrEqual(inside);
        expect(mostOfOne).toBeLessThanOrEqual(ofOneBucket);
      },
    );
    await fc.assert(property, { numRuns: 40 });
  });
});
