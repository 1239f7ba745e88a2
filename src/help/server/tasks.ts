// What is done with help by the clock: at night what is past its day is erased.

import { dayAt, type Instant } from '#ground/day.ts';
import { done } from '#ground/outcome.ts';
import type { Database } from '#ground/server/db.ts';
import type { Task } from '#ground/server/tasks.ts';
import { endHelp } from './store.ts';

/** The database must reach everywhere, as nobody. */
export const endHelpTask = (db: Database, timeZone: string): Task<'end help'> => ({
  daily: '02:55',
  tries: 5,
  run: async () => {
    await endHelp(db, dayAt(new Date().toISOString() as Instant, timeZone));
    return done(true);
  },
});
