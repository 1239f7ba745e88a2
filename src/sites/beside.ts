// A second site of a programme in one hamlet: possible, but only by somebody who knows of the first.

import type { PlanId, SiteId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { Step } from './site.ts';

export type SiteBeside = {
  readonly siteId: SiteId;
  /** 'Xóm Phố, xã Phú Thịnh' */
  readonly title: string;
  readonly planId: PlanId;
  readonly planNumber: string | null;
  /** Where it stands; null where it only keeps a record. */
  readonly step: Pick<Step, 'number' | 'kind' | 'text'> | null;
};

export type BesideRefusal = { readonly besides: readonly SiteBeside[] };

/** What is given back is what was known; that one who is named is gone or never was does not matter. */
export function decideBesides(
  there: readonly SiteBeside[],
  named: readonly SiteId[],
): Outcome<readonly SiteId[], BesideRefusal> {
  const ids = there.map(({ siteId }) => siteId);
  return ids.every((siteId) => named.includes(siteId)) ? done(ids) : refused({ besides: there });
}
