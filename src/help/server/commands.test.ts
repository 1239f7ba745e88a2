// What helpers do: one helper to a request, a file with consent alone, its end at the person's word.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { done, refused } from '#ground/outcome.ts';
import { fromBase64Url } from '#sealed/bytes.ts';
import { newCode } from '#sealed/code.ts';
import { openEnvelope } from '#sealed/envelope.ts';
import { aboutOf, halvesOf } from '#sealed/halves.ts';
import { openShare } from '#sealed/device/ring-keys.ts';
import { listMyShares } from '#sealed/server/ring-store.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { someSealed, today } from '#sealed/server/testing.ts';
import type { HelpId } from '../help.ts';
import type { HelpIntake } from '../intake.ts';
import { openSupportCopy, sealCopy } from '../door/seal-support.ts';
import { sealHelp } from '../door/seal-help.ts';
import type { SupportFile } from '../support.ts';
import { answerHelp, handBackHelp, openHelp, takeOverHelp } from './commands.ts';
import { findHelp, listHelpLetters } from './store.ts';
import {
  beginSupportFile,
  changeSupportFile,
  eraseSupportFile,
  openSupportFile,
} from './support-commands.ts';
import { listOwnFiles } from './support-store.ts';
import {
  aCommand,
  aFind,
  aHelpLetter,
  aHelpUnit,
  aRequest,
  openTestHelpIntake,
  someRecipient,
  type HelpUnit,
} from './testing.ts';

let fresh: FreshDatabase;
let intake: HelpIntake;
let unit: HelpUnit;
beforeAll(async () => {
  fresh = await freshDatabase();
  intake = openTestHelpIntake(fresh, () => new Date(`${today}T05:00:00Z`));
  unit = await aHelpUnit(fresh);
});
afterAll(async () => {
  await intake.stop();
  await fresh.close();
});

const step = (helpId: HelpId) => ({ commandId: aCommand(), helpId });
const take = (helpId: HelpId, by = unit.helper) =>
  takeOverHelp(by.db, by.actor, step(helpId), today);
const answer = (helpId: HelpId) => ({
  ...step(helpId),
  epoch: 1,
  sealed: someSealed,
  sealedCopy: someSealed,
});

describe('a request', () => {
  test('is taken over by one helper; the other one reads it and answers nothing', async () => {
    const helpId = await aRequest(fresh, intake, unit.ringId);
    const { helper, colleague } = unit;
    expect(await take(helpId)).toEqual(done({ helpId }));
    expect(await take(helpId)).toEqual(done({ helpId }));
    expect(await take(helpId, colleague)).toEqual(refused('taken-by-other'));
    expect(await openHelp(colleague.db, colleague.actor, step(helpId))).toEqual(done({ helpId }));
    expect(await answerHelp(colleague.db, colleague.actor, answer(helpId), today)).toEqual(
      refused('not-taken'),
    );
    await handBackHelp(helper.db, helper.actor, step(helpId));
    expect(await take(helpId, colleague)).toEqual(done({ helpId }));
  });
  test('stays unread while only somebody reads it whose it is not', async () => {
    const helpId = await aRequest(fresh, intake, unit.ringId);
    const { helper, colleague } = unit;
    await take(helpId);
    await openHelp(colleague.db, colleague.actor, step(helpId));
    expect((await findHelp(helper.db, helpId))?.unreadSince).toBe(today);
    await openHelp(helper.db, helper.actor, step(helpId));
    expect((await findHelp(helper.db, helpId))?.unreadSince).toBeNull();
  });
  test('is answered once, however often the answer is sent, and on record without a word of it', async () => {
    const helpId = await aRequest(fresh, intake, unit.ringId);
    const { db, actor } = unit.helper;
    await take(helpId);
    const input = answer(helpId);
    await answerHelp(db, actor, input, today);
    expect(await answerHelp(db, actor, input, today)).toEqual(done({ helpId }));
    expect(await listHelpLetters(db, helpId)).toHaveLength(2);
    const { rows } = await sql<{ command: string; before: unknown; after: unknown }>`
      SELECT command, before, after FROM audit WHERE record = ${`help ${helpId}`}
      ORDER BY audit_id`.execute(fresh.owner);
    expect(rows).toEqual(
      ['take over help request', 'answer help request'].map((command) => ({
        command,
        before: null,
        after: null,
      })),
    );
  });
  test('opens with the ring’s key alone, and in its own place alone', async () => {
    const halves = await halvesOf(newCode((n) => crypto.getRandomValues(new Uint8Array(n))));
    const letter = {
      whom: 'self',
      answers: { what: 'x' },
      hamlet: null,
      sealedBy: 'device',
    } as const;
    const ring = { ringId: unit.ringId, epoch: 1, recipient: unit.recipient };
    const { sealed } = await sealHelp(halves, ring, letter);
    const [share] = await listMyShares(unit.colleague.db);
    const key = share && (await openShare(unit.colleague.identity, share));
    if (!key?.ok) throw new Error('no key');
    const about = aboutOf(halves.find);
    const place = { purpose: 'help', to: unit.ringId, about, direction: 'in' } as const;
    const bytes = fromBase64Url(sealed) ?? new Uint8Array();
    expect(await openEnvelope(key.value, bytes, place)).toEqual(done({ body: letter }));
    expect(await openEnvelope(key.value, bytes, { ...place, purpose: 'tip' })).toEqual(
      refused('misplaced'),
    );
    expect(await openEnvelope(unit.helper.identity, bytes, place)).toEqual(
      refused('not-for-this-key'),
    );
  });
});

const fileOf = (endsOn = addDays(today, 30)) => ({
  commandId: aCommand(),
  fileId: newId<'file'>(),
  keyId: unit.helper.keyId,
  sealed: someSealed,
  endsOn,
  remindOn: null,
});
const begin = (input: Parameters<typeof beginSupportFile>[2]) =>
  beginSupportFile(unit.helper.db, unit.helper.actor, input, today);

const said: SupportFile = {
  v: 1,
  called: 'Người Ví Dụ',
  consent: {
    helper: 'Người Giúp Ví Dụ',
    purpose: '',
    kinds: ['plan'],
    givenOn: today,
    until: addDays(today, 30),
    givenBy: 'person',
  },
  plan: 'đi khám',
  visits: [],
  referrals: [],
  reminders: [],
  code: null,
};

describe('a support file', () => {
  test('is begun once, and changed from where it stands', async () => {
    const { db, actor } = unit.helper;
    const input = { ...fileOf(), code: null };
    const { fileId } = input;
    expect(await begin(input)).toEqual(done({ fileId }));
    expect(await begin(input)).toEqual(done({ fileId }));
    const change = { ...input, commandId: aCommand(), version: 1, sealedCopy: null };
    expect(await changeSupportFile(db, actor, change, today)).toEqual(done({ fileId }));
    expect(await changeSupportFile(db, actor, change, today)).toEqual(done({ fileId }));
    const late = { ...change, commandId: aCommand() };
    expect(await changeSupportFile(db, actor, late, today)).toEqual(refused('changed-meanwhile'));
    expect((await listOwnFiles(db)).find((file) => file.fileId === fileId)?.version).toBe(2);
  });
  test('is nobody’s but its helper’s', async () => {
    const input = { ...fileOf(), code: null };
    await begin(input);
    const { db, actor } = unit.colleague;
    const of = { commandId: aCommand(), fileId: input.fileId };
    expect(await openSupportFile(db, actor, of)).toEqual(refused('not-found'));
    await eraseSupportFile(db, actor, of);
    expect(await openSupportFile(unit.helper.db, unit.helper.actor, of)).toEqual(
      done({ fileId: input.fileId }),
    );
  });
  test('lasts no longer than one consent may, and is sealed to today’s key', async () => {
    expect(await begin({ ...fileOf(addDays(today, 400)), code: null })).toEqual(
      refused('too-long'),
    );
    const other = { ...fileOf(), keyId: newId<'key'>(), code: null };
    expect(await begin(other)).toEqual(refused('key-unknown'));
  });
  test('with the person’s own code is read with it, and erased by it in one step', async () => {
    const halves = await halvesOf(newCode((n) => crypto.getRandomValues(new Uint8Array(n))));
    const ring = { ringId: unit.ringId, epoch: 1, recipient: unit.recipient };
    const letter = {
      whom: null,
      answers: { what: 'x' },
      hamlet: null,
      sealedBy: 'device',
    } as const;
    const sealed = await sealHelp(halves, ring, letter);
    const asked = { ...aHelpLetter(unit.ringId), ...sealed, ringId: unit.ringId };
    const helpId = await aRequest(fresh, intake, unit.ringId, asked);
    const input = fileOf();
    const sealedCopy = await sealCopy(sealed.answerRecipient, input.fileId, said);
    const code = { of: { helpId }, recipient: sealed.answerRecipient, sealedCopy };
    expect(await begin({ ...input, code: { ...code, recipient: someRecipient() } })).toEqual(
      refused('not-found'),
    );
    expect(await begin({ ...input, code })).toEqual(done({ fileId: input.fileId }));
    const found = await intake.findAnswers(asked.find);
    if (!found?.file) throw new Error('no file');
    expect(await openSupportCopy(halves, found.file)).toEqual(said);
    expect(await intake.withdraw(aFind())).toBe(false);
    expect(await intake.withdraw(asked.find)).toBe(true);
    expect(await intake.findAnswers(asked.find)).toMatchObject({ file: null });
    expect((await listOwnFiles(unit.helper.db)).some(({ fileId }) => fileId === input.fileId)).toBe(
      false,
    );
  });
});
