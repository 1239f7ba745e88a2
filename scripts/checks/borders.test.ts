// Holds the borders themselves: a small house with one breach of each, and every breach is found.

import { beforeAll, expect, test } from 'vitest';
import { findBreaches } from './borders.ts';
import type { Problem } from './tree.ts';

/** [rule, file that breaks it, what the file imports] */
const breaches = [
  ['1-no-circles', 'src/plans/a.ts', "import type { B } from './b.ts'; export type A = B;"],
  [
    '5-ui-knows-only-the-ground',
    'src/ui/Pick.svelte',
    '<script lang="ts">\n  import type { P } from \'#people/p.ts\';\n  const p: P = 1;\n</script>{p}',
  ],
  ['2-rules-are-pure', 'src/plans/disk.ts', "export { readFileSync } from 'node:fs';"],
  ['2-rules-are-pure', 'src/plans/reading/deep.ts', "export { cwd } from 'node:process';"],
  ['2-rules-are-pure', 'src/plans/word.ts', "export { Document } from 'docx';"],
  ['2-rules-are-pure', 'src/plans/view.ts', "export { mount } from 'svelte';"],
  [
    '2-front-rooms-never-import-back-rooms',
    'src/plans/front.ts',
    "import type { Store } from '#plans/server/store.ts'; export type F = Store;",
  ],
  [
    '2-front-rooms-never-import-back-rooms',
    'src/plans/Card.svelte',
    '<script lang="ts">\n  import { list } from \'#plans/server/store.ts\';\n  list();\n</script>',
  ],
  [
    '2-pages-never-import-back-rooms',
    'src/routes/+page.svelte',
    '<script lang="ts">\n  import { list } from \'#plans/server/store.ts\';\n  list();\n</script>',
  ],
  ['3-only-stores-speak-sql', 'src/plans/server/read.ts', "export { sql } from 'kysely';"],
  ['3-only-stores-speak-sql', 'src/plans/server/pool.ts', "import type { Pool } from 'pg';"],
  ['3-only-doors-know-the-framework', 'src/plans/go.ts', "export { goto } from '$app/navigation';"],
  [
    '3-only-doors-know-the-framework',
    'src/plans/server/answer.ts',
    "export { json } from '@sveltejs/kit';",
  ],
  [
    '4-neighbours-by-the-front-door',
    'src/sites/server/peek.ts',
    "export { open } from '#plans/server/reader.ts';",
  ],
  [
    '4-commands-are-for-routes',
    'src/reports/server/order.ts',
    "export { sign } from '#people/server/commands.ts';",
  ],
  ['5-ground-never-looks-up', 'src/ground/low.ts', "export type { P } from '#people/p.ts';"],
  ['5-people-never-looks-up', 'src/people/p.ts', "export type P = import('#sites/s.ts').S;"],
  ['5-sealed-never-looks-up', 'src/papers/q.ts', "export type { S } from '#sites/s.ts';"],
  [
    '5-plans-never-looks-up',
    'src/sites/s.ts',
    "export type { R } from '#reports/r.ts'; export type S = 1;",
  ],
  [
    '5-reports-never-looks-up',
    'src/reports/r.ts',
    "export type { X } from '#routes/x.ts'; export type R = 1;",
  ],
  ['5-ui-knows-only-the-ground', 'src/ui/u.ts', "export type { P } from '#people/p.ts';"],
  [
    '6-tips-are-sealed-off',
    'src/sites/server/t.ts',
    "export { all } from '#tips/server/store.ts';",
  ],
  [
    '6-help-are-sealed-off',
    'src/sites/server/h.ts',
    "export { all } from '#help/server/store.ts';",
  ],
  [
    'tests-stay-tests',
    'src/plans/server/fake.ts',
    "export { x } from '#ground/server/testing.ts';",
  ],
  ['no-developer-parts-in-the-product', 'src/plans/server/dev.ts', "export { run } from 'knip';"],
] as const;

const allowed = {
  'src/plans/b.ts': "import type { A } from './a.ts'; export type B = A;",
  'src/plans/server/store.ts':
    "import { sql } from 'kysely'; export type Store = typeof sql; export const list = () => sql;",
  'src/plans/server/reader.ts': 'export const open = 1;',
  'src/people/server/commands.ts': 'export const sign = 1;',
  'src/tips/server/store.ts': 'export const all = 1;',
  'src/help/server/store.ts': 'export const all = 1;',
  'src/ground/server/testing.ts': 'export const x = 1;',
  'src/routes/x.ts': "export type X = 1; export { sign } from '#people/server/commands.ts';",
  'src/reports/server/store.ts': "export { list } from '#plans/server/store.ts';",
  'src/plans/chart.ts': "export { object } from 'valibot'; export { line } from 'd3-shape';",
};

let found: readonly Problem[] = [];

beforeAll(() => {
  found = findBreaches([
    ...breaches.map(([, path, text]) => ({ path, text })),
    ...Object.entries(allowed).map(([path, text]) => ({ path, text })),
  ]);
}, 60_000);

test.each(breaches)('%s is broken by %s', (rule, path) => {
  const said = found.filter((breach) => breach.path === path).map(({ says }) => says);
  expect(said.join()).toContain(rule);
});

test.each(Object.keys(allowed))('nothing is held against %s', (path) => {
  expect(found.filter((breach) => breach.path === path)).toEqual([]);
});
