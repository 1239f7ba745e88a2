// Coming in by a printed sheet: the right code stands in for a role, since nobody is signed in yet.

import type { Day } from '#ground/day.ts';
import { newId, type CommandId, type PersonId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { decideEmail, suggestUsername } from '../invitation.ts';
import type { PasswordRefusal } from '../password.ts';
import type { Role } from '../person.ts';
import { decideName, type NameRefusal } from '../setup.ts';
import { hashOfTyped } from './invitation-codes.ts';
import {
  closeSheet,
  findSheetByCode,
  findSheetForUpdate,
  isEmailTaken,
  listUsernamesLike,
  putEmail,
  renewPassword,
  type Sheet,
} from './invitation-store.ts';
import { findPerson } from './people-store.ts';
import { endSessionsOf, insertRole } from './role-store.ts';
import { noticeTo } from './security-notices.ts';
import { decideNewPassword } from './sign-in-password.ts';
import type { SignIn } from './sign-in.ts';
import { findPersonByUsername, insertPerson } from './store.ts';

/** What the page for coming in shows to whoever holds the right code. */
export type Welcome = {
  readonly name: string;
  /** Given where somebody on record comes in again; else what may be chosen. */
  readonly username: string;
  readonly isNew: boolean;
  readonly role: Role | null;
  readonly email: string;
};

/** Undefined for a wrong, used, revoked and outdated code alike. */
export async function openInvitation(
  db: Database,
  typed: string,
  today: Day,
): Promise<Welcome | undefined> {
  const sheet = await findSheet(db, typed);
  if (!sheet?.isOpen || sheet.until < today) return undefined;
  const { name, role, personId } = sheet;
  if (personId) {
    const person = await findPerson(db, 'all', personId);
    return person && { name, role, isNew: false, username: person.username, email: '' };
  }
  const first = suggestUsername(name, new Set());
  const username = suggestUsername(name, await listUsernamesLike(db, first));
  return { name, role, isNew: true, username, email: sheet.email ?? '' };
}

export type AcceptInput = {
  readonly commandId: CommandId;
  readonly code: string;
  readonly username: string;
  readonly password: string;
  readonly email: string;
};
export type AcceptRefusal =
  'code-wrong' | 'username-taken' | 'email-wrong' | 'email-taken' | NameRefusal | PasswordRefusal;
type Accepted = { readonly personId: PersonId; readonly username: string };

/** Comes in once, with a password of one's own. */
export async function acceptInvitation(
  db: Database,
  signIn: Pick<SignIn, 'hash'>,
  input: AcceptInput,
  today: Day,
): Promise<Outcome<Accepted, AcceptRefusal>> {
  const sheet = await findSheet(db, input.code);
  if (!sheet) return refused('code-wrong');
  const before = usedBefore(sheet, input);
  if (before) return accepted(db, before);
  if (!sheet.isOpen || sheet.until < today) return refused('code-wrong');
  const chosen = await decideAccount(db, sheet, input);
  if (!chosen.ok) return chosen;
  const password = await decideNewPassword(input.password, {
    words: [sheet.name, chosen.value.username],
  });
  if (!password.ok) return password;
  const passwordHash = await signIn.hash(password.value);
  return inTransaction(db, async (tx) => {
    const current = await findSheetForUpdate(tx, sheet);
    const meanwhile = current && usedBefore(current, input);
    if (meanwhile) return accepted(tx, meanwhile);
    if (!current?.isOpen) return refused('code-wrong');
    const account = { ...chosen.value, passwordHash };
    const came = await comeIn(tx, current, account, today);
    if (!came.ok) return came;
    const personId = came.value;
    await closeSheet(tx, sheet.invitationId, { personId, commandId: input.commandId });
    await appendAudit(tx, {
      siteId: sheet.siteId,
      personId,
      command: 'accept invitation',
      record: `person ${personId}`,
      after: { role: sheet.role, siteId: sheet.siteId, unitId: sheet.unitId },
    });
    return done({ personId, username: chosen.value.username });
  });
}

type Tx = Parameters<typeof appendAudit>[0];

/** Who came in by an earlier sending of the same answers. */
const usedBefore = (sheet: Sheet, { commandId }: AcceptInput): PersonId | null =>
  sheet.acceptedCommandId === commandId ? sheet.acceptedBy : null;

type Account = { readonly username: string; readonly email: string | null };

async function decideAccount(
  db: Database,
  sheet: Sheet,
  input: AcceptInput,
): Promise<Outcome<Account, AcceptRefusal>> {
  const person = sheet.personId && (await findPerson(db, 'all', sheet.personId));
  if (person) return done({ username: person.username, email: null });
  const named = decideName({ name: sheet.name, username: input.username });
  if (!named.ok) return named;
  const email = decideEmail(input.email);
  if (!email.ok) return email;
  return done({ username: named.value.username, email: email.value });
}

/** A new person with their first role, or the new password of one on record. */
async function comeIn(
  tx: Tx,
  sheet: Sheet,
  account: Account & { readonly passwordHash: string },
  today: Day,
): Promise<Outcome<PersonId, 'username-taken' | 'email-taken'>> {
  const { username, email } = account;
  if (sheet.personId) {
    await renewPassword(tx, sheet.invitationId, account.passwordHash);
    await endSessionsOf(tx, sheet.personId);
    await noticeTo(tx, sheet.personId, 'change password');
    return done(sheet.personId);
  }
  if (await findPersonByUsername(tx, username)) return refused('username-taken');
  if (email && (await isEmailTaken(tx, email))) return refused('email-taken');
  if (!sheet.role || !sheet.from) throw new Error('an invitation without a role');
  const personId = newId<'person'>();
  await insertPerson(tx, { ...account, personId, name: sheet.name, demo: false });
  if (email) await putEmail(tx, personId, email);
  const from = sheet.from > today ? sheet.from : today;
  const { role, siteId, unitId } = sheet;
  await insertRole(tx, personId, { role, siteId, unitId, from, to: null });
  return done(personId);
}

async function accepted(db: Database | Tx, personId: PersonId): Promise<Outcome<Accepted, never>> {
  const person = await findPerson(db, 'all', personId);
  if (!person) throw new Error('accepted by nobody');
  return done({ personId, username: person.username });
}

async function findSheet(db: Database, typed: string): Promise<Sheet | undefined> {
  const codeHash = hashOfTyped(typed);
  return codeHash === undefined ? undefined : findSheetByCode(db, codeHash);
}
