// A review's draft as an official paper of kind BC: what is printed, numbered once it is issued.

import type { Day } from '#ground/day.ts';
import type { Block, Paper } from '#papers/paper.ts';
import {
  isText,
  type Chapter,
  type DraftBlock,
  type DraftText,
  type ReviewDraft,
  type Sentence,
} from './review.ts';

export type Numbered = { readonly number: number; readonly date: Day };

/** A draft has no number and no date yet; what a person took out and empty chapters are not printed. */
export const reviewToPaper = (draft: ReviewDraft, numbered: Numbered | null): Paper => ({
  kind: 'BC',
  header: { ...draft.header, number: numbered?.number ?? null, date: numbered?.date ?? null },
  title: 'Báo cáo',
  subject: draft.subject,
  approval: null,
  addressees: draft.addressees,
  bases: draft.bases.filter(isPrinted).map(({ text }) => text),
  body: [
    ...words([draft.opening]),
    ...printedChapters(draft).flatMap(chapterBlocks),
    ...words([draft.closing]),
  ],
  signature: draft.signature,
  recipients: draft.recipients,
  language: 'vi',
});

const romans = ['I.', 'II.', 'III.', 'IV.', 'V.'];

type Printed = { readonly chapter: Chapter; readonly blocks: readonly DraftBlock[] };

const printedChapters = ({ chapters }: ReviewDraft): readonly Printed[] =>
  chapters
    .map((chapter) => ({ chapter, blocks: withoutEmpty(chapter.blocks) }))
    .filter(({ blocks }) => blocks.length > 0);

function chapterBlocks({ chapter, blocks }: Printed, at: number): readonly Block[] {
  let section = 0;
  const body = blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'heading') section += 1;
    return printed(block, section);
  });
  return [{ kind: 'heading', level: 1, mark: romans[at] ?? '', text: chapter.title }, ...body];
}

function printed(block: DraftBlock, section: number): readonly Block[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level: 2, mark: `${section}.`, text: block.text }];
    case 'table': {
      const { kind, caption, head, rows, widths } = block;
      return [{ kind, caption, head, widths, rows: rows.map(({ cells }) => cells) }];
    }
    case 'chart': {
      const { kind, caption, alt, svg, size } = block;
      return [{ kind, caption, alt, svg, size }];
    }
    default:
      return words(block.sentences, block.kind);
  }
}

function words(
  sentences: readonly Sentence[],
  kind: DraftText['kind'] = 'paragraph',
): readonly Block[] {
  const text = sentences
    .filter(isPrinted)
    .map((one) => one.text)
    .join(' ');
  return text === '' ? [] : [{ kind, runs: [{ text }] }];
}

const isPrinted = ({ removed }: Sentence): boolean => !removed;

const isEmptyText = (block: DraftBlock): boolean =>
  isText(block) && !block.sentences.some(isPrinted);

/** A heading over nothing goes too. */
function withoutEmpty(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  const full = blocks.filter((block) => !isEmptyText(block));
  return full.filter(
    (block, at) => block.kind !== 'heading' || (full[at + 1] ?? block).kind !== 'heading',
  );
}
