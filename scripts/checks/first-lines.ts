// Every source file opens with one comment that says what this room is for.

import { extname } from 'node:path';
import { isGenerated, listFiles, report, type Problem, type TextFile } from './tree.ts';

const script = /^(?:\/\/|\/\*\*?)\s*(.+)/;
const opening: Readonly<Record<string, RegExp>> = {
  '.ts': script,
  '.mjs': script,
  '.cjs': script,
  '.js': script,
  '.svelte': /^(?:<!--|\/\/)\s*(.+)/,
  '.sql': /^--\s*(.+)/,
  '.css': /^\/\*\s*(.+)/,
};
/** Fewer words than this are a title, not a sentence. */
const fewestWords = 4;

export const findSilentFiles = (files: readonly TextFile[]): Problem[] =>
  files.flatMap(({ path, text }) => {
    const pattern = opening[extname(path)];
    if (!pattern || isGenerated(path)) return [];
    const said = pattern.exec(firstLineOf(text))?.[1] ?? '';
    if (said.split(/\s+/).length >= fewestWords) return [];
    return [{ path, line: 1, says: 'the first line must be a comment: what is this file for?' }];
  });

/** Below a line that only opens a script (`#!…`, `<script …>`) where there is one. */
function firstLineOf(text: string): string {
  const [first = '', second = ''] = text.split('\n');
  return (/^(?:#!|<script)/.test(first) ? second : first).trim();
}

if (import.meta.main) report(findSilentFiles(listFiles()));
