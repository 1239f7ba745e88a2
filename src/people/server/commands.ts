// What is done before anybody is signed in: the one-time link, and the first administrator by it.

import { createHash, randomBytes } from 'node:crypto';
import type { Day } from '#ground/day.ts';
import { newId, type PersonId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { decideSetup, type SetupInput, type SetupRefusal } from '../setup.ts';
import { shortestPassword } from '../password.ts';
import { decideNewPassword } from './sign-in-password.ts';
import type { SignIn } from './sign-in.ts';
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
  const { name, username } = decided.value;
  const strong = await decideNewPassword(decided.value.password, { words: [name, username] });
  if (!strong.ok) return strong;
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
