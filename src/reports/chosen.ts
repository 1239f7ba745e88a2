// What is chosen in the editor: a sentence, a row of a table or a chart, with what it came from.

import {
  isText,
  sentencesOf,
  type ChapterId,
  type RecordRef,
  type ReviewDraft,
  type Sentence,
} from './review.ts';

export type Chosen = {
  readonly key: string;
  /** Null for rows and charts, which are figures and are not reworded. */
  readonly sentence: Sentence | null;
  readonly records: readonly RecordRef[];
  /** Where a sentence added after it goes; null where nothing can be added. */
  readonly chapter: ChapterId | 'bases' | null;
};

export const rowKey = (blockId: string, row: number): string => `${blockId}.${row}`;

/** The part of the draft with that key, or undefined where there is none. */
export function findChosen(draft: ReviewDraft, key: string): Chosen | undefined {
  const sentence = sentencesOf(draft).find(({ id }) => id === key);
  if (sentence) {
    return { key, sentence, records: sentence.records, chapter: chapterOf(draft, key) };
  }
  const records = recordsOfFigure(draft, key);
  return records && { key, sentence: null, records, chapter: null };
}

function chapterOf(draft: ReviewDraft, sentenceId: string): ChapterId | 'bases' | null {
  if (draft.bases.some(({ id }) => id === sentenceId)) return 'bases';
  const chapter = draft.chapters.find(({ blocks }) =>
    blocks.some((block) => isText(block) && block.sentences.some(({ id }) => id === sentenceId)),
  );
  return chapter?.id ?? null;
}

function recordsOfFigure(draft: ReviewDraft, key: string): readonly RecordRef[] | undefined {
  for (const block of draft.chapters.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'chart' && block.id === key) return block.records;
    if (block.kind !== 'table') continue;
    const row = block.rows.findIndex((_, at) => rowKey(block.id, at) === key);
    if (row >= 0) return block.rows[row]?.records;
  }
  return undefined;
}
