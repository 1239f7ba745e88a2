// What a person may change in a draft; the generated text stays beside what they made of it.

import { done, refused, type Outcome } from '#ground/outcome.ts';
import { tidy } from '#ground/text.ts';
import {
  isText,
  sentencesOf,
  type Chapter,
  type ChapterId,
  type DraftBlock,
  type ReviewDraft,
  type Sentence,
} from './review.ts';

export type Change =
  | { readonly kind: 'reword'; readonly sentenceId: string; readonly text: string }
  /** Back to the text as it was generated. */
  | { readonly kind: 'reset'; readonly sentenceId: string }
  | { readonly kind: 'remove'; readonly sentenceId: string }
  | { readonly kind: 'restore'; readonly sentenceId: string }
  /** A person's own words: after the block of a sentence, or at the end where `after` is null. */
  | {
      readonly kind: 'add';
      readonly to: ChapterId | 'bases';
      readonly after: string | null;
      readonly text: string;
    }
  | { readonly kind: 'header'; readonly header: ReviewDraft['header'] }
  | { readonly kind: 'subject'; readonly subject: string }
  /** None at all where the paper goes to nobody above. */
  | { readonly kind: 'addressees'; readonly addressees: readonly string[] }
  | { readonly kind: 'recipients'; readonly recipients: readonly string[] }
  | { readonly kind: 'signature'; readonly signature: ReviewDraft['signature'] };

export type EditRefusal =
  'empty' | 'too-long' | 'too-many' | 'unknown-sentence' | 'not-generated' | 'already-issued';

type Decision = Outcome<ReviewDraft, EditRefusal>;

/** Characters of one sentence, of one line of the header, and lines of a list. */
export const limits = { sentence: 2000, line: 300, lines: 30, own: 200 } as const;

/** The draft after the change, or why it cannot be made. An issued review never changes. */
export function decideEdit(draft: ReviewDraft, change: Change, isIssued: boolean): Decision {
  if (isIssued) return refused('already-issued');
  switch (change.kind) {
    case 'reword':
    case 'reset':
    case 'remove':
    case 'restore':
      return changeSentence(draft, change);
    case 'add':
      return addSentence(draft, change);
    case 'header':
      return changeHeader(draft, change.header);
    case 'subject':
      return ifFits(change.subject, limits.line, (subject) => ({ ...draft, subject }));
    case 'addressees':
      return changeLines(change.addressees, 0, (addressees) => ({ ...draft, addressees }));
    case 'recipients':
      return changeLines(change.recipients, 1, (recipients) => ({ ...draft, recipients }));
    case 'signature':
      return changeSignature(draft, change.signature);
  }
}

/** The same change made to every sentence of a draft, wherever it stands. */
export function mapSentences(
  draft: ReviewDraft,
  change: (sentence: Sentence) => Sentence,
): ReviewDraft {
  const inBlock = (block: DraftBlock): DraftBlock =>
    isText(block) ? { ...block, sentences: block.sentences.map(change) } : block;
  return {
    ...draft,
    bases: draft.bases.map(change),
    opening: change(draft.opening),
    chapters: draft.chapters.map((one) => ({ ...one, blocks: one.blocks.map(inBlock) })),
    closing: change(draft.closing),
  };
}

/** What a person typed, as one line a database and a paper can hold; null where nothing is left. */
function cleaned(text: string): string | null {
  const line = tidy(text.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]/gu, ' '));
  return line === '' ? null : line;
}

function ifFits<T>(
  text: string,
  longest: number,
  use: (text: string) => T,
): Outcome<T, EditRefusal> {
  const line = cleaned(text);
  if (line === null) return refused('empty');
  return line.length > longest ? refused('too-long') : done(use(line));
}

type OfSentence = Extract<Change, { readonly sentenceId: string }>;

function changeSentence(draft: ReviewDraft, change: OfSentence): Decision {
  const sentence = sentencesOf(draft).find(({ id }) => id === change.sentenceId);
  if (!sentence) return refused('unknown-sentence');
  const changed = sentenceAfter(sentence, change);
  if (!changed.ok) return changed;
  return done(mapSentences(draft, (one) => (one.id === sentence.id ? changed.value : one)));
}

function sentenceAfter(sentence: Sentence, change: OfSentence): Outcome<Sentence, EditRefusal> {
  const { origin } = sentence;
  switch (change.kind) {
    case 'reword':
      return ifFits(change.text, limits.sentence, (text) => ({
        ...sentence,
        text,
        edited: text !== origin,
      }));
    case 'reset':
      if (origin === null) return refused('not-generated');
      return done({ ...sentence, text: origin, edited: false, removed: false });
    default:
      return done({ ...sentence, removed: change.kind === 'remove' });
  }
}

function addSentence(draft: ReviewDraft, change: Extract<Change, { kind: 'add' }>): Decision {
  const own = sentencesOf(draft).filter(({ origin }) => origin === null);
  if (own.length >= limits.own) return refused('too-many');
  const id = `own-${own.length + 1}`;
  return ifFits(change.text, limits.sentence, (text) => {
    const added = { id, text, origin: null, records: [], edited: true, removed: false };
    if (change.to === 'bases') return { ...draft, bases: [...draft.bases, added] };
    return withChapter(draft, change.to, (chapter) => withOwn(chapter, added, change.after));
  });
}

const withChapter = (
  draft: ReviewDraft,
  id: ChapterId,
  change: (chapter: Chapter) => Chapter,
): ReviewDraft => ({
  ...draft,
  chapters: draft.chapters.map((chapter) => (chapter.id === id ? change(chapter) : chapter)),
});

/** The later chapters are lists, so what is added there is a line of the list too. */
function withOwn(chapter: Chapter, added: Sentence, after: string | null): Chapter {
  const isList = chapter.id !== 'situation' && chapter.id !== 'results';
  const block = {
    kind: isList ? ('item' as const) : ('paragraph' as const),
    id: `block-${added.id}`,
    sentences: [added],
  };
  const at = chapter.blocks.findIndex(
    (one) => isText(one) && one.sentences.some(({ id }) => id === after),
  );
  const place = at < 0 ? chapter.blocks.length : at + 1;
  return { ...chapter, blocks: chapter.blocks.toSpliced(place, 0, block) };
}

function changeHeader(draft: ReviewDraft, header: ReviewDraft['header']): Decision {
  const above = cleaned(header.agencyAbove ?? '');
  const [agency, symbol, place] = [header.agency, header.symbol, header.place].map(cleaned);
  if (!agency || !symbol || !place) return refused('empty');
  if (areTooLong([above, agency, symbol, place])) return refused('too-long');
  return done({ ...draft, header: { agencyAbove: above, agency, symbol, place } });
}

function changeSignature(draft: ReviewDraft, signature: ReviewDraft['signature']): Decision {
  const [authority = null, rank = null, name = null] = [
    signature.authority,
    signature.rank,
    signature.name,
  ].map((text) => cleaned(text ?? ''));
  const position = cleaned(signature.position);
  if (position === null) return refused('empty');
  if (areTooLong([authority, position, rank, name])) return refused('too-long');
  return done({ ...draft, signature: { authority, position, rank, name } });
}

const areTooLong = (lines: readonly (string | null)[]): boolean =>
  lines.some((line) => line !== null && line.length > limits.line);

/** Empty lines fall out: an empty box in a form is how a line is taken away. */
function changeLines(
  lines: readonly string[],
  fewest: number,
  use: (lines: readonly string[]) => ReviewDraft,
): Decision {
  const kept = lines.map(cleaned).filter((line) => line !== null);
  if (kept.length < fewest) return refused('empty');
  if (kept.length > limits.lines) return refused('too-many');
  return areTooLong(kept) ? refused('too-long') : done(use(kept));
}
