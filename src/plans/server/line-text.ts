// One line of a paper's text as every reader gives it: NFC, plain spaces, tabs only between cells.

const invisible = /[\p{Cc}\p{Cf}]/gu;
const anySpace = /[\p{Zs}\u2028\u2029]/gu;
const listSignThenTab = /^([-+*•–—▪●]|(?:\p{L}|[\p{L}\d]{1,5})[.)]|\d+(?:\.\d+)+[.)]?)[ \t]+/u;

const plain = (text: string): string =>
  text
    .replaceAll('\t', '\uE000') // kept out of the reach of the control characters' rule
    .normalize('NFC')
    .replace(anySpace, ' ')
    .replace(invisible, '')
    .replaceAll('\uE000', '\t');

/** A paragraph's lines: an indent is cut, a tab after a list sign is a space, others part cells. */
export const tidyLines = (text: string): readonly string[] =>
  text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u).map((line) =>
    plain(line)
      .trim()
      .replace(listSignThenTab, '$1 ')
      .replace(/ *\t */gu, '\t'),
  );

/** One row of a table: its cells parted by tabs, the paragraphs of a cell joined by ' / '. */
export const tidyRow = (cells: readonly (readonly string[])[]): string =>
  cells.map(cellText).join('\t').trimEnd();

const cellText = (paragraphs: readonly string[]): string =>
  paragraphs
    .flatMap(tidyLines)
    .map((line) => line.replaceAll('\t', ' '))
    .filter((line) => line !== '')
    .join(' / ');
