// Turns: how many at once, whose piece comes next, and when the queue says that it is full.

import { setImmediate as soon } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { takeTurns } from './turns.ts';

/** Pieces of work that end when told, and the order in which they began. */
function workshop(terms: Parameters<typeof takeTurns>[0]) {
  const turns = takeTurns(terms);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const take = (who: string, name: string) =>
    turns(who, () => {
      begun.push(name);
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
    });
  const end = async (name: string): Promise<void> => {
    await soon();
    ends.get(name)?.();
    await soon();
  };
  return { take, end, begun };
}

const roomy = { atOnce: 1, waiting: 9, waitingEach: 9 };

test('whoever has many pieces waits behind everybody who has one', async () => {
  const { take, end, begun } = workshop(roomy);
  const all = [take('an', 'a1'), take('an', 'a2'), take('an', 'a3'), take('bình', 'b1')];
  for (const name of ['a1', 'b1', 'a2', 'a3']) await end(name);
  await Promise.all(all);
  expect(begun).toEqual(['a1', 'b1', 'a2', 'a3']);
});

test('one that comes for the first time goes before the third piece of another', async () => {
  const { take, end, begun } = workshop(roomy);
  const all = [take('an', 'a1'), take('an', 'a2'), take('an', 'a3')];
  await end('a1');
  all.push(take('bình', 'b1'));
  for (const name of ['a2', 'b1', 'a3']) await end(name);
  await Promise.all(all);
  expect(begun).toEqual(['a1', 'a2', 'b1', 'a3']);
});

test('so many at once, and only one of each person’s', async () => {
  const { take, end, begun } = workshop({ ...roomy, atOnce: 2 });
  const all = [take('an', 'a1'), take('an', 'a2'), take('bình', 'b1'), take('chi', 'c1')];
  await soon();
  expect(begun).toEqual(['a1', 'b1']);
  for (const name of ['b1', 'a1', 'c1', 'a2']) await end(name);
  await Promise.all(all);
  expect(begun.toSorted()).toEqual(['a1', 'a2', 'b1', 'c1']);
});

test('a full queue says so at once, a person’s own before everybody’s', async () => {
  const { take, end } = workshop({ atOnce: 1, waiting: 2, waitingEach: 1 });
  const all = [take('an', 'a1'), take('an', 'a2')];
  const full = { ok: false, refusal: 'queue-full' };
  expect(await take('an', 'a3')).toEqual(full);
  all.push(take('bình', 'b1'));
  expect(await take('chi', 'c1')).toEqual(full);
  for (const name of ['a1', 'b1', 'a2']) await end(name);
  expect((await Promise.all(all)).every(({ ok }) => ok)).toBe(true);
});

test('work that fails gives its turn on', async () => {
  const turns = takeTurns(roomy);
  const fails = turns('an', () => Promise.reject(new Error('no')));
  await expect(fails).rejects.toThrow('no');
  expect(await turns('an', () => Promise.resolve(1))).toEqual({ ok: true, value: 1 });
});
