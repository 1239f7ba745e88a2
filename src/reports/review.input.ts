// What a review's forms may send: ids, days and texts of bounded size; anything else is refused.

import * as v from 'valibot';
import { aDay } from '#ground/day.input.ts';
import { isId, type CommandId, type SiteId } from '#ground/id.ts';
import { limits, type Change } from './edit.ts';
import type { ReviewId } from './issue.ts';
import { chapterIds } from './review.ts';

// Twice what the rule allows: a text a little too long is answered with a sentence, not an error.
const sentence = v.pipe(v.string(), v.maxLength(2 * limits.sentence));
const line = v.pipe(v.string(), v.maxLength(2 * limits.line));
const lines = v.pipe(v.array(line), v.maxLength(2 * limits.lines));
const sentenceId = v.pipe(v.string(), v.maxLength(200));

const siteId = v.custom<SiteId>(isId);
const commandId = v.custom<CommandId>(isId);
const ofReview = { siteId, reviewId: v.custom<ReviewId>(isId) };
const version = v.pipe(v.number(), v.integer(), v.minValue(1));

export const changeInput = v.variant('kind', [
  v.object({ kind: v.literal('reword'), sentenceId, text: sentence }),
  v.object({ kind: v.picklist(['reset', 'remove', 'restore']), sentenceId }),
  v.object({
    kind: v.literal('add'),
    to: v.picklist([...chapterIds, 'bases']),
    after: v.nullable(sentenceId),
    text: sentence,
  }),
  v.object({
    kind: v.literal('header'),
    header: v.object({ agencyAbove: v.nullable(line), agency: line, symbol: line, place: line }),
  }),
  v.object({ kind: v.literal('subject'), subject: line }),
  v.object({ kind: v.literal('addressees'), addressees: lines }),
  v.object({ kind: v.literal('recipients'), recipients: lines }),
  v.object({
    kind: v.literal('signature'),
    signature: v.object({
      authority: v.nullable(line),
      position: line,
      rank: v.nullable(line),
      name: v.nullable(line),
    }),
  }),
]);

export const draftInput = v.object({
  siteId,
  commandId,
  kind: v.picklist(['interim', 'final']),
  from: aDay,
  to: aDay,
});

/** `version` is the one the person saw: an edit of an older one is refused. */
export const editInput = v.object({ ...ofReview, version, change: changeInput });
export const redraftInput = v.object({ ...ofReview, version });
export const issueInput = v.object({ ...ofReview, commandId });

export type DraftInput = v.InferOutput<typeof draftInput>;
export type EditInput = Omit<v.InferOutput<typeof editInput>, 'change'> & {
  readonly change: Change;
};
export type RedraftInput = v.InferOutput<typeof redraftInput>;
export type IssueInput = v.InferOutput<typeof issueInput>;
