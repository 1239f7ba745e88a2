// What a review's forms may send: ids, days and texts of bounded size; anything else is no review.

import type { CommandId, SiteId } from '#ground/id.ts';
import type { Period } from '#ground/day.ts';
import type { Change } from './edit.ts';
import type { ReviewId } from './issue.ts';
import type { ReviewKind } from './review.ts';

export type DraftInput = Period & {
  readonly siteId: SiteId;
  readonly commandId: CommandId;
  readonly kind: ReviewKind;
};

type OfReview = { readonly siteId: SiteId; readonly reviewId: ReviewId };

/** `version` is the one the person saw: an edit of an older one is refused. */
export type EditInput = OfReview & { readonly version: number; readonly change: Change };
export type RedraftInput = OfReview & { readonly version: number };
export type IssueInput = OfReview & { readonly commandId: CommandId };
