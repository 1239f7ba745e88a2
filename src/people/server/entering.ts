// What everybody who signs in passes through: counts, the second half that waits, the session itself.

import { createHash, randomBytes } from 'node:crypto';
import type { Day } from '#ground/day.ts';
import type { PersonId } from '#ground/id.ts';
import { secondWays, type Way } from '../second-factor.ts';
import type { Try, Tries } from '../tries.ts';
import { insertChallenge, type Challenge } from './challenge-store.ts';
import { hasAccess } from './role-store.ts';
import { findFactors } from './second-factor-store.ts';
import { deviceAge, deviceCookie, findDevice, rememberDevice } from './sign-in-device.ts';
import type { SessionCookie } from './sign-in-library.ts';
import { findNeed } from './sign-in-store.ts';
import type { SignIn } from './sign-in.ts';

/** Where a try comes from; nothing of it is kept. */
export type From = {
  readonly url: URL;
  readonly headers: Headers;
  readonly address: string;
  /** A cookie's value by its name. */
  readonly cookie: (name: string) => string | undefined;
  readonly now: Date;
  readonly today: Day;
};

export type Entered =
  | { readonly step: 'in'; readonly cookies: readonly SessionCookie[] }
  | {
      readonly step: 'second';
      readonly ways: readonly Way[];
      readonly cookies: readonly SessionCookie[];
    }
  /** Too early; nothing was tried. */
  | { readonly step: 'wait'; readonly seconds: number }
  | { readonly step: 'wrong' }
  /** Right, but the person has left: no session begins. */
  | { readonly step: 'no-role' }
  /** What had begun is over: too late, or used already. */
  | { readonly step: 'over' }
  /** The passkey answered what is no longer asked. */
  | { readonly step: 'again' };

/** The half that waits is found again by this cookie. */
const pendingCookie = 'binh-yen.pending';
/** Minutes in which the second half must follow. */
const pendingMinutes = 10;

export type Person = { readonly personId: PersonId; readonly username: string };

/** Seconds to wait, or 0 and the try counts from now on; `forget` it when it was right. */
export function countTry(tries: Tries, one: Try, now: Date): number {
  const seconds = tries.arrive(one, now.getTime());
  if (seconds === 0) tries.add(one, now.getTime());
  return seconds;
}

export const tryFrom = (signIn: SignIn, name: string, from: From, counted = name): Try => ({
  name: counted,
  address: from.address,
  device: findDevice(from.cookie(deviceCookie), name, signIn.seals),
});

/** After a password or a provider: in, or to the second page. */
export async function afterFirstFactor(
  signIn: SignIn,
  person: Person,
  shared: boolean,
  from: From,
): Promise<Entered> {
  const ways = await waysFor(signIn, person.personId, from.today);
  if (ways.length === 0) return enter(signIn, person, { shared, strong: false }, from);
  const challenge = {
    purpose: 'second factor',
    personId: person.personId,
    content: { shared: shared ? 'yes' : '', username: person.username },
  } as const;
  const cookie = await keepChallenge(signIn, challenge, from);
  return { step: 'second', ways, cookies: [cookie] };
}

export async function waysFor(
  signIn: SignIn,
  personId: PersonId,
  today: Day,
): Promise<readonly Way[]> {
  const db = signIn.as(personId);
  const { need } = await findNeed(db, personId, today);
  return secondWays(await findFactors(db, personId), need);
}

/**
 * The session, and what the browser remembers; a shared computer remembers nothing. Neither for
 * somebody who no longer holds any role. Whatever session this browser had before ends with it.
 */
export async function enter(
  signIn: SignIn,
  { personId, username }: Person,
  how: { readonly shared: boolean; readonly strong: boolean },
  { now, today, cookie, headers }: From,
): Promise<Entered> {
  if (!(await hasAccess(signIn.as(personId), personId, today))) return { step: 'no-role' };
  const session = await signIn.begin({ personId, ...how }, now);
  await signIn.close(headers);
  const value = rememberDevice(cookie(deviceCookie), username, signIn.seals);
  const device = { name: deviceCookie, value, maxAge: deviceAge };
  const over = cookie(pendingCookie) ? [{ name: pendingCookie, value: '', maxAge: 0 }] : [];
  return { step: 'in', cookies: [...session, ...(how.shared ? [] : [device]), ...over] };
}

/** Keeps it under a token that only this browser is given. */
export async function keepChallenge(
  signIn: SignIn,
  challenge: Challenge,
  { now }: From,
  name = pendingCookie,
): Promise<SessionCookie> {
  const value = randomBytes(24).toString('base64url');
  const expiresAt = new Date(now.getTime() + pendingMinutes * 60_000);
  await insertChallenge(signIn.as(null), hashOf(value), challenge, { now, expiresAt });
  return { name, value, maxAge: pendingMinutes * 60 };
}

export const askedBy = <P extends Challenge['purpose']>(
  { cookie, now }: From,
  purpose: P,
  name = pendingCookie,
) => ({ tokenHash: hashOf(cookie(name) ?? ''), purpose, now });

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
