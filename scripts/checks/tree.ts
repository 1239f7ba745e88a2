// The project's own files as the checks see them, and the one way a check says what it found.

import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `path` is relative to the project, with '/' between its parts. */
export type TextFile = { readonly path: string; readonly text: string };

export type Problem = { readonly path: string; readonly line?: number; readonly says: string };

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What is generated, installed or entered by people who use the program is not ours to check. */
const notOurs = new Set(['node_modules', '.git', '.svelte-kit', 'build', 'data', 'tmp']);
const readable = /^\.(?:ts|mjs|cjs|js|svelte|sql|css|html|md|json|yml|yaml|txt|svg)$|^$/;

/** Every text file of the project, or of one of its folders, in the order of the alphabet. */
export const listFiles = (folder = ''): TextFile[] =>
  pathsUnder(join(root, folder))
    .filter((path) => readable.test(extname(path)))
    .map((path) => ({
      path: relative(root, path).replaceAll('\\', '/'),
      text: readFileSync(path, 'utf8'),
    }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));

/** Prints the problems, one a line; the process then ends with 1 where there are any. */
export function report(problems: readonly Problem[]): void {
  for (const { path, line, says } of problems)
    console.log(line === undefined ? `${path}: ${says}` : `${path}:${line}: ${says}`);
  if (problems.length > 0) process.exitCode = 1;
}

/** Written by a program (scripts/checks/schema.ts --write), not by and for people. */
export const isGenerated = (path: string): boolean => path === 'src/ground/server/schema.ts';

export const isTest = (path: string): boolean => /\.test\.ts$|^tests\//.test(path);

/** The number of lines a person sees; a closing line feed opens no further line. */
export const linesOf = (text: string): number => text.replace(/\n$/, '').split('\n').length;

function pathsUnder(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : pathsUnder(path);
    return entry.isFile() ? [path] : [];
  });
}
