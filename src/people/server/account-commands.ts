// What people do with their own account: password, authenticator, recovery codes, sessions.

import type { Id } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { inTransaction } from '#ground/server/db.ts';
import { tidy } from '#ground/text.ts';
import type { PasswordRefusal } from '../password.ts';
import { digitsOf } from '../second-factor.ts';
import {
  changeSafety,
  provePassword,
  proveSelf,
  recordOwn,
  type NotProved,
  type Owner,
} from './account-change.ts';
import { countTry } from './entering.ts';
import {
  confirmAuthenticator,
  countRecoveryCodes,
  findAuthenticator,
  putAuthenticator,
  removeAuthenticator,
  replaceRecoveryCodes,
  useStep,
} from './second-factor-store.ts';
import { authenticatorAddress, findStep, newRecoveryCodes, newSecret } from './sign-in-codes.ts';
import { isCodeRight } from './sign-in-commands.ts';
import { decideNewPassword, hashPassword } from './sign-in-password.ts';
import {
  endSessions,
  getCredential,
  nameSession,
  proveSession,
  putPasswordHash,
} from './sign-in-store.ts';
import type { SignIn } from './sign-in.ts';

export type AccountRefusal =
  NotProved | { readonly kind: PasswordRefusal | 'wrong-code' | 'not-begun' | 'not-found' };

const no = <K extends string>(kind: K) => refused({ kind });

/** Ends every other session. `words`: what else of the person's own a password should not be made of. */
export async function changePassword(
  signIn: SignIn,
  owner: Owner,
  typed: { readonly current: string; readonly next: string; readonly words: readonly string[] },
  now: Date,
): Promise<Outcome<true, AccountRefusal>> {
  const notProved = await provePassword(signIn, owner, typed.current, now);
  if (notProved) return refused(notProved);
  const { name, username } = await getCredential(signIn.as(owner.personId), owner.personId);
  const decided = await decideNewPassword(typed.next, { words: [name, username, ...typed.words] });
  if (!decided.ok) return no(decided.refusal);
  const hash = await hashPassword(decided.value);
  await changeSafety(signIn, owner, 'change password', async (tx) => {
    await putPasswordHash(tx, owner.personId, hash);
    return true;
  });
  return done(true);
}

/** A new secret that counts for nothing until its first code was typed. */
export async function startAuthenticator(
  signIn: SignIn,
  owner: Owner,
  password: string,
  now: Date,
): Promise<Outcome<true, AccountRefusal>> {
  const notProved = await proveSelf(signIn, owner, password, now);
  if (notProved) return refused(notProved);
  const sealed = signIn.seals.seal(newSecret());
  await inTransaction(signIn.as(owner.personId), async (tx) => {
    await putAuthenticator(tx, owner.personId, sealed);
    await recordOwn(tx, owner.personId, 'begin second factor');
  });
  return done(true);
}

export type AuthenticatorState =
  | { readonly state: 'off' }
  /** Waits for its first code; shown as a QR code and as letters to type. */
  | { readonly state: 'begun'; readonly address: string; readonly secret: string }
  | { readonly state: 'on'; readonly codesLeft: number };

export async function findAuthenticatorState(
  signIn: SignIn,
  { personId }: Owner,
): Promise<AuthenticatorState> {
  const db = signIn.as(personId);
  const kept = await findAuthenticator(db, personId);
  if (!kept) return { state: 'off' };
  if (kept.confirmed) return { state: 'on', codesLeft: await countRecoveryCodes(db, personId) };
  const { username } = await getCredential(db, personId);
  const secret = signIn.seals.open(kept.sealedSecret);
  return { state: 'begun', secret, address: authenticatorAddress(secret, username) };
}

/** From the first right code on it is asked for; gives back the recovery codes, this once. */
export async function confirmFirstCode(
  signIn: SignIn,
  owner: Owner,
  typed: string,
  now: Date,
): Promise<Outcome<readonly string[], AccountRefusal>> {
  const { personId } = owner;
  const one = { name: personId, address: '', device: owner.sessionId };
  const seconds = countTry(signIn.tries.codes, one, now);
  if (seconds > 0) return refused({ kind: 'wait', seconds });
  const kept = await findAuthenticator(signIn.as(personId), personId);
  if (!kept || kept.confirmed) return no('not-begun');
  const secret = signIn.seals.open(kept.sealedSecret);
  const step = findStep(secret, digitsOf(typed) ?? '', now, kept.lastStep);
  if (step === undefined) return no('wrong-code');
  signIn.tries.codes.forget(one);
  const codes = newRecoveryCodes();
  const turnedOn = await changeSafety(signIn, owner, 'turn on second factor', async (tx) => {
    if (!(await useStep(tx, personId, step))) return false;
    await confirmAuthenticator(tx, personId, now);
    await replaceRecoveryCodes(tx, personId, hashesOf(signIn, personId, codes));
    await proveSession(tx, owner.sessionId, { strong: true, now });
    return true;
  });
  return turnedOn ? done(codes) : no('wrong-code');
}

const hashesOf = (signIn: SignIn, personId: string, codes: readonly string[]): readonly string[] =>
  codes.map((code) => signIn.seals.hashRecoveryCode(personId, code));

/** Needs both: the password, and a code or a recovery code. */
export async function turnOffAuthenticator(
  signIn: SignIn,
  owner: Owner,
  typed: { readonly password: string; readonly code: string },
  now: Date,
): Promise<Outcome<true, AccountRefusal>> {
  const notProved =
    (await provePassword(signIn, owner, typed.password, now)) ??
    (await proveCode(signIn, owner, typed.code, now));
  if (notProved) return refused(notProved);
  await changeSafety(signIn, owner, 'turn off second factor', async (tx) => {
    await proveSession(tx, owner.sessionId, { strong: false, now });
    return removeAuthenticator(tx, owner.personId);
  });
  return done(true);
}

/** Ten new ones; the old are worth nothing. Needs a code. */
export async function renewRecoveryCodes(
  signIn: SignIn,
  owner: Owner,
  code: string,
  now: Date,
): Promise<Outcome<readonly string[], AccountRefusal>> {
  const notProved = await proveCode(signIn, owner, code, now);
  if (notProved) return refused(notProved);
  const codes = newRecoveryCodes();
  await changeSafety(signIn, owner, 'renew recovery codes', async (tx) => {
    await replaceRecoveryCodes(tx, owner.personId, hashesOf(signIn, owner.personId, codes));
    return true;
  });
  return done(codes);
}

async function proveCode(
  signIn: SignIn,
  { personId, sessionId }: Owner,
  code: string,
  now: Date,
): Promise<AccountRefusal | undefined> {
  const one = { name: personId, address: '', device: sessionId };
  const seconds = countTry(signIn.tries.codes, one, now);
  if (seconds > 0) return { kind: 'wait', seconds };
  if (!(await isCodeRight(signIn, personId, code, now))) return { kind: 'wrong-code' };
  signIn.tries.codes.forget(one);
  return undefined;
}

/** One of one's own sessions, or all but this. */
export async function endOwnSessions(
  signIn: SignIn,
  { personId, sessionId }: Owner,
  only: Id<'session'> | undefined,
): Promise<Outcome<number, AccountRefusal>> {
  return inTransaction(signIn.as(personId), async (tx) => {
    const ended = await endSessions(tx, personId, only ? { only } : { but: sessionId });
    if (only && ended === 0) return no('not-found');
    if (ended > 0) await recordOwn(tx, personId, 'end session');
    return done(ended);
  });
}

/** What the person calls the device of a session; an empty name takes it away again. */
export async function nameOwnSession(
  signIn: SignIn,
  { personId }: Owner,
  named: { readonly sessionId: Id<'session'>; readonly name: string },
): Promise<Outcome<true, AccountRefusal>> {
  const name = tidy(named.name).slice(0, 60) || null;
  return inTransaction(signIn.as(personId), async (tx) => {
    const found = await nameSession(tx, personId, named.sessionId, name);
    if (!found) return no('not-found');
    await recordOwn(tx, personId, 'name session');
    return done(true);
  });
}
