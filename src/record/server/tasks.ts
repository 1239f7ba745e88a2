// The daily closing of the record, made by the house itself.

import { dayAt } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { done } from '#ground/outcome.ts';
import { closeChains } from '#ground/server/audit-closing.ts';
import { linkPending } from '#ground/server/audit-linker.ts';
import { appendAudit } from '#ground/server/audit.ts';
import type { Database } from '#ground/server/db.ts';
import { once, type Task } from '#ground/server/tasks.ts';

/** The database must reach every site. */
export const closeAuditTask = (db: Database, timeZone: string): Task<'close the record'> => ({
  // The day's work is over; where the server is off then, it is made up for at the next start.
  daily: '23:30',
  run: async (job) => {
    await linkPending(db);
    await once(db, job, async (tx) => {
      const asked = {
        commandId: newId<'command'>(),
        day: dayAt(job.due, timeZone),
        personId: null,
      };
      const { closing } = await closeChains(tx, asked);
      await appendAudit(tx, {
        siteId: null,
        personId: null,
        command: 'close audit',
        record: `closing ${closing.number}`,
        after: { rows: closing.rows, value: closing.value },
      });
    });
    return done('closed');
  },
});
