// What is done with tips by the clock: at night those past their term are erased.

import { dayAt, type Instant } from '#ground/day.ts';
import { done } from '#ground/outcome.ts';
import type { Database } from '#ground/server/db.ts';
import type { Task } from '#ground/server/tasks.ts';
import { endTips } from './store.ts';

/** The database must reach everywhere, as nobody. */
export const endTipsTask = (db: Database, timeZone: string): Task<'end tips'> => ({
  daily: '02:50',
  tries: 5,
  run: async () => {
    await endTips(db, dayAt(new Date().toISOString() as Instant, timeZone));
    return done(true);
  },
});
