// A heavy page asked for a hundred times at once: made once where it is the same, else two at a time.

import { setImmediate as soon } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Busy } from '#ground/failure.ts';
import { takeTurns } from '#ground/server/turns.ts';
import { heavyPages } from './heavy-pages.ts';

const terms = { atOnce: 2, waiting: 60, waitingEach: 10 };

/** Counts what is made, and how much of it at once at most. */
function counting() {
  const counts = { made: 0, now: 0, most: 0 };
  const make = async (): Promise<number> => {
    counts.made += 1;
    counts.now += 1;
    counts.most = Math.max(counts.most, counts.now);
    await soon();
    counts.now -= 1;
    return counts.made;
  };
  return { counts, make };
}

const hundred = Array.from({ length: 100 }, (_, at) => String(at));

test('the same for a hundred people is made once, and anew for who asks later', async () => {
  const page = heavyPages<number>(takeTurns(terms));
  const { counts, make } = counting();
  const answers = await Promise.all(hundred.map((who) => page(who, 'country', make)));
  expect([counts.made, new Set(answers).size]).toEqual([1, 1]);
  await page('an', 'country', make);
  expect(counts.made).toBe(2);
});

test('a hundred different ones are made two at a time, and what finds no room is told so', async () => {
  const page = heavyPages<number>(takeTurns(terms));
  const { counts, make } = counting();
  const ends = await Promise.allSettled(hundred.map((who) => page(who, who, make)));
  const refused = ends.filter((end) => end.status === 'rejected');
  expect([counts.most, counts.made, refused.length]).toEqual([2, 62, 38]);
  expect(refused.every(({ reason }) => reason instanceof Busy)).toBe(true);
});

test('one person who asks for all of them leaves a place for another', async () => {
  const page = heavyPages<number>(takeTurns(terms));
  const { make } = counting();
  const greedy = Promise.allSettled(hundred.map((key) => page('an', key, make)));
  await expect(page('bình', 'one', make)).resolves.toBeTypeOf('number');
  expect((await greedy).filter(({ status }) => status === 'fulfilled')).toHaveLength(11);
});
