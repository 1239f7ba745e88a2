// The daily reminder: to whom, once, and not in the middle of the night; and the forgetting of what is over.

import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId, type PersonId } from '#ground/id.ts';
import { done } from '#ground/outcome.ts';
import { inTransaction } from '#ground/server/db.ts';
import type { Job } from '#ground/server/tasks.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { findMailChoice, listRemindable, saveMailChoice } from './mail-store.ts';
import { sendRemindersTask, tidyQueueTask } from './tasks.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

beforeEach(async () => {
  await sql`TRUNCATE mail, mail_choice, finished_job, role_holding CASCADE`.execute(fresh.owner);
});

type Known = { readonly email?: string };

async function aPerson({ email }: Known = {}): Promise<PersonId> {
  const id: PersonId = newId<'person'>();
  const values = {
    id,
    name: 'Người Ví Dụ',
    username: id,
    email: email ?? `${id}@binh-yen.invalid`,
  };
  await fresh.owner.insertInto('person').values(values).execute();
  return id;
}

const anAddress = (): string => `${crypto.randomUUID()}@example.com`;
const rows = () => fresh.owner.selectFrom('mail').selectAll().execute();

describe('the daily reminder', () => {
  const morning = new Date('2026-11-23T00:00:00Z');
  const due = morning.toISOString() as Job['due'];
  const job = (at = due): Job<'send reminders'> => ({
    id: `send reminders ${at}`,
    payload: {},
    due: at,
    attempt: 1,
    isLastTry: false,
  });
  const reminding = (busy: readonly PersonId[], now = morning) =>
    sendRemindersTask({
      db: fresh.db,
      timeZone: 'Asia/Ho_Chi_Minh',
      hasWorkDue: (personId) => Promise.resolve(busy.includes(personId)),
      now: () => now,
    });

  async function aMember(
    known: Known = { email: anAddress() },
    to: string | null = null,
  ): Promise<PersonId> {
    const personId = await aPerson(known);
    await fresh.owner
      .insertInto('role_holding')
      .values({
        holding_id: newId(),
        person_id: personId,
        role: 'provincial_officer',
        valid_from: '2026-01-01',
        valid_to: to,
      })
      .execute();
    return personId;
  }

  const reminded = async () => (await rows()).map(({ person_id }) => person_id);

  test('goes to whoever has work due, and to nobody else', async () => {
    const [busy, idling] = [await aMember(), await aMember()];
    await reminding([busy]).run(job());
    expect(await reminded()).toEqual([busy]);
    expect(await listRemindable(fresh.db, '2026-11-23')).toEqual([busy, idling].toSorted());
  });

  test('goes to nobody who switched it off, gave no address, or whose roles have ended', async () => {
    const quiet = await aMember();
    await inTransaction(fresh.db, (tx) =>
      saveMailChoice(tx, quiet, { language: null, reminders: false }),
    );
    const others = [
      quiet,
      await aMember({}),
      await aMember({ email: anAddress() }, '2026-11-22'),
      await aPerson({ email: anAddress() }),
    ];
    await reminding(others).run(job());
    expect(await reminded()).toEqual([]);
    expect(await findMailChoice(fresh.db, quiet)).toMatchObject({ reminders: false });
  });

  test('goes once a day, also where its job was broken off and begun again', async () => {
    const both = [await aMember(), await aMember()];
    const [first = newId<'person'>()] = both;
    await reminding([first]).run(job());
    await reminding(both).run(job());
    const gone = await reminded();
    expect(gone).toHaveLength(2);
    expect(new Set(gone)).toEqual(new Set(both));
    const tomorrow = '2026-11-24T00:00:00.000Z' as Job['due'];
    await reminding([first], new Date(tomorrow)).run(job(tomorrow));
    expect(await reminded()).toHaveLength(3);
  });

  test('does not come late in the day, when the server was off in the morning', async () => {
    const busy = await aMember();
    const evening = new Date(morning.getTime() + 12 * 3_600_000);
    expect(await reminding([busy], evening).run(job())).toEqual(done('too late today'));
    expect(await reminded()).toEqual([]);
  });
});

test('jobs that are over are forgotten after a month', async () => {
  await sql`INSERT INTO finished_job VALUES ('old', now() - interval '32 days'), ('new', now())`.execute(
    fresh.owner,
  );
  const job = { id: 'x', payload: {}, due: '' as Job['due'], attempt: 1, isLastTry: false };
  await tidyQueueTask(fresh.db).run(job);
  const left = await fresh.owner.selectFrom('finished_job').select('job_id').execute();
  expect(left).toEqual([{ job_id: 'new' }]);
});
