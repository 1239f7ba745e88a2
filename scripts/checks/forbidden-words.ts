// What must not stand in the tree: words that wound people, traces of one machine, tests that do not run.

import { listFiles, report, type Problem, type TextFile } from './tree.ts';

type Rule = { readonly where: RegExp; readonly what: RegExp; readonly says: string };

const rules: readonly Rule[] = [
  {
    where: /\.words\.ts$|\.svelte$/,
    what: /con\s+nghiện|đối\s+tượng/iu,
    says: 'say “người sử dụng ma túy”: people are not what was done to them',
  },
  {
    where: /./,
    what: /(?<![\w.])\/(?:home|root|Users|work)\/[\w.-]|[A-Z]:\\Users\\/,
    says: 'a path of one machine',
  },
  {
    where: /./,
    what: /\bregistry\.[a-z]|\bnpm\.pkg\.[a-z]|"resolved":\s"http/,
    says: 'the host of a package registry; each machine has its own',
  },
  {
    where: /\.test\.ts$/,
    what: /\b(?:it|test|describe|suite)(?:\.\w+)*\.(?:skip|only|todo|fails|skipIf|runIf)\b/,
    says: 'a test that does not run, or keeps others from running',
  },
];

export const findForbiddenWords = (files: readonly TextFile[]): Problem[] =>
  files.flatMap((file) => rules.flatMap((rule) => findBreaches(rule, file)));

const findBreaches = ({ where, what, says }: Rule, { path, text }: TextFile): Problem[] =>
  where.test(path)
    ? text
        .normalize('NFC')
        .split('\n')
        .flatMap((line, at) => (what.test(line) ? [{ path, line: at + 1, says }] : []))
    : [];

if (import.meta.main) report(findForbiddenWords(listFiles()));
