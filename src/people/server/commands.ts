// What can be done with people: make the first administrator from a one-time link.

import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Day } from '#ground/day.ts';
import { newId, type PersonId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import type { DB } from '#ground/server/schema.ts';
import { decideSetup, type SetupInput, type SetupRefusal } from '../setup.ts';
import { shortestPassword, type SignIn } from './sign-in.ts';
import {
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
export async function offerSetup(db: Kysely<DB>): Promise<string | undefined> {
  if (await hasAdministrator(db)) return undefined;
  const token = randomBytes(24).toString('base64url');
  await db.transaction().execute((tx) => replaceSetupLink(tx, hashOf(token)));
  return token;
}

export const isSetupOpen = (db: Kysely<DB>, token: string): Promise<boolean> =>
  isSetupLinkOpen(db, hashOf(token));

/** Makes the first administrator; the link works for one person, once. */
export async function setUpAdministrator(
  db: Kysely<DB>,
  signIn: Pick<SignIn, 'hash'>,
  input: SetupInput & { readonly token: string },
  today: Day,
): Promise<Outcome<PersonId, SetupRefusal>> {
  const decided = decideSetup(input, shortestPassword);
  if (!decided.ok) return decided;
  if (!(await isSetupOpen(db, input.token))) return refused('link-used');
  const passwordHash = await signIn.hash(decided.value.password);
  return db.transaction().execute(async (tx) => {
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
