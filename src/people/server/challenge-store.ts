// The rows of sign-ins that have begun and wait for their second half, and of links to a provider.

import type { Kysely, Transaction } from 'kysely';
import type { PersonId } from '#ground/id.ts';
import type { DB } from '#ground/server/schema.ts';

type Reader = Kysely<DB> | Transaction<DB>;

export type Purpose = 'second factor' | 'passkey sign-in' | 'new passkey' | 'provider';

export type Challenge = {
  readonly purpose: Purpose;
  readonly personId: PersonId | null;
  /** What the one who began it must find again; never what would open the account. */
  readonly content: Readonly<Record<string, string>>;
};

/** Those whose time is over leave with every new one. */
export async function insertChallenge(
  db: Reader,
  tokenHash: string,
  challenge: Challenge,
  times: { readonly now: Date; readonly expiresAt: Date },
): Promise<void> {
  await db
    .deleteFrom('sign_in_challenge')
    .where('expires_at', '<', times.now.toISOString())
    .execute();
  await db
    .insertInto('sign_in_challenge')
    .values({
      token_hash: tokenHash,
      purpose: challenge.purpose,
      person_id: challenge.personId,
      content: JSON.stringify(challenge.content),
      expires_at: times.expiresAt.toISOString(),
    })
    .execute();
}

type Asked = { readonly tokenHash: string; readonly purpose: Purpose; readonly now: Date };

export async function findChallenge(
  db: Reader,
  { tokenHash, purpose, now }: Asked,
): Promise<Challenge | undefined> {
  const row = await db
    .selectFrom('sign_in_challenge')
    .select(['person_id', 'content'])
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst();
  return row && challengeFrom(purpose, row);
}

/** For the one caller who takes it; everybody after finds nothing. */
export async function takeChallenge(
  db: Reader,
  { tokenHash, purpose, now }: Asked,
): Promise<Challenge | undefined> {
  const row = await db
    .deleteFrom('sign_in_challenge')
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now.toISOString())
    .returning(['person_id', 'content'])
    .executeTakeFirst();
  return row && challengeFrom(purpose, row);
}

const challengeFrom = (
  purpose: Purpose,
  row: { readonly person_id: string | null; readonly content: unknown },
): Challenge => ({
  purpose,
  personId: row.person_id as PersonId | null,
  content: row.content as Challenge['content'],
});

export type ProviderLink = {
  readonly personId: PersonId;
  readonly subject: string | null;
  readonly expectedName: string | null;
};

const links = (db: Reader, issuer: string) =>
  db
    .selectFrom('provider_link')
    .select(['person_id as personId', 'subject', 'expected_name as expectedName'])
    .$narrowType<{ personId: PersonId }>()
    .where('issuer', '=', issuer);

export const findLinkOf = (
  db: Reader,
  issuer: string,
  personId: PersonId,
): Promise<ProviderLink | undefined> =>
  links(db, issuer).where('person_id', '=', personId).executeTakeFirst();

export async function findLinkedPerson(
  db: Reader,
  issuer: string,
  subject: string,
): Promise<PersonId | undefined> {
  const row = await links(db, issuer).where('subject', '=', subject).executeTakeFirst();
  return row?.personId;
}

/** The person an administrator wrote this name down for, tied from now on to the subject; once. */
export async function tieExpectedName(
  tx: Transaction<DB>,
  issuer: string,
  subject: string,
  name: string,
): Promise<PersonId | undefined> {
  const row = await tx
    .updateTable('provider_link')
    .set({ subject, tied_at: new Date().toISOString() })
    .where('issuer', '=', issuer)
    .where('expected_name', '=', name)
    .where('subject', 'is', null)
    .returning('person_id')
    .executeTakeFirst();
  return row?.person_id as PersonId | undefined;
}

/** False, and nothing changed, where somebody else has this subject or this name already. */
export async function putLink(
  tx: Transaction<DB>,
  issuer: string,
  { personId, subject, expectedName }: ProviderLink,
): Promise<boolean> {
  const taken = await links(tx, issuer)
    .where('person_id', '!=', personId)
    .where((eb) => eb.or([eb('subject', '=', subject), eb('expected_name', '=', expectedName)]))
    .executeTakeFirst();
  if (taken) return false;
  await tx.deleteFrom('provider_link').where('person_id', '=', personId).execute();
  // Whoever took it since then breaks the whole transaction: nothing of it is kept.
  await tx
    .insertInto('provider_link')
    .values({
      person_id: personId,
      issuer,
      subject,
      expected_name: expectedName,
      tied_at: subject === null ? null : new Date().toISOString(),
    })
    .execute();
  return true;
}

export async function removeLink(tx: Transaction<DB>, personId: PersonId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('provider_link')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
