// Nobody looks at a sensitive record without leaving a row: read from the pages’ own source.

import { expect, test } from 'vitest';
import { reaches, readSources } from './testing.ts';

const sources = readSources();
const views = { file: 'src/ground/server/audit.ts', names: ['appendView'] };

/** Where people's papers, names, requests and doings stand. */
const sensitive: readonly RegExp[] = [
  /\/plans\/\[plan\]\//,
  /\/files\//,
  /\/(?:households|members)\//,
  /\/people\/\[person\]\/[+]page/,
  /\/privacy\/(?:\[request\]|breaches\/\[breach\])\//,
  /\/record\//,
];

/** What hands out bytes and leaves no row, each with what it hands out. */
const quiet: Readonly<Record<string, string>> = {
  'account/data/data.json': 'a person’s own data, to that person',
  'account/provider': 'the way to another sign-in',
  'places/search': 'names of places, which are no secret',
  'sites/[site]/reviews/[review]/paper.docx': 'an official paper, made to be read',
  'sites/[site]/reviews/[review]/paper.pdf': 'an official paper, made to be read',
};

const shown = [...sources.values()]
  .filter(({ file }) => /^src\/routes\/staff\/.*\/[+](?:page[.])?server[.]ts$/.test(file))
  .flatMap(({ file, declared }) =>
    declared
      .filter(({ name }) => name === 'load' || name === 'GET')
      .map((one) => ({ ...one, path: file.replace(/^src\/routes\/staff\/|\/[+][^/]*$/g, '') })),
  );

const mustLeave = shown.filter(
  ({ file, name, path }) =>
    sensitive.some((pattern) => pattern.test(file)) || (name === 'GET' && !(path in quiet)),
);

test.each(mustLeave.map((one) => [one.path, one] as const))('%s leaves a view', (_, one) => {
  expect(reaches(sources, one, views)).toBe(true);
});

test('there are such pages of every kind, and what is quiet is still there', () => {
  const unmet = sensitive.filter((pattern) => !mustLeave.some(({ file }) => pattern.test(file)));
  expect(unmet).toEqual([]);
  const paths = new Set(shown.map(({ path }) => path));
  expect(Object.keys(quiet).filter((path) => !paths.has(path))).toEqual([]);
});
