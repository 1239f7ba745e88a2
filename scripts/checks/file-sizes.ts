// How long a file may be: 300 lines of anything, 150 lines of markup in a component.

import { isGenerated, linesOf, listFiles, report, type Problem, type TextFile } from './tree.ts';

const most = 300;
const mostMarkup = 150;
const measured = /\.(?:ts|mjs|cjs|js|svelte|sql|css)$/;

export const findLongFiles = (files: readonly TextFile[]): Problem[] =>
  files
    .filter(({ path }) => measured.test(path) && !isGenerated(path))
    .flatMap((file) => [...tooLong(file), ...tooMuchMarkup(file)]);

/** Lines of a component that are neither script, style, comment nor empty. */
export function markupLines(text: string): number {
  const markup = text
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '');
  return markup.split('\n').filter((line) => line.trim() !== '').length;
}

function tooLong({ path, text }: TextFile): Problem[] {
  const lines = linesOf(text);
  return lines > most ? [{ path, says: `${lines} lines; the limit is ${most}` }] : [];
}

function tooMuchMarkup({ path, text }: TextFile): Problem[] {
  const lines = path.endsWith('.svelte') ? markupLines(text) : 0;
  if (lines <= mostMarkup) return [];
  return [{ path, says: `${lines} lines of markup; the limit is ${mostMarkup}` }];
}

if (import.meta.main) report(findLongFiles(listFiles()));
