// The installation's own jobs: sending what was asked for, reminding, forgetting what is over.

import { dayAt, type Day, type Instant } from '#ground/day.ts';
import type { PersonId } from '#ground/id.ts';
import { done, refused } from '#ground/outcome.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { enqueueMail } from '#ground/server/enqueue-mail.ts';
import { once, type Task } from '#ground/server/tasks.ts';
import {
  findMailChoice,
  findWaitingMail,
  forgetFinishedJobs,
  listRemindable,
  markMail,
} from './mail-store.ts';
import { sendMail, type PostHouse } from './post.ts';

/** Hands a mail to the mail server; what the server refuses for good is not tried again. */
export const sendMailTask = (house: PostHouse): Task<'send mail'> => ({
  run: async ({ payload: { mailId, mail }, isLastTry }) => {
    const waiting = await findWaitingMail(house.db, mailId);
    if (!waiting) return done('was sent before');
    const language = waiting.to && (await findMailChoice(house.db, waiting.to)).language;
    const letter = { id: mailId, to: waiting.email, mail, language: language ?? undefined };
    const sent = await sendMail(house, letter);
    if (sent.ok) {
      await markMail(house.db, mailId, { kind: 'sent' });
      return done('sent');
    }
    const { kind: problem, isForGood } = sent.refusal;
    const over = isForGood || isLastTry;
    await markMail(house.db, mailId, { kind: over ? 'given up' : 'later', problem });
    return isForGood ? done('given up') : refused(problem);
  },
});

export type ReminderHouse = {
  /** Reaches everybody: it asks only who has an address and a role, and asks for mails. */
  readonly db: Database;
  readonly timeZone: string;
  /** Whether the person has work due on that day; looks no further than they may themselves. */
  readonly hasWorkDue: (personId: PersonId, on: Day) => Promise<boolean>;
  readonly now: () => Date;
};

/** After this it would come in the middle of the day, or at night. Milliseconds. */
const latestReminder = 4 * 3_600_000;

/** One mail a day to whoever has work due; a person's mail and its job are one transaction. */
export const sendRemindersTask = (house: ReminderHouse): Task<'send reminders'> => ({
  daily: '07:00',
  tries: 6,
  run: async (job) => {
    const now = house.now();
    if (now.getTime() - Date.parse(job.due) > latestReminder) return done('too late today');
    const today = dayAt(now.toISOString() as Instant, house.timeZone);
    for (const personId of await listRemindable(house.db, today)) {
      if (!(await house.hasWorkDue(personId, today))) continue;
      await once(house.db, { id: `${job.id} ${personId}` }, async (tx) => {
        await enqueueMail(tx, personId, { kind: 'reminder' });
      });
    }
    return done('reminded');
  },
});

export const tidyQueueTask = (db: Database): Task<'tidy the queue'> => ({
  daily: '03:20',
  run: async () => {
    await inTransaction(db, forgetFinishedJobs);
    return done('tidied');
  },
});
