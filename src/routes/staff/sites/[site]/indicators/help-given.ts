// How much help was given in the commune a site stands in today, as far as anybody may know.

import type { Day } from '#ground/day.ts';
import type { SiteId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { HelpGiven } from '#help/counts.ts';
import { listHelpGiven } from '#help/server/store.ts';
import type { Scope } from '#people/person.ts';
import { listSitePlaces } from '#places/server/site-place-store.ts';
import { listWithParents } from '#places/server/store.ts';
import { unitAbove, unitsById } from '#places/unit.ts';

export async function helpGivenAt(
  db: Database,
  scope: Scope,
  siteId: SiteId,
  today: Day,
): Promise<readonly HelpGiven[]> {
  const places = await listSitePlaces(db, scope, [siteId]);
  const unitId = places.find(({ validTo }) => validTo === null)?.unitId;
  const units = unitsById(unitId ? await listWithParents(db, [unitId]) : []);
  const commune = unitId && unitAbove(units, unitId, 'xa');
  return commune ? listHelpGiven(db, commune.unitId, today) : [];
}
