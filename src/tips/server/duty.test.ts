// The notice of the day to those on duty: to each of them, the same with no tip and with nine, watched, and known to few.

import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, dayAt, type Instant } from '#ground/day.ts';
import { newId, type PersonId } from '#ground/id.ts';
import { reachEverywhere } from '#ground/server/reach.ts';
import type { Job, TaskName, Payloads } from '#ground/server/tasks.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { pushKeysOf, pushSender } from '#ground/server/web-push.ts';
import { somebody } from '#sealed/server/testing.ts';
import { unreachedOf } from '../duty-notice.ts';
import type { Intake } from '../intake.ts';
import { askNoticeNow, subscribePush, unsubscribePush } from './duty-commands.ts';
import {
  listNotices,
  listPeopleOnDuty,
  listRuns,
  listSubscriptions,
  saveRun,
} from './duty-store.ts';
import { sendDigestTask, sendPushTask } from './duty-tasks.ts';
import { aCommand, aTip, aTipUnit, openTestIntake, type Unit } from './testing.ts';

const now = new Date();
const today = dayAt(now.toISOString() as Instant, 'UTC');
let fresh: FreshDatabase;
let intake: Intake;
let unit: Unit;
let server: Server;
let asked = 0;
let status = 201;
let port = 0;

beforeAll(async () => {
  fresh = await freshDatabase();
  intake = openTestIntake(fresh);
  server = createServer((_, answer) => {
    asked += 1;
    answer.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port was given');
  ({ port } = bound);
});
afterAll(async () => {
  server.close();
  await intake.stop();
  await fresh.close();
});
beforeEach(async () => {
  await sql`TRUNCATE mail, duty_notice, duty_notice_run, push_subscription, finished_job CASCADE`.execute(
    fresh.owner,
  );
  await sql`DELETE FROM graphile_worker._private_jobs`.execute(fresh.owner);
  unit = await aTipUnit(fresh);
  [asked, status] = [0, 201];
});

const house = () => ({ db: fresh.db, timeZone: 'UTC', now: () => now });
const job = <N extends TaskName>(payload: Payloads[N], more: Partial<Job<N>> = {}): Job<N> => ({
  id: newId(),
  payload,
  due: now.toISOString() as Instant,
  attempt: 1,
  isLastTry: false,
  ...more,
});
const digest = (more: Partial<Job<'send digest'>> = {}) =>
  sendDigestTask(house()).run(job<'send digest'>({}, more));

const address = (personId: PersonId, email = `${personId}@example.com`) =>
  fresh.owner.updateTable('person').set({ email }).where('id', '=', personId).execute();

type Waiting = { readonly task: string; readonly payload: unknown };
async function waiting(): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    SELECT task.identifier AS task, job.payload::jsonb->'data' AS payload
    FROM graphile_worker._private_jobs job
    JOIN graphile_worker._private_tasks task ON task.id = job.task_id ORDER BY 1`.execute(
    fresh.owner,
  );
  return rows;
}

const endpoint = 'https://fcm.googleapis.com/fcm/send/abc';
const subscribe = (of: Pick<Unit, 'db' | 'actor'> = unit, commandId = aCommand()) =>
  subscribePush(of.db, of.actor, { commandId, endpoint }, today);
/** In earnest but for the last step: the push service is on this machine. */
const send = pushSender({
  keys: pushKeysOf('bí mật'),
  subject: 'https://binhyen.example',
  now: () => now,
  line: { find: () => new URL(`http://127.0.0.1:${port}/push`), open: request },
});
async function push(isLastTry = false) {
  const [found] = (await waiting()).filter(({ task }) => task === 'send push');
  if (!found) throw new Error('no push waits');
  const carried = found.payload as Payloads['send push'];
  return sendPushTask(fresh.db, send).run(job<'send push'>(carried, { isLastTry }));
}
const ofUnit = async (db = unit.db) =>
  (await listNotices(db, addDays(today, -9))).filter(
    ({ personId }) => personId === unit.actor.personId,
  );

describe('the notice of the day', () => {
  test('goes to everybody who can open a ring of tips while their role lasts, and to nobody else', async () => {
    const helpers = await aTipUnit(fresh, 'xa', 'help');
    const admin = await somebody(fresh, 'administrator', null);
    const { personId } = unit.colleague.actor;
    const onDuty = async () => (await listPeopleOnDuty(fresh.db)) as readonly string[];
    expect(await onDuty()).toEqual(expect.arrayContaining([unit.actor.personId, personId]));
    expect(await onDuty()).not.toContain(helpers.actor.personId);
    expect(await onDuty()).not.toContain(admin.actor.personId);
    await sql`UPDATE role_holding SET valid_to = current_date - 5
      WHERE person_id = ${personId}`.execute(fresh.owner);
    expect(await onDuty()).not.toContain(personId);
    expect(await listPeopleOnDuty(unit.db)).toEqual([]);
  });

  test('is of the same bytes to everybody with no tip and with nine, and says none of them', async () => {
    await address(unit.actor.personId);
    await subscribe();
    const { personId } = unit.actor;
    const said = async () => {
      await sql`DELETE FROM graphile_worker._private_jobs`.execute(fresh.owner);
      await digest();
      const own = (await waiting()).filter(({ task, payload }) =>
        task === 'send mail' ? true : JSON.stringify(payload).includes(personId),
      );
      return own.map(({ task, payload }) =>
        task === 'send mail'
          ? (payload as Payloads['send mail']).mail
          : Object.keys(payload as object),
      );
    };
    const first = await said();
    expect(first).toEqual([{ kind: 'duty digest' }, ['day', 'personId', 'subscriptionId']]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 9 }), async (tips) => {
        for (let made = 0; made < tips; made += 1) await aTip(fresh, intake, unit);
        expect(await said()).toEqual(first);
      }),
      { numRuns: 4, examples: [[0], [9]] },
    );
  });

  test('is asked for once however often the job comes back, and that it was is on file', async () => {
    await address(unit.actor.personId);
    const id = newId();
    await digest({ id });
    const first = (await waiting()).length;
    await digest({ id });
    expect(await waiting()).toHaveLength(first);
    expect(await ofUnit()).toHaveLength(1);
    expect(await listRuns(unit.db, addDays(today, -2))).toEqual([today]);
  });

  test('is not sent at night where the server was off at the hour: the day stays missing', async () => {
    const due = new Date(now.getTime() - 9 * 3_600_000).toISOString() as Instant;
    await digest({ due });
    expect(await waiting()).toEqual([]);
    expect(await listRuns(unit.db, addDays(today, -2))).toEqual([]);
  });

  test('that has no way to a person says so, without stopping the others', async () => {
    await address(unit.colleague.actor.personId);
    await digest();
    expect(await ofUnit()).toMatchObject([{ channel: 'none', state: 'failed' }]);
    const of = (await listNotices(unit.db, today)).filter(
      ({ personId }) => personId === unit.colleague.actor.personId,
    );
    expect(of).toMatchObject([{ channel: 'mail', state: 'asked' }]);
  });

  test('is watched: what became of the mail stands with it', async () => {
    await address(unit.actor.personId);
    await digest();
    await sql`UPDATE mail SET problem = 'busy'`.execute(fresh.owner);
    expect(await ofUnit()).toMatchObject([{ state: 'asked', problem: 'busy' }]);
    await sql`UPDATE mail SET given_up_at = now()`.execute(fresh.owner);
    expect(await ofUnit()).toMatchObject([{ state: 'failed', problem: 'busy' }]);
    await sql`UPDATE mail SET given_up_at = NULL, problem = NULL, sent_at = now()`.execute(
      fresh.owner,
    );
    expect(await ofUnit()).toMatchObject([{ state: 'sent', problem: null }]);
  });

  test('can be asked for at once, by those on duty, to themselves alone', async () => {
    await address(unit.actor.personId);
    await address(unit.colleague.actor.personId);
    const again = { commandId: aCommand() };
    const ask = () => askNoticeNow(unit.db, unit.actor, again, today);
    expect(await ask()).toEqual({ ok: true, value: ['mail'] });
    await ask();
    expect(await waiting()).toHaveLength(1);
    const admin = await somebody(fresh, 'administrator', null);
    const refused = await askNoticeNow(admin.db, admin.actor, again, today);
    expect(refused).toMatchObject({ refusal: 'forbidden' });
  });
});

describe('a browser', () => {
  test('is named once, gets the notice, and is marked as reached', async () => {
    const commandId = aCommand();
    await subscribe(unit, commandId);
    await subscribe(unit, commandId);
    await subscribe();
    expect(await listSubscriptions(unit.db, unit.actor.personId)).toHaveLength(1);
    await digest();
    expect(await push()).toMatchObject({ ok: true });
    expect(asked).toBe(1);
    expect(await ofUnit()).toMatchObject([{ channel: 'push', state: 'sent', problem: null }]);
  });
  test.each([404, 410])(
    'that is gone (%i) is taken from the list, and its person is told',
    async (code) => {
      await subscribe();
      await digest();
      status = code;
      expect(await push()).toMatchObject({ ok: true });
      expect(await listSubscriptions(unit.db, unit.actor.personId)).toEqual([]);
      const notices = await ofUnit();
      expect(notices).toMatchObject([{ state: 'failed', problem: 'gone' }]);
      expect(unreachedOf(notices, today)).toHaveLength(1);
    },
  );
  test('whose service is busy is tried again, and given up at last', async () => {
    await subscribe();
    await digest();
    status = 503;
    expect(await push()).toMatchObject({ refusal: 'busy' });
    expect(await ofUnit()).toMatchObject([{ state: 'asked', problem: 'busy' }]);
    await push(true);
    expect(await ofUnit()).toMatchObject([{ state: 'failed', problem: 'busy' }]);
    expect(await listSubscriptions(unit.db, unit.actor.personId)).toHaveLength(1);
  });
  test('that was switched off meanwhile gets nothing', async () => {
    await subscribe();
    await digest();
    const [own] = await listSubscriptions(unit.db, unit.actor.personId);
    const off = own && (await unsubscribePush(unit.db, unit.actor, own.subscriptionId));
    expect(off).toMatchObject({ ok: true });
    await push();
    expect(asked).toBe(0);
  });
  test('is known to its person and to nobody else, and nobody ends another’s', async () => {
    await subscribe();
    const { personId } = unit.actor;
    const admin = await somebody(fresh, 'administrator', null);
    const other = unit.colleague;
    expect(await listSubscriptions(other.db, personId)).toEqual([]);
    expect(await listSubscriptions(admin.db, personId)).toEqual([]);
    const [own] = await listSubscriptions(unit.db, personId);
    if (!own) throw new Error('it was named');
    const ended = await unsubscribePush(other.db, other.actor, own.subscriptionId);
    expect(ended).toMatchObject({ refusal: 'not-found' });
    await sql`DELETE FROM push_subscription`.execute(other.db);
    expect(await listSubscriptions(unit.db, personId)).toHaveLength(1);
  });
});

describe('whom it did not reach', () => {
  test('is known to colleagues of the ring and to those who run the house, not to other units', async () => {
    await digest();
    const admin = await somebody(fresh, 'administrator', null);
    const elsewhere = await aTipUnit(fresh);
    const helper = await somebody(fresh, 'helper', unit.unitId);
    expect(await ofUnit()).toHaveLength(1);
    expect(await ofUnit(unit.colleague.db)).toHaveLength(1);
    expect(await ofUnit(admin.db)).toHaveLength(1);
    expect(await ofUnit(elsewhere.db)).toEqual([]);
    expect(await ofUnit(helper.db)).toEqual([]);
  });
  test('is written down by the job, and by nobody for another', async () => {
    const { personId } = unit.colleague.actor;
    const forge = sql`INSERT INTO duty_notice (person_id, day, channel, state)
      VALUES (${personId}, ${today}, 'none', 'failed')`.execute(unit.db);
    await expect(forge).rejects.toThrow(/row-level/);
    await expect(saveRun(unit.db, today)).rejects.toThrow(/row-level/);
    await expect(saveRun(fresh.reaching(reachEverywhere), today)).resolves.toBeUndefined();
  });
});
