// What the page of the day says about glasses: to the superior, to the people of the site, to whoever broke one.

import type { Day, Instant } from '#ground/day.ts';
import { addDays } from '#ground/day.ts';
import { daysTold, type Opening } from '#people/glass.ts';
import { may, scopeOf } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { countUnseenOpenings, listOpenings } from '#people/server/glass-store.ts';

export type GlassToday = {
  /** How many wait for a superior to look at them. */
  readonly unseen: number;
  /** What was opened of late at the person's own sites, or by themselves and is still open. */
  readonly openings: readonly Opening[];
  readonly timeZone: string;
};

const mostShown = 5;

export async function glassToday(
  { db, today, timeZone }: App.Locals,
  actor: Actor,
): Promise<GlassToday> {
  if (may(actor, 'oversee glass')) {
    const unseen = await countUnseenOpenings(db, scopeOf(actor, 'oversee glass'));
    return { unseen, openings: [], timeZone };
  }
  const by = { personId: actor.personId, scope: scopeOf(actor, 'view glass') };
  const openings =
    by.scope === 'all'
      ? []
      : await listOpenings(db, by, { since: startOf(addDays(today, -daysTold)), limit: mostShown });
  return { unseen: 0, openings, timeZone };
}

const startOf = (day: Day): Instant => `${day}T00:00:00.000Z` as Instant;
