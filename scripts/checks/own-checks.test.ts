// Each of our own checks finds what it is there to find, and leaves alone what is well.

import { expect, test } from 'vitest';
import { findLongFiles } from './file-sizes.ts';
import { findSilentFiles } from './first-lines.ts';
import { findForbiddenWords } from './forbidden-words.ts';
import { functionLines, sizesOf } from './function-sizes.ts';
import { findBadNames } from './names.ts';
import { findImpurities } from './pure-rules.ts';
import { compareWords } from './words.ts';

const lines = (count: number, line = '<p>x</p>'): string => `${line}\n`.repeat(count);

test.each([
  'src/ground/utils.ts',
  'src/shared/day.ts',
  'src/plans/plan-helper.ts',
  'src/ui/index.ts',
])('the name %s says nothing', (path) => {
  expect(findBadNames([path])).toHaveLength(1);
});

test('names that say something, and the platform’s own, are well', () => {
  expect(findBadNames(['src/plans/plan.ts', 'src/service-worker/cache.ts'])).toEqual([]);
});

test.each([
  ['a.ts', 'export const a = 1;\n'],
  ['a.ts', '// title\n'],
  ['a.sql', 'CREATE TABLE a ();\n'],
  ['a.svelte', '<h1>A</h1>\n'],
  ['a.svelte', '<script lang="ts">\n  let a = 1;\n</script>\n'],
])('%s does not say in its first line what it is for: %s', (path, text) => {
  expect(findSilentFiles([{ path, text }])).toHaveLength(1);
});

test.each([
  ['a.ts', '// What this room is for.\n'],
  ['a.mjs', '#!/usr/bin/env node\n// What this room is for.\n'],
  ['a.css', '/* What this room is for. */\n'],
  ['a.sql', '-- What this room is for.\n'],
  ['a.svelte', '<!-- What this room is for. -->\n'],
  ['a.svelte', '<script lang="ts">\n  // What this room is for.\n</script>\n'],
])('%s says in its first line what it is for: %s', (path, text) => {
  expect(findSilentFiles([{ path, text }])).toEqual([]);
});

test.each([
  ['a.sql', lines(301)],
  ['a.svelte', lines(151)],
  ['a.svelte', `<script>\n${lines(150, 'x();')}</script>\n${lines(151)}`],
])('%s is too long', (path, text) => {
  expect(findLongFiles([{ path, text }])).not.toEqual([]);
});

test('only markup counts as markup: not script, style, comments or empty lines', () => {
  const rest = `<script>\n${lines(40, 'x();')}</script>\n<style>\n${lines(40, 'a {}')}</style>\n`;
  const text = `<!--\n${lines(20)}-->\n${rest}\n\n${lines(150)}`;
  expect(findLongFiles([{ path: 'a.svelte', text }])).toEqual([]);
});

test.each([
  ['src/a.words.ts', 'người là đối tượng'],
  ['src/a.svelte', `Con ${'nghiện'.normalize('NFD')}`],
  ['docs/a.md', ['see ', 'home', 'someone/notes'].join('/')],
  ['package-lock.json', ['https://registry', 'example.org'].join('.')],
  ['src/a.test.ts', ['test', 'skip("x")'].join('.')],
  ['src/a.test.ts', ['describe', 'each([1])'].join('.only.')],
])('%s holds what must not stand in the tree: %s', (path, text) => {
  expect(findForbiddenWords([{ path, text }])).toHaveLength(1);
});

test('a paper that is read may hold words we would not write', () => {
  const file = { path: 'src/plans/example.ts', text: 'quản lý đối tượng' };
  expect(findForbiddenWords([file])).toEqual([]);
});

test.each([
  [{ a: 'Mở' }, {}, 'a: string in Vietnamese, missing in English'],
  [{ a: { b: 'Mở' } }, { a: { b: ' ' } }, 'a.b: empty'],
  [{ a: '' }, { a: 'Open' }, 'a: empty'],
  [{ a: 'Mở' }, { a: 'Mở' }, 'a: the same in both'],
  [{ a: 'Mở' }, { a: 'Open (mở)' }, 'a: Vietnamese in the English “Open (mở)”'],
  [{}, { a: 'Open' }, 'a: missing in Vietnamese, string in English'],
  [{ a: () => '' }, { a: 'Open' }, 'a: function in Vietnamese, string in English'],
])('words %j and %j are not two whole languages', (vi, en, said) => {
  expect(compareWords(vi, en)).toEqual([said]);
});

test('names stay themselves in English; functions are left to the compiler', () => {
  const [vi, en] = [
    { a: 'Mở Bình Yên', b: () => 'một' },
    { a: 'Open Bình Yên', b: () => 'one' },
  ];
  expect(compareWords(vi, en)).toEqual([]);
});

test('a function is as long as its lines, named functions only, passed ones within theirs', () => {
  const text =
    'function a() {\n  return 1;\n}\nconst b = () =>\n  [1].map((x) => x);\nlet c = 1;\n';
  expect(functionLines({ path: 'a.ts', text })).toEqual([3, 2]);
  const component = `<h1>A</h1>\n<script lang="ts">\n${text}</script>\n`;
  expect(functionLines({ path: 'a.svelte', text: component })).toEqual([3, 2]);
});

test('nine of ten are no longer than p90, one of two no longer than the median', () => {
  const tens = [100, 20, 30, 40, 50, 60, 70, 80, 90, 10];
  expect(sizesOf(tens)).toEqual({ median: 50, p90: 90, longest: 100 });
  expect(sizesOf([3, 1, 2])).toEqual({ median: 2, p90: 3, longest: 3 });
});

test.each([
  'new Date()',
  'Date.now()',
  'Math.random()',
  'fetch("/")',
  'process.env',
  'Temporal.Now.instant()',
])('a rule that says %s is not pure', (code) => {
  expect(findImpurities({ path: 'a.ts', text: `export const a = ${code};\n` })).toHaveLength(1);
});

test('a rule may work with a date it was given, and with names of its own', () => {
  const text =
    'export const a = (at: number, process: { env: 1 }) => [new Date(at), process.env];\n';
  expect(findImpurities({ path: 'a.ts', text })).toEqual([]);
});
