// All indicators of a site, beside their baseline, the month before and the same month a year ago.

import { siteOf } from '../../site-of.ts';
import { indicatorRecords } from '../../site-records.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { scope, site } = await siteOf(locals, params.site);
  const { db, today, language } = locals;
  const { views } = await indicatorRecords({ db, scope, site, today }, language);
  return { views };
};
