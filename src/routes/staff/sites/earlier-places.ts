// The places where something was done at a site before, the latest recorded one first.

import { listActivities } from '#activities/server/store.ts';
import type { Database } from '#ground/server/db.ts';
import type { SiteSeen } from './site-of.ts';

const entriesRead = 200;
const mostPlaces = 20;

export async function earlierPlaces(
  db: Database,
  { scope, site }: SiteSeen,
): Promise<readonly string[]> {
  const entries = await listActivities(db, scope, site.siteId, { limit: entriesRead });
  const byRecording = entries.toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1));
  return [...new Set(byRecording.map(({ place }) => place))].slice(0, mostPlaces);
}
