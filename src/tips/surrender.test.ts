// The public page and the threat model say the same, and both leave nothing out.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compromises, unprotected } from './surrender.ts';
import { surrenderWords } from './surrender.words.ts';

const model = readFileSync('docs/threat-model.md', 'utf8');
const { en } = surrenderWords;

test.each(compromises)(
  'the threat model tells what %s surrenders, as the public page does',
  (of) => {
    const { name, lost, kept, todo } = en[of];
    for (const sentence of [name, lost, kept, todo]) expect(model).toContain(sentence);
  },
);

test.each(unprotected)('the threat model does not hide that %s is not protected', (of) => {
  expect(model).toContain(en.notProtectedList[of]);
});

test('no case is written down without being told', () => {
  const told = new Set<string>([...compromises, 'notProtectedList']);
  const cases = Object.entries(en).filter(([, value]) => typeof value === 'object');
  expect(cases.map(([name]) => name).filter((name) => !told.has(name))).toEqual([]);
});
