// A row of the record as it is shown, what may be asked of it, and to what of it eyes are closed.

import type { Day, Instant } from '#ground/day.ts';
import type { PersonId, SiteId } from '#ground/id.ts';
import { may, type Act } from '#people/may.ts';
import type { Actor, Scope } from '#people/person.ts';

export const entryKinds = ['change', 'view'] as const;
export type EntryKind = (typeof entryKinds)[number];

export type Entry = {
  readonly auditId: number;
  readonly at: Instant;
  /** What the clock of the device said, where it said anything. */
  readonly deviceAt: Instant | null;
  readonly kind: EntryKind;
  readonly command: string;
  /** A word and an id: 'step 4'. */
  readonly record: string;
  readonly siteId: SiteId | null;
  /** Null where it belongs to no site, or to one that is not shown to the reader. */
  readonly place: string | null;
  /** Null where the house itself did it. */
  readonly personId: PersonId | null;
  readonly personName: string | null;
  readonly actingForName: string | null;
  /** Where the record is a person. */
  readonly aboutName: string | null;
  readonly before: unknown;
  readonly after: unknown;
  /** True where there is a before or after that the reader may not see. */
  readonly withheld: boolean;
  /** Null for some moments, until the row is linked. */
  readonly position: number | null;
  readonly hash: string | null;
};

export type EntryFilter = {
  readonly siteId?: SiteId | undefined;
  /** Exactly this record, or every record of a word: 'step 4', 'step'. */
  readonly record?: string | undefined;
  readonly personIds?: readonly PersonId[] | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly kind?: EntryKind | undefined;
};

/** Who asks: others' doings in the scope, their own and what concerns them everywhere. */
export type Reader = {
  readonly personId: PersonId;
  readonly scope: Scope;
  /** Records of these words show that something was done, not what. */
  readonly closedWords: readonly string[];
  readonly timeZone: string;
};

/** What may be seen of a record follows who may see the record itself; other words are open. */
const openedBy: Readonly<Record<string, Act>> = {
  plan: 'read plan',
  glass: 'view glass',
  breach: 'keep breach record',
  request: 'handle request',
  roster: 'view roster',
  household: 'view roster',
  member: 'view roster',
};

export const closedWordsFor = (actor: Actor): readonly string[] =>
  Object.entries(openedBy)
    .filter(([, act]) => !may(actor, act))
    .map(([word]) => word);

export const wordOf = (record: string): string => record.split(' ', 1)[0] ?? record;
export const idOf = (record: string): string => record.slice(wordOf(record).length + 1);
