// Many writes as one: each is answered after the commit it was in, and none falls with another.

import { describe, expect, test } from 'vitest';
import { openGroupCommit, type Limits } from './group-commit.ts';

const limits: Limits<number> = {
  items: 100,
  bytes: 10_000,
  bytesOf: (item) => item,
  isOnesFault: (error) => error instanceof RangeError,
};

/** Writes down what it is given; one that is 13 cannot be written. */
function aDisk() {
  const commits: number[][] = [];
  const commit = async (items: readonly number[]): Promise<readonly string[]> => {
    await new Promise((resolve) => setTimeout(resolve, 2));
    if (items.includes(13)) throw new RangeError('13');
    commits.push([...items]);
    return items.map((item) => `has ${item}`);
  };
  return { commits, commit };
}

describe('a group commit', () => {
  test('answers each with its own, in far fewer commits than items', async () => {
    const { commits, commit } = aDisk();
    const group = openGroupCommit(commit, { ...limits, bytesOf: () => 1 });
    const items = Array.from({ length: 250 }, (_, at) => 100 + at);
    expect(await Promise.all(items.map(group.add))).toEqual(items.map((item) => `has ${item}`));
    expect(commits.map(({ length }) => length)).toEqual([100, 100, 50]);
  });
  test('takes along what came while the one before was written', async () => {
    const { commits, commit } = aDisk();
    const group = openGroupCommit(commit, limits);
    const first = group.add(1);
    await new Promise((resolve) => setTimeout(resolve, 1));
    await Promise.all([first, group.add(2), group.add(3)]);
    expect(commits).toEqual([[1], [2, 3]]);
  });
  test('is not larger than its bytes, but writes what alone is larger', async () => {
    const { commits, commit } = aDisk();
    const group = openGroupCommit(commit, limits);
    await Promise.all([6_000, 6_000, 20_000, 10].map(group.add));
    expect(commits).toEqual([[6_000], [6_000], [20_000], [10]]);
  });
  test('leaves out the one that cannot be written, and nobody else', async () => {
    const { commits, commit } = aDisk();
    const group = openGroupCommit(commit, limits);
    const answers = await Promise.allSettled([1, 2, 13, 4, 5, 6].map(group.add));
    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
    expect(commits.flat().toSorted((a, b) => a - b)).toEqual([1, 2, 4, 5, 6]);
  });
  test('tells everybody where the disk itself failed, once, and goes on afterwards', async () => {
    let tries = 0;
    const group = openGroupCommit((items: readonly number[]) => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('no connection')) : Promise.resolve(items);
    }, limits);
    const answers = await Promise.allSettled([1, 2, 3].map(group.add));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(tries).toBe(1);
    expect(await group.add(4)).toBe(4);
  });
  test('never leaves anybody without an answer', async () => {
    const group = openGroupCommit(() => Promise.resolve([]), limits);
    await expect(group.add(1)).rejects.toThrow(/unanswered/);
  });
  test('comes to its end before it stops', async () => {
    const { commits, commit } = aDisk();
    const group = openGroupCommit(commit, limits);
    void group.add(1);
    await group.stop();
    expect(commits).toEqual([[1]]);
  });
});
