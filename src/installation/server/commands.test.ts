// Settings with their history, the secret at rest, the mail test: on real PostgreSQL and a real mail server.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId, type CommandId } from '#ground/id.ts';
import { inTransaction } from '#ground/server/db.ts';
import { enqueue } from '#ground/server/queue.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '#people/person.ts';
import { startMailServer, type TestMailServer } from '../../../tests/mail-server.ts';
import type { Recorded, SettingGroup } from '../setting.ts';
import { remainingSteps } from '../setup-steps.ts';
import { changeSettings, chooseMail, retryTask, testMail } from './commands.ts';
import { findMailChoice } from './mail-store.ts';
import type { PostHouse } from './post.ts';
import { listSettingEntries, readSettings, readSetup } from './store.ts';

let fresh: FreshDatabase;
let administrator: Actor;
let mailServer: TestMailServer;
const folder = mkdtempSync(join(tmpdir(), 'binh-yen-settings-'));
const house = { secret: 'bí mật của nơi cài đặt', dataFolder: join(folder, 'data') };

beforeAll(async () => {
  mkdirSync(house.dataFolder);
  fresh = await freshDatabase();
  administrator = await aPerson('administrator');
  mailServer = await startMailServer({
    security: 'starttls',
    user: { name: 'binh-yen', password: 'mật khẩu thư' },
    onSender: (address) => (address.startsWith('cam') ? 550 : undefined),
    onRecipient: (address) => (address.startsWith('khong-co') ? 550 : undefined),
  });
});
afterAll(async () => {
  await mailServer.stop();
  await fresh.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await sql`TRUNCATE setting_value`.execute(fresh.owner);
});

async function aPerson(role: 'administrator' | 'viewer'): Promise<Actor> {
  const personId = newId<'person'>() as Actor['personId'];
  const values = {
    id: personId,
    name: 'Người Ví Dụ',
    username: personId,
    email: `${personId}@x.invalid`,
  };
  await fresh.owner.insertInto('person').values(values).execute();
  const from = '2026-01-01' as Actor['holdings'][number]['from'];
  return { personId, name: values.name, holdings: [{ role, siteId: null, from, to: null }] };
}

const aCommand = (): CommandId => newId<'command'>();

const change = (
  group: SettingGroup,
  typed: Recorded,
  { actor = administrator, commandId = aCommand(), reason = '' } = {},
) => changeSettings(fresh.db, house, actor, { commandId, group, typed, reason });

const post = (): PostHouse => ({
  db: fresh.db,
  secret: house.secret,
  origin: 'https://binhyen.example',
  here: '',
});

const mailSettings = (): Recorded => ({
  'mail.host': 'localhost',
  'mail.port': String(mailServer.port),
  'mail.security': 'starttls',
  'mail.authority': mailServer.certificate,
  'mail.user': 'binh-yen',
  'mail.password': 'mật khẩu thư',
  'mail.sender': 'binh-yen@example.com',
});

const lastAudit = async () => {
  const { rows } = await sql<{ command: string; record: string; before: object; after: object }>`
    SELECT command, record, before, after FROM audit ORDER BY audit_id DESC LIMIT 1`.execute(
    fresh.owner,
  );
  return rows[0];
};

const auditsOf = async (command: string, record: string): Promise<number> =>
  (
    await sql`SELECT 1 FROM audit WHERE command = ${command} AND record = ${record}`.execute(
      fresh.owner,
    )
  ).rows.length;

describe('settings', () => {
  test('keep every value they had, with who changed it and why', async () => {
    expect(await change('languages', { 'language.default': 'vi' })).toEqual({
      ok: true,
      value: ['language.default'],
    });
    await change('languages', { 'language.default': 'en' }, { reason: 'khách nước ngoài' });
    expect(await readSettings(fresh.db)).toEqual({ 'language.default': 'en' });
    expect(await listSettingEntries(fresh.db, ['language.default'])).toMatchObject([
      { value: 'en', before: 'vi', reason: 'khách nước ngoài', by: 'Người Ví Dụ' },
      { value: 'vi', before: null, reason: '' },
    ]);
    expect(await lastAudit()).toEqual({
      command: 'change setting',
      record: 'setting language.default',
      before: { value: 'vi' },
      after: { value: 'en' },
    });
  });

  test('are changed once by one command, however often it is sent and at once', async () => {
    const commandId = aCommand();
    const send = () => change('mail', { 'mail.user': 'Tên Ví Dụ' }, { commandId });
    const both = await Promise.all([send(), send()]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await listSettingEntries(fresh.db, ['mail.user'])).toHaveLength(1);
  });

  test('that stay the same leave no trace', async () => {
    await change('mail', { 'mail.user': 'Tên Ví Dụ' });
    expect(await change('mail', { 'mail.user': ' Tên  Ví Dụ ' })).toEqual({
      ok: true,
      value: [],
    });
    expect(await listSettingEntries(fresh.db, ['mail.user'])).toHaveLength(1);
  });

  test('of another group are left alone', async () => {
    await change('mail', { 'language.default': 'en' });
    expect(await readSettings(fresh.db)).toEqual({});
  });

  test('are the administrator’s', async () => {
    const viewer = await aPerson('viewer');
    const tried = await change('mail', { 'mail.user': 'x' }, { actor: viewer });
    expect(tried).toEqual({ ok: false, refusal: { kind: 'forbidden', keys: [] } });
    expect(await testMail(post(), viewer, 'a@example.com', 'vi')).toEqual({
      ok: false,
      refusal: 'forbidden',
    });
    expect(await retryTask(fresh.db, viewer, 'send mail')).toEqual({
      ok: false,
      refusal: 'forbidden',
    });
  });

  test('cannot be changed or taken back by the application itself', async () => {
    await change('mail', { 'mail.user': 'Tên Ví Dụ' });
    for (const statement of [
      "UPDATE setting_value SET value = '1'",
      'DELETE FROM setting_value',
      'TRUNCATE setting_value',
    ])
      await expect(sql.raw(statement).execute(fresh.db)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the mail password', () => {
  test('stands sealed in the database, and in no audit at all', async () => {
    await change('mail', mailSettings());
    const sealed = (await readSettings(fresh.db))['mail.password'] ?? '';
    expect(sealed).toMatch(/^v1:/);
    const { rows } = await sql<{ text: string }>`
      SELECT concat(before, after) AS text FROM audit`.execute(fresh.owner);
    const audited = rows.map(({ text }) => text).join('\n');
    const { rows: kept } = await sql<{ text: string }>`
      SELECT value::text AS text FROM setting_value`.execute(fresh.owner);
    expect([audited, ...kept.map(({ text }) => text)].join('\n')).not.toContain('mật khẩu thư');
    expect(audited).not.toContain(sealed);
    expect(audited).toContain('{"changed": true}');
  });

  test('does not follow to another server: it is asked for again, and nothing is saved', async () => {
    await change('mail', mailSettings());
    const elsewhere = { ...mailSettings(), 'mail.host': '127.0.0.1', 'mail.password': '' };
    expect(await change('mail', elsewhere)).toEqual({
      ok: false,
      refusal: { kind: 'password needed', keys: ['mail.password'] },
    });
    expect((await readSettings(fresh.db))['mail.host']).toBe('localhost');
  });

  test('that the secret of another place sealed is said to be lost', async () => {
    await change('mail', mailSettings());
    const moved = { ...post(), secret: 'another' };
    expect(await testMail(moved, administrator, 'a@example.com', 'vi')).toEqual({
      ok: false,
      refusal: 'password lost',
    });
  });
});

describe('the mail test', () => {
  test('sends a real mail, keeps no address, and the step of setting up is done until mail changes', async () => {
    await change('mail', mailSettings());
    const isOpen = async () => remainingSteps(await readSetup(fresh.db)).includes('mail');
    expect(await isOpen()).toBe(true);
    const before = mailServer.received.length;
    expect(await testMail(post(), administrator, 'nguoi-nhan@example.com', 'en')).toEqual({
      ok: true,
      value: true,
    });
    expect(mailServer.received.slice(before)).toMatchObject([
      { to: ['nguoi-nhan@example.com'], from: 'binh-yen@example.com' },
    ]);
    expect(mailServer.received.at(-1)?.text).toContain('set up rightly');
    expect(await isOpen()).toBe(false);
    expect(JSON.stringify(await lastAudit())).not.toContain('nguoi-nhan');
    await change('mail', { 'mail.reply-to': 'giup-do@example.com' });
    expect(await isOpen()).toBe(true);
  });

  test.each<[string, Recorded, string, string]>([
    ['nothing is set', {}, 'a@example.com', 'not set'],
    ['the address is none', {}, 'not an address', 'address'],
    ['the password is wrong', { 'mail.password': 'sai' }, 'a@example.com', 'password'],
    ['the certificate is not trusted', { 'mail.authority': '' }, 'a@example.com', 'certificate'],
    ['the sender is refused', { 'mail.sender': 'cam@example.com' }, 'a@example.com', 'sender'],
    ['the recipient is refused', { 'mail.port': '' }, 'khong-co@example.com', 'recipient'],
    ['nobody listens there', { 'mail.port': '1' }, 'a@example.com', 'no connection'],
    ['there is no such host', { 'mail.host': 'smtp.invalid' }, 'a@example.com', 'unknown host'],
  ])('says when %s', async (_, changed, to, problem) => {
    if (problem !== 'not set') {
      const { 'mail.port': port, ...rest } = { ...mailSettings(), ...changed };
      await change('mail', { ...rest, 'mail.port': port || String(mailServer.port) });
    }
    expect(await testMail(post(), administrator, to, 'vi')).toEqual({
      ok: false,
      refusal: problem,
    });
  });
});

describe('the backup folder', () => {
  const choose = (path: string) => change('backup', { 'backup.folder': path });
  const refusal = (kind: string) => ({ ok: false, refusal: { kind, keys: ['backup.folder'] } });

  test('is taken where it can be written to', async () => {
    const outside = join(folder, 'backup');
    mkdirSync(outside);
    expect(await choose(outside)).toEqual({ ok: true, value: ['backup.folder'] });
  });

  test('is refused where it is not there, lies in the data, or is a link into it', async () => {
    mkdirSync(join(house.dataFolder, 'inside'));
    symlinkSync(join(house.dataFolder, 'inside'), join(folder, 'link'));
    expect(await choose(join(folder, 'nowhere'))).toEqual(refusal('folder missing'));
    expect(await choose(house.dataFolder)).toEqual(refusal('folder in data'));
    expect(await choose(join(house.dataFolder, 'inside'))).toEqual(refusal('folder in data'));
    expect(await choose(join(folder, 'link'))).toEqual(refusal('folder in data'));
    expect(await choose(join(folder, 'data-of-another'))).toEqual(refusal('folder missing'));
    expect(await choose('not/absolute')).toEqual(refusal('folder missing'));
  });

  test('is refused where it cannot be written to', async () => {
    // Nobody makes files there, not even root.
    expect(await choose('/proc')).toEqual(refusal('folder not writable'));
  });
});

test('everybody chooses for themselves whether reminders come, and in which language', async () => {
  const viewer = await aPerson('viewer');
  expect(await findMailChoice(fresh.db, viewer.personId)).toEqual({
    language: null,
    reminders: true,
  });
  await chooseMail(fresh.db, viewer, { language: 'en', reminders: false });
  await chooseMail(fresh.db, viewer, { language: 'en', reminders: false });
  expect(await findMailChoice(fresh.db, viewer.personId)).toEqual({
    language: 'en',
    reminders: false,
  });
  expect(await auditsOf('choose mail', `person ${viewer.personId}`)).toBe(1);
  await chooseMail(fresh.db, viewer, { language: null, reminders: false });
  expect(await auditsOf('choose mail', `person ${viewer.personId}`)).toBe(2);
});

test('jobs that failed are tried again by the administrator, on record', async () => {
  await inTransaction(fresh.db, (tx) =>
    enqueue(tx, 'send mail', { mailId: 'x', mail: { kind: 'reminder' } }),
  );
  await sql`UPDATE graphile_worker._private_jobs SET attempts = max_attempts`.execute(fresh.owner);
  expect(await retryTask(fresh.db, administrator, 'send mail')).toEqual({ ok: true, value: 1 });
  expect(await lastAudit()).toMatchObject({
    command: 'retry jobs',
    record: 'task send mail',
    after: { count: 1 },
  });
  expect(await retryTask(fresh.db, administrator, 'send mail')).toEqual({ ok: true, value: 0 });
  expect(await auditsOf('retry jobs', 'task send mail')).toBe(1);
});
