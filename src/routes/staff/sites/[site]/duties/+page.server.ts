// The duties of a site with their state: what is late first, what is done last.

import { dutyItem } from '#sites/work-items.ts';
import { siteOf } from '../../site-of.ts';
import { dutyStates } from '../../site-records.ts';
import type { PageServerLoad } from './$types';

const order = ['overdue', 'due', 'kept-up', 'done'] as const;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { scope, site } = await siteOf(locals, params.site);
  const { db, today, language } = locals;
  const states = await dutyStates({ db, scope, site, today });
  const place = { base: `/staff/sites/${site.siteId}` };
  return {
    groups: order
      .map((status) => ({
        status,
        items: states
          .filter((state) => state.status === status)
          .map((state) => dutyItem(state, place, today, language)),
      }))
      .filter(({ items }) => items.length > 0),
  };
};
