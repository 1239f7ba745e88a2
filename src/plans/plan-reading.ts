// A paper that was read in: its text line by line, what the reader found, and what people made of it.

import type { Day, Instant } from '#ground/day.ts';
import type { PlanId, SiteId } from '#ground/id.ts';
import type { Plan } from './plan.ts';

export type PlanReading = {
  readonly planId: PlanId;
  readonly fileName: string;
  readonly fileRef: string;
  readonly text: readonly string[];
  /** As the reader found it; never changed. */
  readonly asRead: Plan;
  /** With the corrections people made before a site was built from it. */
  readonly plan: Plan;
  /** Null until a site was made from it. */
  readonly siteId: SiteId | null;
  readonly readByName: string;
  readonly readAt: Instant;
  readonly correctedAt: Instant | null;
};

/** One line of a list of papers. */
export type PlanSummary = Pick<PlanReading, 'planId' | 'fileName' | 'siteId' | 'readAt'> & {
  readonly number: string | null;
  readonly date: Day | null;
  readonly subject: string | null;
};

/** Where it is seen: to be corrected until a site is made of it, only read from then on. */
export const planHref = ({ planId, siteId }: Pick<PlanReading, 'planId' | 'siteId'>): string =>
  siteId ? `/staff/plans/${planId}` : `/staff/plans/${planId}/correct`;
