// What people do with their own passkeys: add one, remove one, show with one who they are.

import { newId, type Id } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { tidy } from '#ground/text.ts';
import { changeSafety, proveSelf, type NotProved, type Owner } from './account-change.ts';
import { takeChallenge } from './challenge-store.ts';
import { askedBy, keepChallenge, type From } from './entering.ts';
import { findPasskey, insertPasskey, listPasskeys, removePasskey } from './second-factor-store.ts';
import { passkeyCookie } from './sign-in-commands.ts';
import type { SessionCookie } from './sign-in-library.ts';
import type { CreationOptions } from './sign-in-passkeys.ts';
import { getCredential, proveSession } from './sign-in-store.ts';
import type { SignIn } from './sign-in.ts';

export type PasskeyRefusal =
  | NotProved
  | { readonly kind: 'no-passkeys-here' | 'passkey-unfit' | 'name-missing' | 'not-found' };

type Asked = { readonly options: CreationOptions; readonly cookie: SessionCookie };

/** What the browser asks the authenticator to make. */
export async function askForNewPasskey(
  signIn: SignIn,
  owner: Owner,
  password: string,
  from: From,
): Promise<Outcome<Asked, PasskeyRefusal>> {
  const passkeys = signIn.passkeysFor(from.url);
  if (!passkeys) return refused({ kind: 'no-passkeys-here' });
  const notProved = await proveSelf(signIn, owner, password, from.now);
  if (notProved) return refused(notProved);
  const db = signIn.as(owner.personId);
  const person = await getCredential(db, owner.personId);
  const options = await passkeys.optionsForNew(person, await listPasskeys(db, owner.personId));
  const challenge = {
    purpose: 'new passkey',
    personId: owner.personId,
    content: { challenge: options.challenge },
  } as const;
  return done({ options, cookie: await keepChallenge(signIn, challenge, from, passkeyCookie) });
}

/** From then on the person may sign in with it; every other session ends. */
export async function addPasskey(
  signIn: SignIn,
  owner: Owner,
  given: { readonly name: string; readonly answer: string },
  from: From,
): Promise<Outcome<true, PasskeyRefusal>> {
  const name = tidy(given.name).slice(0, 60);
  if (name === '') return refused({ kind: 'name-missing' });
  const { personId, sessionId } = owner;
  const asked = await takeChallenge(
    signIn.as(personId),
    askedBy(from, 'new passkey', passkeyCookie),
  );
  if (asked?.personId !== personId) return refused({ kind: 'passkey-unfit' });
  const challenge = asked.content['challenge'] ?? '';
  const kept = await signIn.passkeysFor(from.url)?.checkNew(given.answer, challenge);
  if (!kept) return refused({ kind: 'passkey-unfit' });
  const added = await changeSafety(signIn, owner, 'add passkey', async (tx) => {
    if (await findPasskey(tx, kept.credentialId)) return false;
    await insertPasskey(tx, { ...kept, passkeyId: newId<'passkey'>(), personId, name });
    await proveSession(tx, sessionId, { strong: true, now: from.now });
    return true;
  });
  return added ? done(true) : refused({ kind: 'passkey-unfit' });
}

/** Needs the password, or a passkey shown moments ago. */
export async function removeOwnPasskey(
  signIn: SignIn,
  owner: Owner,
  given: { readonly passkeyId: Id<'passkey'>; readonly password: string },
  now: Date,
): Promise<Outcome<true, PasskeyRefusal>> {
  const notProved = await proveSelf(signIn, owner, given.password, now);
  if (notProved) return refused(notProved);
  const removed = await changeSafety(
    signIn,
    owner,
    'remove passkey',
    async (tx) => (await removePasskey(tx, owner.personId, given.passkeyId)) !== undefined,
  );
  return removed ? done(true) : refused({ kind: 'not-found' });
}
