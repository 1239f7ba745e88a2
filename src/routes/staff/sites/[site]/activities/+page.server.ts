// What was done at a site, half a year at a time, each month with its counts.

import { countByMonth, listActivities } from '#activities/server/store.ts';
import { addDays, addMonths, monthOf, parseDay, type Day, type Period } from '#ground/day.ts';
import { findId } from '#ground/id.ts';
import { siteOf } from '../../site-of.ts';
import type { PageServerLoad } from './$types';

const monthsShown = 6;
const mostShown = 500;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { scope, site } = await siteOf(locals, params.site);
  const { db, today } = locals;
  const period = periodOf(url.searchParams.get('to'), today);
  const { siteId } = site;
  const [activities, counts, earlier] = await Promise.all([
    listActivities(db, scope, siteId, { period, limit: mostShown }),
    countByMonth(db, scope, siteId, period),
    listActivities(db, scope, siteId, { period: before(period), limit: 1 }),
  ]);
  return {
    activities,
    counts,
    older: earlier.length > 0 ? addMonths(period.from, -1) : null,
    isLatest: period.to >= today,
    saved: findId<'activity'>(url.searchParams.get('saved')) ?? null,
  };
};

/** Six months up to the one asked for; without one, up to this month. */
function periodOf(asked: string | null, today: Day): Period {
  const last = monthOf(parseDay(asked) ?? today);
  return { from: addMonths(last, 1 - monthsShown), to: addDays(addMonths(last, 1), -1) };
}

const before = ({ from }: Period): Period => ({
  from: addMonths(from, -1_200),
  to: addDays(from, -1),
});
