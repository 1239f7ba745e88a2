// A rule with the story of its row: who put it there, who compared it with the law, what followed it.

import type { Instant } from '#ground/day.ts';
import type { LegalRule, RuleId } from './rule.ts';

export type RecordedRule = LegalRule & {
  /** Null where it came with the catalogue. */
  readonly recordedByName: string | null;
  readonly recordedAt: Instant;
  readonly reason: string;
  readonly replaces: RuleId | null;
  /** When it was replaced from its very first day; null where it stands, or stood. */
  readonly withdrawnAt: Instant | null;
  readonly confirmation: {
    readonly textRead: string;
    readonly byName: string;
    readonly at: Instant;
  } | null;
};
