// Sites by the names their places have today, for every list and head they stand in.

import type { Scope } from '#people/person.ts';
import { listPlaceNames } from '#places/server/placing-store.ts';
import { calledBy } from '#sites/names.ts';
import type { Site } from '#sites/site.ts';

export async function calledToday(
  { db, today }: Pick<App.Locals, 'db' | 'today'>,
  scope: Scope,
  sites: readonly Site[],
): Promise<readonly Site[]> {
  const ids = sites.map(({ siteId }) => siteId);
  const places = await listPlaceNames(db, scope, ids, today);
  const names = new Map(places.map((place) => [place.siteId, place.names]));
  return sites.map((site) => calledBy(site, names.get(site.siteId)));
}
