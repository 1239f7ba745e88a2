// Signing in: by password, by a code after it, by passkey.

import { inTransaction } from '#ground/server/db.ts';
import { appendAudit } from '#ground/server/audit.ts';
import type { PersonId } from '#ground/id.ts';
import { digitsOf, type Way } from '../second-factor.ts';
import { findChallenge, takeChallenge } from './challenge-store.ts';
import {
  afterFirstFactor,
  askedBy,
  countTry,
  enter,
  keepChallenge,
  tryFrom,
  waysFor,
  type Entered,
  type From,
} from './entering.ts';
import {
  findAuthenticator,
  findPasskey,
  listPasskeys,
  notePasskeyUse,
  useRecoveryCode,
  useStep,
} from './second-factor-store.ts';
import { noticeTo } from './security-notices.ts';
import { findStep } from './sign-in-codes.ts';
import type { SessionCookie } from './sign-in-library.ts';
import { findAnswer, isOfOther, type RequestOptions } from './sign-in-passkeys.ts';
import { hashPassword, isBusy, verifyNothing, verifyPassword } from './sign-in-password.ts';
import {
  findCredential,
  getCredential,
  putPasswordHash,
  type Credential,
} from './sign-in-store.ts';
import type { SignIn } from './sign-in.ts';

/** Seconds to come again in while many passwords are being looked at. */
const busySeconds = 5;

/** Name and password. An unknown name is answered as a wrong password is, and as slowly. */
export async function enterWithPassword(
  signIn: SignIn,
  typed: { readonly username: string; readonly password: string; readonly shared: boolean },
  from: From,
): Promise<Entered> {
  if (isBusy()) return { step: 'wait', seconds: busySeconds };
  const one = tryFrom(signIn, typed.username, from);
  const seconds = countTry(signIn.tries.passwords, one, from.now);
  if (seconds > 0) return { step: 'wait', seconds };
  const found = await findCredential(signIn.as(null), typed.username);
  if (!(await isRight(signIn, found, typed.password)) || !found) return { step: 'wrong' };
  signIn.tries.passwords.forget(one);
  return afterFirstFactor(signIn, found, typed.shared, from);
}

async function isRight(
  signIn: SignIn,
  found: Credential | undefined,
  password: string,
): Promise<boolean> {
  if (!found) {
    await verifyNothing(password);
    return false;
  }
  const { right, outdated } = await verifyPassword(password, found.passwordHash);
  if (right && outdated) {
    await putPasswordHash(signIn.as(found.personId), found.personId, await hashPassword(password));
  }
  return right;
}

/** What the second page offers; undefined where nobody waits for it. */
export async function findSecondStep(
  signIn: SignIn,
  from: From,
): Promise<readonly Way[] | undefined> {
  const waiting = await findChallenge(signIn.as(null), askedBy(from, 'second factor'));
  return waiting?.personId ? waysFor(signIn, waiting.personId, from.today) : undefined;
}

/** Six digits of the authenticator, or one of the recovery codes. */
export async function enterWithCode(signIn: SignIn, typed: string, from: From): Promise<Entered> {
  const asked = askedBy(from, 'second factor');
  const waiting = await findChallenge(signIn.as(null), asked);
  if (!waiting?.personId) return { step: 'over' };
  const { personId } = waiting;
  const { username = '', shared } = waiting.content;
  const one = tryFrom(signIn, username, from, personId);
  const seconds = countTry(signIn.tries.codes, one, from.now);
  if (seconds > 0) return { step: 'wait', seconds };
  if (!(await isCodeRight(signIn, personId, typed, from.now))) return { step: 'wrong' };
  signIn.tries.codes.forget(one);
  if (!(await takeChallenge(signIn.as(null), asked))) return { step: 'over' };
  return enter(signIn, { personId, username }, { shared: shared === 'yes', strong: true }, from);
}

/** Uses it up: neither a code nor a recovery code counts twice. */
export async function isCodeRight(
  signIn: SignIn,
  personId: PersonId,
  typed: string,
  now: Date,
): Promise<boolean> {
  const code = digitsOf(typed);
  return code === undefined
    ? isRecoveryCode(signIn, personId, typed, now)
    : isAuthenticatorCode(signIn, personId, code, now);
}

async function isAuthenticatorCode(
  signIn: SignIn,
  personId: PersonId,
  code: string,
  now: Date,
): Promise<boolean> {
  const db = signIn.as(personId);
  const kept = await findAuthenticator(db, personId);
  if (!kept?.confirmed) return false;
  const step = findStep(signIn.seals.open(kept.sealedSecret), code, now, kept.lastStep);
  return step !== undefined && useStep(db, personId, step);
}

const isRecoveryCode = (
  signIn: SignIn,
  personId: PersonId,
  typed: string,
  now: Date,
): Promise<boolean> =>
  inTransaction(signIn.as(personId), async (tx) => {
    const hash = signIn.seals.hashRecoveryCode(personId, typed);
    if (!(await useRecoveryCode(tx, personId, hash, now))) return false;
    const record = `person ${personId}`;
    await appendAudit(tx, { siteId: null, personId, command: 'use recovery code', record });
    await noticeTo(tx, personId, 'use recovery code');
    return true;
  });

export const passkeyCookie = 'binh-yen.passkey';

/**
 * What the browser asks the authenticator. With a name, its passkeys are named; a name nobody has
 * is given one that never was, so that names cannot be tried out here.
 */
export async function askForPasskey(
  signIn: SignIn,
  username: string | undefined,
  from: From,
): Promise<{ readonly options: RequestOptions; readonly cookie: SessionCookie } | undefined> {
  const passkeys = signIn.passkeysFor(from.url);
  if (!passkeys) return undefined;
  const options = await passkeys.optionsForUse(
    username === undefined ? [] : await passkeysNamed(signIn, username),
  );
  const challenge = {
    purpose: 'passkey sign-in',
    personId: null,
    content: { challenge: options.challenge },
  } as const;
  return { options, cookie: await keepChallenge(signIn, challenge, from, passkeyCookie) };
}

async function passkeysNamed(signIn: SignIn, username: string) {
  const db = signIn.as(null);
  const found = await findCredential(db, username);
  const kept = found ? await listPasskeys(db, found.personId) : [];
  const name = username.toLowerCase();
  const none = { publicKey: '', counter: 0, transports: ['internal'] };
  return kept.length > 0
    ? kept
    : [{ ...none, credentialId: signIn.seals.sign(`no passkey of ${name}`) }];
}

/** The authenticator's answer; it says itself whose passkey it used. */
export async function enterWithPasskey(
  signIn: SignIn,
  given: { readonly answer: string; readonly shared: boolean },
  from: From,
): Promise<Entered> {
  const db = signIn.as(null);
  const asking = askedBy(from, 'passkey sign-in', passkeyCookie);
  // An older tab answers what was asked before; the question of the newer one stays open.
  const current = (await findChallenge(db, asking))?.content['challenge'];
  if (current === undefined || isOfOther(given.answer, current)) return { step: 'again' };
  const asked = await takeChallenge(db, asking);
  if (!asked) return { step: 'again' };
  const waiting = await findChallenge(db, askedBy(from, 'second factor'));
  const personId = await findPasskeyUser(
    signIn,
    given.answer,
    asked.content['challenge'] ?? '',
    from,
  );
  // Whoever has given a password and waits must come as the same person.
  if (!personId || (waiting && waiting.personId !== personId)) return { step: 'wrong' };
  if (waiting) await takeChallenge(db, askedBy(from, 'second factor'));
  const { username } = await getCredential(db, personId);
  const shared = waiting ? waiting.content['shared'] === 'yes' : given.shared;
  return enter(signIn, { personId, username }, { shared, strong: true }, from);
}

async function findPasskeyUser(
  signIn: SignIn,
  text: string,
  challenge: string,
  { url, today }: From,
): Promise<PersonId | undefined> {
  const db = signIn.as(null);
  const answer = findAnswer(text);
  const kept = answer && (await findPasskey(db, answer.id));
  if (!answer || !kept) return undefined;
  const counter = await signIn.passkeysFor(url)?.checkUse(answer, challenge, kept);
  if (counter === undefined) return undefined;
  await notePasskeyUse(db, kept.credentialId, counter, today);
  return kept.personId;
}
