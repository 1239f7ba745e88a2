// No file or folder is named after nothing in particular: such rooms fill with whatever has no home.

import { listFiles, report, type Problem } from './tree.ts';

const forbidden = new Set(
  'util utils helper helpers common shared misc manager managers service services index'.split(' '),
);
/** The web platform's own word for a script that stands between the page and the network. */
const platformWord = 'service-worker';

export const findBadNames = (paths: readonly string[]): Problem[] =>
  paths.flatMap((path) =>
    path
      .replace(platformWord, '')
      .split(/[/._-]/)
      .filter((word) => forbidden.has(word.toLowerCase()))
      .map((word) => ({ path, says: `“${word}” says nothing; name it after its main thing` })),
  );

if (import.meta.main) report(findBadNames(listFiles().map(({ path }) => path)));
