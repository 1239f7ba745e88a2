// A new draft from newer records that keeps what a person did to the old one.

import {
  isText,
  sentencesOf,
  type Chapter,
  type DraftBlock,
  type DraftText,
  type ReviewDraft,
  type Sentence,
} from './review.ts';
import { mapSentences } from './edit.ts';

/**
 * Untouched sentences are fresh. Reworded ones keep the person's words beside the fresh original;
 * what was taken out stays out; a person's own sentences stay where they stood. Header, addressees,
 * recipients and signature are the person's from the first day and stay; so does the subject, but
 * for the names of the place, which are those of today.
 */
export function redraft(old: ReviewDraft, fresh: ReviewDraft): ReviewDraft {
  const before = new Map(sentencesOf(old).map((one) => [one.id, one]));
  const known = new Set(sentencesOf(fresh).map(({ id }) => id));
  const kept = mapSentences(fresh, (one) => withPersonsWork(one, before.get(one.id)));
  const isCarried = (one: Sentence): boolean => one.edited && !known.has(one.id);
  const { header, addressees, signature, recipients } = old;
  const [was, is] = [old.place, fresh.place];
  const subject = was && is ? old.subject.replaceAll(was, is) : old.subject;
  return {
    ...kept,
    header,
    subject,
    addressees,
    signature,
    recipients,
    bases: [...kept.bases, ...old.bases.filter(isCarried)],
    chapters: kept.chapters.map((chapter) =>
      withCarried(
        chapter,
        old.chapters.find(({ id }) => id === chapter.id)?.blocks ?? [],
        isCarried,
      ),
    ),
  };
}

function withPersonsWork(fresh: Sentence, old: Sentence | undefined): Sentence {
  if (!old) return fresh;
  const text = old.edited ? old.text : fresh.text;
  return { ...fresh, text, edited: text !== fresh.origin, removed: old.removed };
}

/** Puts the old chapter's own sentences back: into their block, after its neighbour, or at the end. */
function withCarried(
  chapter: Chapter,
  old: readonly DraftBlock[],
  isCarried: (sentence: Sentence) => boolean,
): Chapter {
  const blocks = old.reduce<readonly DraftBlock[]>((all, block, at) => {
    const carried = isText(block) ? block.sentences.filter(isCarried) : [];
    if (!isText(block) || carried.length === 0) return all;
    return placed(all, { ...block, sentences: carried }, old[at - 1]?.id);
  }, chapter.blocks);
  return { ...chapter, blocks };
}

function placed(
  blocks: readonly DraftBlock[],
  carried: DraftText,
  after: string | undefined,
): readonly DraftBlock[] {
  const own = blocks.find((block): block is DraftText => block.id === carried.id && isText(block));
  if (own) {
    const whole = { ...own, sentences: [...own.sentences, ...carried.sentences] };
    return blocks.map((block) => (block === own ? whole : block));
  }
  const at = blocks.findIndex(({ id }) => id === after);
  return blocks.toSpliced(at < 0 ? blocks.length : at + 1, 0, carried);
}
