// The one list of what is done later, and the start of the queue that does it, once the pages are there.

import { beforeClosing } from '#ground/server/closing.ts';
import { withReach, type Database } from '#ground/server/db.ts';
import { loginUrl } from '#ground/server/logins.ts';
import { openQueue, type Queue } from '#ground/server/queue.ts';
import { reachEverywhere } from '#ground/server/reach.ts';
import type { Settings } from '#ground/server/settings.ts';
import type { Tasks } from '#ground/server/tasks.ts';
import { pushKeysOf, pushSender, type PushSender } from '#ground/server/web-push.ts';
import type { PostHouse } from '#installation/server/post.ts';
import { sendMailTask, sendRemindersTask, tidyQueueTask } from '#installation/server/tasks.ts';
import { closeAuditTask } from '#record/server/tasks.ts';
import { linksOf } from '#installation/mail-settings.ts';
import { readSettings } from '#installation/server/store.ts';
import { listLaw } from '#law/server/store.ts';
import { listHolidays } from '#privacy/server/holiday-store.ts';
import { addWorkingDays } from '#privacy/working-days.ts';
import { hasWorkDue } from '#installation/server/work-due.ts';
import { endRecordsTask } from '#privacy/server/retention.ts';
import { helperHasDue } from '#help/server/store.ts';
import { endHelpTask } from '#help/server/tasks.ts';
import type { Terms } from '#tips/due.ts';
import { lookForUnreadTask, sendDigestTask, sendPushTask } from '#tips/server/duty-tasks.ts';
import { endTipsTask } from '#tips/server/tasks.ts';

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
  const duty = { db: everywhere, timeZone, now: () => new Date() };
  return {
    'send mail': sendMailTask(postOf(settings, secret, everywhere)),
    'send reminders': sendRemindersTask({
      db: everywhere,
      timeZone,
      // Of help the mail says no more than of any other work: that something waits.
      hasWorkDue: async (personId, on) =>
        (await hasWorkDue(db, personId, on)) || helperHasDue(everywhere, personId, on),
      now: () => new Date(),
    }),
    'look for unread': lookForUnreadTask({ ...duty, terms: () => termsOf(everywhere) }),
    'send digest': sendDigestTask(duty),
    'send push': sendPushTask(everywhere, pushThrough(settings, secret, everywhere)),
    'tidy the queue': tidyQueueTask(everywhere),
    'end records': endRecordsTask(everywhere, timeZone),
    'end tips': endTipsTask(everywhere, timeZone),
    'end help': endHelpTask(everywhere, timeZone),
    'close the record': closeAuditTask(everywhere, timeZone),
  };
}

async function termsOf(db: Database): Promise<Terms> {
  const [law, calendar] = await Promise.all([listLaw(db), listHolidays(db)]);
  return { law, workingDayAfter: (from, count) => addWorkingDays(calendar, from, count) };
}

/** Push services are told whose notices these are: by the public address, where there is one. */
function pushThrough({ origin }: Settings, secret: string, db: Database): PushSender {
  const keys = pushKeysOf(secret);
  return async (endpoint) => {
    const links = linksOf(await readSettings(db), origin, '');
    const subject = links.startsWith('https:') ? links : 'mailto:binh-yen@binh-yen.invalid';
    return pushSender({ keys, subject, now: () => new Date() })(endpoint);
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
