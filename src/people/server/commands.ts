// What can be done with people: the first administrator, new people with a role, roles that end.

import { createHash, randomBytes } from 'node:crypto';
import { addDays, type Day } from '#ground/day.ts';
import { newId, type Id, type PersonId, type SiteId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { may } from '../may.ts';
import type { Actor, Role } from '../person.ts';
import {
  decideName,
  decideSetup,
  passwordFrom,
  type NameRefusal,
  type NewName,
  type SetupInput,
  type SetupRefusal,
} from '../setup.ts';
import { shortestPassword, type SignIn } from './sign-in.ts';
import {
  endHolding,
  hasAdministrator,
  insertHolding,
  insertPerson,
  isSetupLinkOpen,
  findPersonByUsername,
  replaceSetupLink,
  useSetupLink,
} from './store.ts';

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A fresh token while nobody administers this installation; undefined afterwards. */
export async function offerSetup(db: Database): Promise<string | undefined> {
  if (await hasAdministrator(db)) return undefined;
  const token = randomBytes(24).toString('base64url');
  await inTransaction(db, (tx) => replaceSetupLink(tx, hashOf(token)));
  return token;
}

export const isSetupOpen = (db: Database, token: string): Promise<boolean> =>
  isSetupLinkOpen(db, hashOf(token));

/** Makes the first administrator; the link works for one person, once. */
export async function setUpAdministrator(
  db: Database,
  signIn: Pick<SignIn, 'hash'>,
  input: SetupInput & { readonly token: string },
  today: Day,
): Promise<Outcome<PersonId, SetupRefusal>> {
  const decided = decideSetup(input, shortestPassword);
  if (!decided.ok) return decided;
  if (!(await isSetupOpen(db, input.token))) return refused('link-used');
  const passwordHash = await signIn.hash(decided.value.password);
  return inTransaction(db, async (tx) => {
    if (await findPersonByUsername(tx, decided.value.username)) return refused('username-taken');
    if (!(await useSetupLink(tx, hashOf(input.token), new Date()))) return refused('link-used');
    const personId = newId<'person'>();
    await insertPerson(tx, { ...decided.value, personId, passwordHash, demo: false });
    await insertHolding(tx, personId, {
      role: 'administrator',
      siteId: null,
      from: today,
      to: null,
    });
    await appendAudit(tx, {
      siteId: null,
      personId,
      command: 'set up administrator',
      record: `person ${personId}`,
    });
    return done(personId);
  });
}

export type NewPersonInput = NewName & { readonly role: Role; readonly siteId: SiteId | null };
export type AddRefusal = NameRefusal | 'username-taken' | 'site-missing' | 'forbidden';

/** A new person with a role from today; the password is told once and kept as a hash only. */
export async function addPerson(
  db: Database,
  signIn: Pick<SignIn, 'hash'>,
  actor: Actor,
  input: NewPersonInput,
  today: Day,
): Promise<Outcome<{ readonly username: string; readonly password: string }, AddRefusal>> {
  if (!may(actor, 'invite person')) return refused('forbidden');
  const named = decideName(input);
  if (!named.ok) return named;
  const siteId = isProvincial(input.role) ? null : input.siteId;
  if (siteId === null && !isProvincial(input.role)) return refused('site-missing');
  const password = passwordFrom(randomBytes(32));
  const passwordHash = await signIn.hash(password);
  const { username } = named.value;
  return inTransaction(db, async (tx) => {
    if (await findPersonByUsername(tx, username)) return refused('username-taken');
    const personId = newId<'person'>();
    await insertPerson(tx, { ...named.value, personId, passwordHash, demo: false });
    await insertHolding(tx, personId, { role: input.role, siteId, from: today, to: null });
    await appendAudit(tx, {
      siteId,
      personId: actor.personId,
      command: 'invite person',
      record: `person ${personId}`,
      after: { role: input.role },
    });
    return done({ username, password });
  });
}

/** Ends a role at once and signs the person out everywhere; nobody takes their own role away. */
export async function endRole(
  db: Database,
  actor: Actor,
  holdingId: Id<'holding'>,
  today: Day,
): Promise<Outcome<true, 'forbidden' | 'not-found'>> {
  if (!may(actor, 'invite person')) return refused('forbidden');
  return inTransaction(db, async (tx) => {
    const ended = await endHolding(tx, holdingId, actor.personId, addDays(today, -1));
    if (!ended) return refused('not-found');
    await appendAudit(tx, {
      siteId: ended.siteId,
      personId: actor.personId,
      command: 'end role',
      record: `person ${ended.personId}`,
      before: { role: ended.role },
    });
    return done(true);
  });
}

const isProvincial = (role: Role): boolean =>
  role === 'administrator' || role === 'provincial_officer';
