// The call sheet while the caller talks: kept in this tab alone, so that a reload loses no word; gone once it is sealed.

import type { CallSheet } from '../call-sheet.ts';

export type CallDraft = {
  readonly sheet: CallSheet;
  readonly official: 'yes' | 'no';
  /** As syllables; made once for the call. */
  readonly code: string;
  /** Never shown: for a caller who wants no code. */
  readonly unheard: string;
  /** Made once: whatever is sent again under it is the same tip. */
  readonly commandId: string;
};

const name = 'call sheet';

export function readCallDraft(): CallDraft | undefined {
  try {
    const kept = sessionStorage.getItem(name);
    return kept === null ? undefined : (JSON.parse(kept) as CallDraft);
  } catch {
    return undefined;
  }
}

/** Where the browser keeps nothing, the page goes on without. */
export function keepCallDraft(draft: CallDraft): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(draft));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

export function forgetCallDraft(): void {
  try {
    sessionStorage.removeItem(name);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
