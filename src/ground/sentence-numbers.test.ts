// Numbers in sentences go through showNumber: 1.222, never 1222, in every slice's words.

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What is no amount: '2025' is a year. */
const notAmounts = new Set(['year']);

/** Parameters said to be numbers that stand in the sentence as they are. */
function bareNumbers(source: string): string[] {
  const heads = [...source.matchAll(/\(([^()]*)\)(?:: string)? =>/gu)];
  return heads.flatMap((head, at) => {
    const body = source.slice(head.index + head[0].length, heads[at + 1]?.index);
    const names = [...(head[1] ?? '').matchAll(/(\w+): number\b/gu)].map(([, name = '']) => name);
    return names.filter((name) => !notAmounts.has(name) && body.includes(`\${${name}}`));
  });
}

test('no sentence says a number of a thousand or more without its dot', () => {
  const files = globSync('src/**/*.words.ts');
  expect(files.length).toBeGreaterThan(30);
  const bare = files.flatMap((file) =>
    bareNumbers(readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`),
  );
  expect(bare).toEqual([]);
});

test('a bare number in a sentence is found', () => {
  expect(bareNumbers('rows: (rows: number) => `${rows} dòng`,')).toEqual(['rows']);
  expect(bareNumbers('rows: (rows: number) => `${showNumber(rows)} dòng`,')).toEqual([]);
});
