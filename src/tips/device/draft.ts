// What was typed, for as long as the tab is open: it survives a reload, and goes with the tab.

import type { TypedTip } from '../door/letter.ts';
import type { SealedTip } from '../door/seal-tip.ts';

export type Draft = {
  readonly typed: TypedTip;
  /** Made once: whatever is sent again under it is the same tip. */
  readonly commandId: string;
  readonly code?: string;
  /** Sealed and perhaps under way; `files` were to follow. */
  readonly sending?: { readonly tip: SealedTip; readonly files: number } | undefined;
};

const emptyDraft = (): Draft => ({ typed: {}, commandId: crypto.randomUUID() });

export function readDraft(path: string): Draft {
  try {
    const kept = sessionStorage.getItem(nameOf(path));
    return kept ? (JSON.parse(kept) as Draft) : emptyDraft();
  } catch {
    return emptyDraft();
  }
}

/** Where the browser keeps nothing at all, the page goes on without. */
export const keepDraft = (path: string, draft: Draft): void =>
  tryIt(() => sessionStorage.setItem(nameOf(path), JSON.stringify(draft)));

export const forgetDrafts = (): void => tryIt(() => sessionStorage.clear());

function tryIt(act: () => void): void {
  try {
    act();
  } catch (error) {
    // A browser that is told to keep nothing says so by throwing; anything else is a mistake of ours.
    if (!(error instanceof DOMException)) throw error;
  }
}

const nameOf = (path: string): string => `draft ${path}`;
