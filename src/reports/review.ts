// The draft of a review: chapters of sentences, each tied to the records it was written from.

import type { Day, Period } from '#ground/day.ts';
import type { Block, Cell, PaperHeader, SignatureBlock } from '#papers/paper.ts';

/** 'interim' is sơ kết, 'final' is tổng kết. */
export type ReviewKind = 'interim' | 'final';

export type RecordRef = {
  readonly kind: 'activity' | 'step' | 'duty' | 'indicator' | 'baseline' | 'plan';
  /** A step's is its number; the others' are ids. */
  readonly id: string;
  readonly label: string;
  readonly day: Day | null;
};

export type Sentence = {
  /** Says what the sentence is about ('talks', 'step-3-late'), so that a new draft finds it again. */
  readonly id: string;
  readonly text: string;
  /** As it was generated; null where a person wrote it. */
  readonly origin: string | null;
  /** What it was written from; empty only for a person's own words. */
  readonly records: readonly RecordRef[];
  readonly edited: boolean;
  /** Taken out by a person; kept so that it can be put back. */
  readonly removed: boolean;
};

type BlockId = { readonly id: string };

export type TableRow = {
  readonly cells: readonly Cell[];
  readonly records: readonly RecordRef[];
};

export type DraftTable = BlockId & {
  readonly kind: 'table';
  readonly caption: string;
  readonly head: readonly Cell[];
  readonly rows: readonly TableRow[];
  readonly widths: readonly number[];
};

export type DraftChart = BlockId &
  Extract<Block, { kind: 'chart' }> & { readonly records: readonly RecordRef[] };

/** Sentences that stand together: one after another, or on a line with '-' before it. */
export type DraftText = BlockId & {
  readonly kind: 'paragraph' | 'item';
  readonly sentences: readonly Sentence[];
};

export type DraftBlock =
  | (BlockId & { readonly kind: 'heading'; readonly text: string })
  | DraftText
  | DraftTable
  | DraftChart;

export const chapterIds = [
  'situation',
  'results',
  'shortcomings',
  'directions',
  'proposals',
] as const;
export type ChapterId = (typeof chapterIds)[number];

export type Chapter = {
  readonly id: ChapterId;
  readonly title: string;
  readonly blocks: readonly DraftBlock[];
};

/** The header without number and date, which come with the issue. */
export type DraftHeader = Omit<PaperHeader, 'number' | 'date'>;

export type ReviewDraft = {
  readonly kind: ReviewKind;
  readonly period: Period;
  /** The site's place by the names of the day of the draft: 'xóm Phố, xã Phú Thịnh, tỉnh Thái Nguyên'. */
  readonly place?: string;
  readonly header: DraftHeader;
  readonly subject: string;
  readonly addressees: readonly string[];
  readonly bases: readonly Sentence[];
  readonly opening: Sentence;
  readonly chapters: readonly Chapter[];
  readonly closing: Sentence;
  readonly signature: SignatureBlock;
  readonly recipients: readonly string[];
};

/** A sentence as generated. One without records would be a claim out of nothing: a bug. */
export function sentence(id: string, text: string, records: readonly RecordRef[]): Sentence {
  if (records.length === 0) throw new Error(`a sentence without records: ${id}`);
  return { id, text, origin: text, records, edited: false, removed: false };
}

export const paragraph = (id: string, sentences: readonly Sentence[]): DraftText => ({
  kind: 'paragraph',
  id,
  sentences,
});

export const item = (one: Sentence): DraftText => ({
  kind: 'item',
  id: `item-${one.id}`,
  sentences: [one],
});

export const heading = (id: string, text: string): DraftBlock => ({ kind: 'heading', id, text });

export const isText = (block: DraftBlock): block is DraftText => 'sentences' in block;

/** Every sentence of the draft in the order of the paper. */
export const sentencesOf = (draft: ReviewDraft): readonly Sentence[] => [
  ...draft.bases,
  draft.opening,
  ...draft.chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (isText(block) ? block.sentences : [])),
  ),
  draft.closing,
];
