// What every change of an account's safety has in common: one row on the record, one notice, who may.

import type { PersonId } from '#ground/id.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction } from '#ground/server/db.ts';
import { isFresh } from '../session-life.ts';
import { countTry } from './entering.ts';
import { noticeTo, type Noticed } from './security-notices.ts';
import type { FoundSession } from './sign-in-library.ts';
import { verifyPassword } from './sign-in-password.ts';
import { endSessions, getCredential } from './sign-in-store.ts';
import type { SignIn } from './sign-in.ts';

export type Tx = Parameters<typeof appendAudit>[0];

/** Whoever is signed in, in this session. */
export type Owner = Pick<FoundSession, 'personId' | 'sessionId' | 'provedAt'>;

export type NotProved =
  { readonly kind: 'wrong-password' } | { readonly kind: 'wait'; readonly seconds: number };

/**
 * What is done, its row and its notice, and the end of every other session: all or nothing. Where
 * `act` gives back false nothing is recorded.
 */
export const changeSafety = (
  signIn: SignIn,
  owner: Pick<Owner, 'personId' | 'sessionId'>,
  what: Noticed,
  act: (tx: Tx) => Promise<boolean>,
): Promise<boolean> =>
  inTransaction(signIn.as(owner.personId), async (tx) => {
    if (!(await act(tx))) return false;
    await endSessions(tx, owner.personId, { but: owner.sessionId });
    await recordOwn(tx, owner.personId, what);
    await noticeTo(tx, owner.personId, what);
    return true;
  });

export const recordOwn = (tx: Tx, personId: PersonId, command: string): Promise<void> =>
  appendAudit(tx, { siteId: null, personId, command, record: `person ${personId}` });

/** The password again; wrong ones of one session have their own count, so that nobody else is slowed. */
export async function provePassword(
  signIn: SignIn,
  { personId, sessionId }: Owner,
  password: string,
  now: Date,
): Promise<NotProved | undefined> {
  const one = { name: personId, address: '', device: sessionId };
  const seconds = countTry(signIn.tries.passwords, one, now);
  if (seconds > 0) return { kind: 'wait', seconds };
  const { passwordHash } = await getCredential(signIn.as(personId), personId);
  if (!(await verifyPassword(password, passwordHash)).right) return { kind: 'wrong-password' };
  signIn.tries.passwords.forget(one);
  return undefined;
}

/** Not asked of whoever has just signed in or used a passkey; others give the password. */
export const proveSelf = async (
  signIn: SignIn,
  owner: Owner,
  password: string,
  now: Date,
): Promise<NotProved | undefined> =>
  isFresh(owner.provedAt, now) ? undefined : provePassword(signIn, owner, password, now);
