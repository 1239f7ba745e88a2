// Whether somebody has work due: looked up as that person, within their own reach and no further.

import type { Day } from '#ground/day.ts';
import type { PersonId } from '#ground/id.ts';
import { withReach, type Database } from '#ground/server/db.ts';
import { reachEverywhere } from '#ground/server/reach.ts';
import { reachOf, scopeOf } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { listHoldings } from '#people/server/store.ts';
import { listDutiesDue } from '#sites/server/duty-store.ts';
import { dutyRoles } from '#sites/site.ts';
import { isTheirs } from '#sites/today.ts';

/** Duties due on that day or before; those kept up without a day remind nobody. */
export async function hasWorkDue(db: Database, personId: PersonId, on: Day): Promise<boolean> {
  const holdings = await listHoldings(withReach(db, reachEverywhere), personId, on);
  const actor: Actor = { personId, name: '', holdings };
  const roles = dutyRoles.filter((role) => holdings.some((holding) => holding.role === role));
  const own = withReach(db, { personId, sites: reachOf(actor) });
  const duties = await listDutiesDue(own, scopeOf(actor, 'do duty'), roles, on);
  return duties.some((duty) => duty.due !== null && isTheirs(actor, duty));
}
