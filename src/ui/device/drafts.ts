// What was typed and not yet saved, kept in this tab until it is: never beyond the tab, never for another person.

import type { Entries } from './form-values.ts';

export type Draft = {
  readonly entries: Entries;
  /** So that what was sent without an answer, and is sent again, is done once. */
  readonly commandId: string | null;
};
export type Drafts = {
  readonly keep: (form: string, draft: Draft) => void;
  readonly find: (form: string) => Draft | undefined;
  readonly drop: (form: string) => void;
};

/** Known to ../frame.js as well, which wipes everything at the way out. */
const prefix = 'draft ';

/** Of one person; whatever another one left in this tab is wiped. */
export function draftsOf(person: string, storage: Storage): Drafts {
  const own = `${prefix}${person} `;
  Object.keys(storage)
    .filter((key) => key.startsWith(prefix) && !key.startsWith(own))
    .forEach((key) => storage.removeItem(key));
  return {
    keep: (form, draft) => storage.setItem(own + form, JSON.stringify(draft)),
    find: (form) => readDraft(storage.getItem(own + form)),
    drop: (form) => storage.removeItem(own + form),
  };
}

const readDraft = (text: string | null): Draft | undefined =>
  text === null ? undefined : (JSON.parse(text) as Draft);
