// What an administrator does with an installation: change its settings, try its mail; and what everybody chooses of mail.

import { randomUUID } from 'node:crypto';
import type { CommandId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { retryJobs } from '#ground/server/queue.ts';
import { sealText } from '#ground/server/sealed-text.ts';
import type { TaskName } from '#ground/server/tasks.ts';
import type { Language } from '#ground/words.ts';
import { may } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import {
  decideChanges,
  isSecret,
  keysOf,
  settingOf,
  type Change,
  type Recorded,
  type SettingGroup,
  type SettingKey,
  type SettingRefusal,
} from '../setting.ts';
import { checkBackupFolder, type FolderRefusal } from './backup-folder.ts';
import { saveMailChoice, type MailChoice } from './mail-store.ts';
import { passwordPurpose, sendMail, type PostHouse, type PostProblem } from './post.ts';
import { insertSettings, lockSettings, readSettings, wasSet } from './store.ts';

export type ChangeInput = {
  readonly commandId: CommandId;
  readonly group: SettingGroup;
  /** Keys of other groups are left alone. */
  readonly typed: Recorded;
  readonly reason: string;
};

/** What is needed of the installation to change a setting. */
export type SettingHouse = { readonly secret: string; readonly dataFolder: string };

export type ChangeRefusal = 'forbidden' | SettingRefusal['kind'] | FolderRefusal;
export type Refused = {
  readonly kind: ChangeRefusal;
  readonly keys: readonly SettingKey[];
};

/** The settings of one form at once; those that stay the same leave no trace. */
export async function changeSettings(
  db: Database,
  house: SettingHouse,
  actor: Actor,
  input: ChangeInput,
): Promise<Outcome<readonly SettingKey[], Refused>> {
  if (!may(actor, 'change setting')) return refused({ kind: 'forbidden', keys: [] });
  const own = keysOf(input.group);
  const typed = Object.fromEntries(own.map((key) => [key, input.typed[key]]));
  const folder = typed['backup.folder']?.trim();
  if (folder) {
    const fit = await checkBackupFolder(folder, house.dataFolder);
    if (!fit.ok) return refused({ kind: fit.refusal, keys: ['backup.folder'] });
  }
  return inTransaction(db, async (tx) => {
    await lockSettings(tx);
    if (await wasSet(tx, input.commandId)) return done([]);
    const recorded = await readSettings(tx);
    const decided = decideChanges(typed, recorded);
    if (!decided.ok) return refused(withKeys(decided.refusal));
    const changes = decided.value.map((change) => sealed(change, house.secret));
    if (changes.length === 0) return done([]);
    const { commandId, reason } = input;
    await insertSettings(tx, { commandId, changes, reason, setBy: actor.personId });
    for (const change of changes)
      await appendAudit(tx, {
        siteId: null,
        personId: actor.personId,
        command: 'change setting',
        record: `setting ${change.key}`,
        ...auditOf(change, recorded),
      });
    return done(changes.map(({ key }) => key));
  });
}

function withKeys(refusal: SettingRefusal): Refused {
  switch (refusal.kind) {
    case 'value':
      return refusal;
    case 'password in clear':
      return { kind: refusal.kind, keys: ['mail.security'] };
    case 'password needed':
      return { kind: refusal.kind, keys: ['mail.password'] };
  }
}

const sealed = ({ key, value }: Change, secret: string): Change =>
  isSecret(key) && value !== ''
    ? { key, value: sealText(secret, passwordPurpose, value) }
    : { key, value };

/** Of a secret only that it changed. */
const auditOf = ({ key, value }: Change, recorded: Recorded): { before: object; after: object } =>
  isSecret(key)
    ? { before: {}, after: { changed: true } }
    : { before: { value: recorded[key] ?? settingOf(key).standard }, after: { value } };

export type TestRefusal = 'forbidden' | 'address' | PostProblem;

/** Sends a real mail to an address that is typed and not kept. */
export async function testMail(
  house: PostHouse,
  actor: Actor,
  to: string,
  language: Language,
): Promise<Outcome<true, TestRefusal>> {
  if (!may(actor, 'change setting')) return refused('forbidden');
  const address = settingOf('mail.sender').check(to);
  if (!address) return refused('address');
  const letter = { id: randomUUID(), to: address, mail: { kind: 'test' } as const, language };
  const sent = await sendMail(house, letter);
  await inTransaction(house.db, (tx) =>
    appendAudit(tx, {
      siteId: null,
      personId: actor.personId,
      command: 'test mail',
      record: 'setting mail',
      after: { result: sent.ok ? 'sent' : sent.refusal.kind },
    }),
  );
  return sent.ok ? sent : refused(sent.refusal.kind);
}

/** Tries all jobs of a task again that failed; how many they are. Asked twice, the second finds none. */
export async function retryTask(
  db: Database,
  actor: Actor,
  task: TaskName,
): Promise<Outcome<number, 'forbidden'>> {
  if (!may(actor, 'change setting')) return refused('forbidden');
  return inTransaction(db, async (tx) => {
    const count = await retryJobs(tx, task);
    if (count === 0) return done(count);
    await appendAudit(tx, {
      siteId: null,
      personId: actor.personId,
      command: 'retry jobs',
      record: `task ${task}`,
      after: { count },
    });
    return done(count);
  });
}

/** What one wants of our mail: everybody for themselves; the same again leaves no trace. */
export async function chooseMail(db: Database, actor: Actor, choice: MailChoice): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await saveMailChoice(tx, actor.personId, choice))) return;
    await appendAudit(tx, {
      siteId: null,
      personId: actor.personId,
      command: 'choose mail',
      record: `person ${actor.personId}`,
      after: choice,
    });
  });
}
