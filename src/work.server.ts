// The one list of what is done later, and the start of the queue that does it, once the pages are there.

import { beforeClosing } from '#ground/server/closing.ts';
import { withReach, type Database } from '#ground/server/db.ts';
import { loginUrl } from '#ground/server/logins.ts';
import { openQueue, type Queue } from '#ground/server/queue.ts';
import { reachEverywhere } from '#ground/server/reach.ts';
import type { Settings } from '#ground/server/settings.ts';
import type { Tasks } from '#ground/server/tasks.ts';
import type { PostHouse } from '#installation/server/post.ts';
import { sendMailTask, sendRemindersTask, tidyQueueTask } from '#installation/server/tasks.ts';
import { closeAuditTask } from '#record/server/tasks.ts';
import { hasWorkDue } from '#installation/server/work-due.ts';
import { endRecordsTask } from '#privacy/server/retention.ts';
import { makeAheadTask } from '#sites/server/make-ahead.ts';

/** What the work is done with. */
type Workshop = {
  readonly settings: Settings;
  /** As opened: every task says itself how far it reaches. */
  readonly db: Database;
  readonly databaseUrl: string;
  readonly secret: string;
};

/** Add a line for a new task; its name and what it carries stand in ground/server/tasks.ts. */
function tasksOf({ settings, db, secret }: Workshop): Tasks {
  const { timeZone } = settings;
  const everywhere = withReach(db, reachEverywhere);
  return {
    'send mail': sendMailTask(postOf(settings, secret, everywhere)),
    'send reminders': sendRemindersTask({
      db: everywhere,
      timeZone,
      hasWorkDue: (personId, on) => hasWorkDue(db, personId, on),
      now: () => new Date(),
    }),
    'tidy the queue': tidyQueueTask(everywhere),
    'make ahead': makeAheadTask(everywhere, timeZone),
    'end records': endRecordsTask(everywhere, timeZone),
    'close the record': closeAuditTask(everywhere, timeZone),
  };
}

export const postOf = (settings: Settings, secret: string, db: Database): PostHouse => ({
  db,
  secret,
  origin: settings.origin,
  here: `http://${settings.host}:${settings.port}`,
});

/** Milliseconds: a start is over by then. */
const afterStart = 1_500;

/** A stop lets what is being done come to its end, and takes no more. */
export function startWork(workshop: Workshop): void {
  let queue: Queue | undefined;
  const timer = setTimeout(() => {
    queue = openQueue({
      url: loginUrl(workshop.databaseUrl, 'binh_yen_worker', workshop.secret),
      tasks: tasksOf(workshop),
      timeZone: workshop.settings.timeZone,
    });
  }, afterStart);
  beforeClosing(async () => {
    clearTimeout(timer);
    await queue?.stop();
  });
}
