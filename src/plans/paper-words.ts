// The words of a paper, and of one put out again: by them it is known whether anything is missing.

import { tidy } from '#ground/text.ts';
import type { Block, Paper } from '#papers/paper.ts';
import type { Lines } from './plan.ts';
import { isBlank, isNoise } from './reading/lines/noise.ts';

/** Letters and figures; signs and capitals are the form's. */
export const wordsOf = (text: string): readonly string[] =>
  tidy(text)
    .toLocaleLowerCase('vi')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

export const wordsOfBlocks = (blocks: readonly Block[]): readonly string[] =>
  wordsOf(blocks.flatMap(textsOf).join(' '));

function textsOf(block: Block): readonly string[] {
  if (block.kind === 'heading') return [block.mark, block.text];
  if (block.kind === 'table')
    return [block.caption ?? '', ...[block.head, ...block.rows].flat().map(({ text }) => text)];
  return block.kind === 'chart' ? [block.caption] : [block.runs.map(({ text }) => text).join('')];
}

/** Every word that stands outside the body and the annexes. */
export function wordsOfHeadAndFoot({ header, title, subject, printed }: Paper): readonly string[] {
  if (!printed) return [];
  const { approval, signature, recipients, ...lines } = printed;
  const texts = [
    header.agencyAbove ?? '',
    header.agency,
    ...Object.values(lines),
    ...(approval ? [approval.text, ...approval.titles, approval.name] : []),
    title,
    subject,
    ...signature.titles,
    signature.name,
    recipients.label,
    ...recipients.lines,
  ];
  return wordsOf(texts.join(' '));
}

/** The lines of some stretches that a reader of the paper would read. */
export const linesIn = (text: readonly string[], stretches: readonly Lines[]): readonly string[] =>
  numbersIn(text, stretches).map((no) => text[no - 1] ?? '');

/** The lines with a word that is not among these, each word counted as often as it stands. */
export function linesNotIn(
  text: readonly string[],
  stretches: readonly Lines[],
  words: readonly string[],
): readonly Lines[] {
  const left = new Map<string, number>();
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1);
  const takes = (line: string): boolean => {
    const own = wordsOf(line);
    for (const word of own) left.set(word, (left.get(word) ?? 0) - 1);
    if (own.every((word) => (left.get(word) ?? 0) >= 0)) return true;
    for (const word of own) left.set(word, (left.get(word) ?? 0) + 1);
    return false;
  };
  return numbersIn(text, stretches)
    .filter((no) => !takes(text[no - 1] ?? ''))
    .map((no) => [no, no] as const);
}

const numbersIn = (text: readonly string[], stretches: readonly Lines[]): readonly number[] =>
  stretches
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at))
    .filter((no) => !isBlank(text[no - 1] ?? '') && !isNoise(text[no - 1] ?? ''));
