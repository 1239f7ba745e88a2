// Mails through the queue: what goes out, once, to whom, and what never stands in it.

import fc from 'fast-check';
import { sql } from 'kysely';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
  vi,
  type MockInstance,
} from 'vitest';
import { day } from '#ground/day.ts';
import { newId, type PersonId } from '#ground/id.ts';
import { securityEvents, type Mail } from '#ground/mail.ts';
import { inTransaction } from '#ground/server/db.ts';
import { enqueueInvitation, enqueueMail } from '#ground/server/enqueue-mail.ts';
import { listQueue, openQueue, type Queue } from '#ground/server/queue.ts';
import type { Job } from '#ground/server/tasks.ts';
import { freshDatabase, testLogin, type FreshDatabase } from '#ground/server/testing.ts';
import { startMailServer, type TestMailServer } from '../../../tests/mail-server.ts';
import { saveMailChoice } from './mail-store.ts';
import { insertSettings } from './store.ts';
import { sendMailTask } from './tasks.ts';

let fresh: FreshDatabase;
let mailServer: TestMailServer;
let queue: Queue | undefined;
let written: MockInstance<typeof process.stderr.write>;
/** What the mail server answers the next recipients with; then it takes them. */
let answers: (number | undefined)[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  mailServer = await startMailServer({ onRecipient: () => answers.shift() });
});
afterAll(async () => {
  await mailServer.stop();
  await fresh.close();
});

beforeEach(async () => {
  written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  answers = [];
  await sql`TRUNCATE setting_value, mail, mail_choice, finished_job, role_holding CASCADE`.execute(
    fresh.owner,
  );
  await sql`DELETE FROM graphile_worker._private_jobs`.execute(fresh.owner);
  await set({
    host: 'localhost',
    sender: 'binh-yen@example.com',
    port: String(mailServer.port),
    security: 'none',
  });
});
afterEach(async () => {
  await queue?.stop();
  queue = undefined;
  vi.restoreAllMocks();
});

async function set(
  mail: Readonly<Record<'host' | 'sender' | 'port' | 'security', string>>,
): Promise<void> {
  const setBy = await aPerson();
  const changes = Object.entries(mail).map(([name, value]) => ({
    key: `mail.${name}` as 'mail.host',
    value,
  }));
  await inTransaction(fresh.db, (tx) =>
    insertSettings(tx, { commandId: newId(), changes, reason: '', setBy }),
  );
}

type Known = { readonly name?: string; readonly email?: string };

async function aPerson({ name = 'Người Ví Dụ', email }: Known = {}): Promise<PersonId> {
  const id: PersonId = newId<'person'>();
  const values = { id, name, username: id, email: email ?? `${id}@binh-yen.invalid` };
  await fresh.owner.insertInto('person').values(values).execute();
  return id;
}

const anAddress = (): string => `${crypto.randomUUID()}@example.com`;
const post = () => ({
  db: fresh.db,
  secret: 'bí mật',
  origin: 'https://binhyen.example',
  here: '',
});

function working(): void {
  queue = openQueue({
    url: testLogin(fresh.url, 'binh_yen_worker'),
    tasks: { 'send mail': sendMailTask(post()) },
    timeZone: 'Asia/Ho_Chi_Minh',
    every: 50,
  });
}

const ask = (
  to: PersonId,
  mail: Exclude<Mail, { kind: 'test' | 'invitation' }> = { kind: 'reminder' },
): Promise<boolean> => inTransaction(fresh.db, (tx) => enqueueMail(tx, to, mail));

/** Back-off is measured in seconds: for a test it is over at once. */
const settled = () =>
  vi.waitFor(
    async () => {
      await sql`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_at IS NULL`.execute(
        fresh.owner,
      );
      expect(await listQueue(fresh.db)).toEqual([]);
    },
    { timeout: 9_000, interval: 60 },
  );

const rows = () => fresh.owner.selectFrom('mail').selectAll().execute();

describe('a mail', () => {
  test('goes to the address a person gave, in the language they chose, and is marked as sent', async () => {
    const email = anAddress();
    const to = await aPerson({ email });
    await inTransaction(fresh.db, (tx) =>
      saveMailChoice(tx, to, { language: 'en', reminders: true }),
    );
    expect(await ask(to)).toBe(true);
    working();
    await settled();
    const [mail] = mailServer.received.filter((one) => one.to.includes(email));
    expect(mail?.text).toContain('Please sign in to see it');
    expect(mail?.headers.get('list-unsubscribe')).toBe(
      '<https://binhyen.example/staff/account/mail>',
    );
    expect(await rows()).toMatchObject([
      { kind: 'reminder', problem: null, given_up_at: null, sent_at: expect.any(String) as string },
    ]);
  });

  test('is asked for nobody who gave no address', async () => {
    expect(await ask(await aPerson())).toBe(false);
    expect([await rows(), await listQueue(fresh.db)]).toEqual([[], []]);
  });

  test('whose cause was rolled back leaves neither a job nor a row', async () => {
    const to = await aPerson({ email: anAddress() });
    const broken = inTransaction(fresh.db, async (tx) => {
      await enqueueMail(tx, to, { kind: 'reminder' });
      throw new Error('the cause failed');
    });
    await expect(broken).rejects.toThrow('the cause failed');
    expect([await rows(), await listQueue(fresh.db)]).toEqual([[], []]);
  });

  test('a server that wants to see it again later gets it again, as the same mail, once', async () => {
    answers = [451, 450];
    const email = anAddress();
    await ask(await aPerson({ email }));
    working();
    await settled();
    const arrived = mailServer.received.filter((one) => one.to.includes(email));
    expect(arrived).toHaveLength(1);
    const [row] = await rows();
    expect(arrived[0]?.headers.get('message-id')).toBe(`<${row?.mail_id ?? ''}@example.com>`);
    expect(row?.sent_at).not.toBeNull();
  });

  test('an address that is refused for good is not tried again, and says why in our own word', async () => {
    answers = [550];
    const email = anAddress();
    await ask(await aPerson({ email }));
    working();
    await settled();
    expect(mailServer.received.filter((one) => one.to.includes(email))).toEqual([]);
    expect(await rows()).toMatchObject([
      { problem: 'recipient', sent_at: null, given_up_at: expect.any(String) as string },
    ]);
    const said = written.mock.calls.join('\n');
    expect(said).not.toContain(email);
  });

  test('without a mail server is given up at once instead of waiting for one', async () => {
    await set({ host: '', sender: '', port: '587', security: 'starttls' });
    await ask(await aPerson({ email: anAddress() }));
    working();
    await settled();
    expect(await rows()).toMatchObject([{ problem: 'not set', sent_at: null }]);
  });

  test('given to the worker a second time after it went out is not sent a second time', async () => {
    const email = anAddress();
    const to = await aPerson({ email });
    await ask(to);
    working();
    await settled();
    const [row] = await rows();
    const job: Job<'send mail'> = {
      id: 'again',
      payload: { mailId: row?.mail_id ?? '', mail: { kind: 'reminder' } },
      due: new Date().toISOString() as Job['due'],
      attempt: 2,
      isLastTry: false,
    };
    expect(await sendMailTask(post()).run(job)).toEqual({ ok: true, value: 'was sent before' });
    expect(mailServer.received.filter((one) => one.to.includes(email))).toHaveLength(1);
  });
});

const names = fc
  .array(
    fc.constantFrom('Nguyễn', 'Trần', 'Lý', 'Hoàng', 'Văn', 'Thị', 'Ví', 'Dụ', 'Mẫu', 'Phố', 'Núi'),
    { minLength: 3, maxLength: 4 },
  )
  .map((parts) => parts.join(' '));
const anyMail: fc.Arbitrary<Exclude<Mail, { kind: 'test' | 'invitation' }>> = fc.oneof(
  fc.constant({ kind: 'reminder' } as const),
  fc.constantFrom(...securityEvents).map((event) => ({ kind: 'security notice', event }) as const),
);

describe('an invitation', () => {
  async function invited(changed: { email?: string | null; revoked_at?: string } = {}) {
    const invitationId = newId<'invitation'>();
    await fresh.owner
      .insertInto('invitation')
      .values({
        invitation_id: invitationId,
        command_id: newId(),
        code_hash: invitationId,
        name: 'Lý Thị Ví Dụ',
        role: 'provincial_officer',
        holds_from: '2026-11-23',
        valid_until: '2026-11-30',
        invited_by: await aPerson(),
        ...changed,
      })
      .execute();
    const until = day('2026-11-30');
    return inTransaction(fresh.db, (tx) => enqueueInvitation(tx, invitationId, until));
  }

  test('goes to the address that stands with it, with its last day and neither name nor code', async () => {
    const email = anAddress();
    expect(await invited({ email })).toBe(true);
    working();
    await settled();
    const [mail] = mailServer.received.filter((one) => one.to.includes(email));
    expect(mail?.text).toContain('https://binhyen.example/invitation\r\n');
    expect(mail?.text).toContain('30/11/2026');
    expect(`${mail?.raw ?? ''}${mail?.text ?? ''}`).not.toContain('Ví Dụ');
    expect(await rows()).toMatchObject([{ kind: 'invitation', person_id: null, problem: null }]);
  });

  test('without an address goes nowhere; taken back before it went out it is not sent', async () => {
    expect(await invited()).toBe(false);
    const email = anAddress();
    await invited({ email, revoked_at: '2026-11-23T00:00:00Z' });
    working();
    await settled();
    expect(mailServer.received.filter((one) => one.to.includes(email))).toEqual([]);
  });
});

test('no mail, no job and no row of mail holds a name, whatever the person is called', async () => {
  working();
  await fc.assert(
    fc.asyncProperty(names, anyMail, async (name, mail) => {
      const email = anAddress();
      await inTransaction(fresh.db, async (tx) => {
        const to = await aPerson({ name, email });
        await enqueueMail(tx, to, mail);
        const { rows: jobs } = await sql<{
          text: string;
        }>`SELECT row_to_json(mail)::text AS text FROM mail`.execute(tx);
        expect(jobs.map(({ text }) => text).join('\n')).not.toContain(email);
      });
      await vi.waitFor(
        () => expect(mailServer.received.some((one) => one.to.includes(email))).toBe(true),
        { timeout: 5_000, interval: 10 },
      );
      const sent = mailServer.received.find((one) => one.to.includes(email));
      const everything = [sent?.text, sent?.html, ...(sent?.headers.values() ?? [])].join('\n');
      expect(everything).not.toContain(name);
      expect(everything.replaceAll(email, '')).not.toContain(email.split('@')[0]);
    }),
    { numRuns: 15 },
  );
});
