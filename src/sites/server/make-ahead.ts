// Every night the next checks and reviews of each site are made, so that they never run out.

import { dayAt, type Day, type Instant } from '#ground/day.ts';
import type { SiteId } from '#ground/id.ts';
import { done } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import type { Task } from '#ground/server/tasks.ts';
import { latest, madeAheadUntil, occurrencesOf } from '../calendar.ts';
import {
  insertOccurrences,
  listNamedReviews,
  listRhythms,
  listSitesToMakeAhead,
  markMadeUntil,
} from './rhythm-store.ts';
import { lockSite } from './store.ts';

export const makeAheadTask = (db: Database, timeZone: string): Task<'make ahead'> => ({
  daily: '01:50',
  run: async () => {
    const today = dayAt(new Date().toISOString() as Instant, timeZone);
    await makeAheadEverywhere(db, today);
    return done('made');
  },
});

/** However often it is done, each check and review is there once. */
export async function makeAheadEverywhere(db: Database, today: Day): Promise<void> {
  for (const siteId of await listSitesToMakeAhead(db, today)) await makeAhead(db, siteId, today);
}

/** What lies before today and was never made stays unmade: nobody could have done it. */
const makeAhead = (db: Database, siteId: SiteId, today: Day): Promise<void> =>
  inTransaction(db, async (tx) => {
    await lockSite(tx, siteId);
    const rhythms = await listRhythms(tx, siteId);
    const made = occurrencesOf(
      rhythms,
      await listNamedReviews(tx, siteId),
      ({ rhythm, due }) => due > rhythm.madeUntil && due >= today,
      (rhythm) => madeAheadUntil(rhythm, today),
    );
    const duties = await insertOccurrences(tx, siteId, made);
    for (const one of rhythms) {
      const until = latest(one.madeUntil, madeAheadUntil(one, today));
      await markMadeUntil(tx, siteId, one.rhythmId, until);
    }
    if (duties === 0) return;
    await appendAudit(tx, {
      siteId,
      personId: null,
      command: 'make ahead',
      record: `site ${siteId}`,
      after: { duties },
    });
  });
