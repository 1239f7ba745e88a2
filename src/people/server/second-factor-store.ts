// The rows of second factors: authenticators, recovery codes, passkeys.

import type { Kysely, Transaction } from 'kysely';
import type { Day, Instant } from '#ground/day.ts';
import type { Id, PersonId } from '#ground/id.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Has } from '../second-factor.ts';
import type { KeptPasskey } from './sign-in-passkeys.ts';

type Reader = Kysely<DB> | Transaction<DB>;
type Writer = Transaction<DB>;

export async function findFactors(db: Reader, personId: PersonId): Promise<Has> {
  const authenticator = await findAuthenticator(db, personId);
  const passkey = await db
    .selectFrom('passkey')
    .select('passkey_id')
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst();
  return { authenticator: authenticator?.confirmed ?? false, passkeys: passkey !== undefined };
}

export type Authenticator = {
  readonly sealedSecret: string;
  readonly lastStep: number;
  readonly confirmed: boolean;
};

export async function findAuthenticator(
  db: Reader,
  personId: PersonId,
): Promise<Authenticator | undefined> {
  const row = await db
    .selectFrom('second_factor')
    .select(['secret', 'last_step', 'confirmed_at'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    sealedSecret: row.secret,
    lastStep: row.last_step,
    confirmed: row.confirmed_at !== null,
  };
}

/** One that waits for its first code; a confirmed one stays as it is. */
export async function putAuthenticator(
  tx: Writer,
  personId: PersonId,
  sealedSecret: string,
): Promise<void> {
  await tx
    .insertInto('second_factor')
    .values({ person_id: personId, secret: sealedSecret })
    .onConflict((conflict) =>
      conflict
        .column('person_id')
        .doUpdateSet({ secret: sealedSecret, last_step: 0 })
        .where('second_factor.confirmed_at', 'is', null),
    )
    .execute();
}

/** True for the one caller who used the code of this step first. */
export async function useStep(db: Reader, personId: PersonId, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('person_id', '=', personId)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function confirmAuthenticator(
  tx: Writer,
  personId: PersonId,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('second_factor')
    .set({ confirmed_at: now.toISOString() })
    .where('person_id', '=', personId)
    .execute();
}

/** With its recovery codes; false where there was none. */
export async function removeAuthenticator(tx: Writer, personId: PersonId): Promise<boolean> {
  await tx.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
  const { numDeletedRows } = await tx
    .deleteFrom('second_factor')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** The earlier ones, used or not, are worth nothing from now on. */
export async function replaceRecoveryCodes(
  tx: Writer,
  personId: PersonId,
  hashes: readonly string[],
): Promise<void> {
  await tx.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
  const rows = hashes.map((code_hash) => ({ person_id: personId, code_hash }));
  await tx.insertInto('recovery_code').values(rows).execute();
}

/** True for the one caller who used it; everybody after gets false. */
export async function useRecoveryCode(
  db: Reader,
  personId: PersonId,
  hash: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recovery_code')
    .set({ used_at: now.toISOString() })
    .where('person_id', '=', personId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function countRecoveryCodes(db: Reader, personId: PersonId): Promise<number> {
  const { count } = await db
    .selectFrom('recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export type OwnPasskey = KeptPasskey & {
  readonly passkeyId: Id<'passkey'>;
  readonly personId: PersonId;
  readonly name: string;
  readonly madeAt: Instant;
  readonly usedOn: Day | null;
};

const passkeys = (db: Reader) =>
  db
    .selectFrom('passkey')
    .select([
      'passkey_id as passkeyId',
      'person_id as personId',
      'credential_id as credentialId',
      'public_key as publicKey',
      'counter',
      'transports',
      'name',
      'made_at as madeAt',
      'used_on as usedOn',
    ])
    .$narrowType<{
      passkeyId: Id<'passkey'>;
      personId: PersonId;
      madeAt: Instant;
      usedOn: Day | null;
    }>();

export const listPasskeys = (db: Reader, personId: PersonId): Promise<readonly OwnPasskey[]> =>
  passkeys(db).where('person_id', '=', personId).orderBy('made_at').execute();

export const findPasskey = (db: Reader, credentialId: string): Promise<OwnPasskey | undefined> =>
  passkeys(db).where('credential_id', '=', credentialId).executeTakeFirst();

export type NewPasskey = KeptPasskey & Pick<OwnPasskey, 'passkeyId' | 'personId' | 'name'>;

export async function insertPasskey(tx: Writer, passkey: NewPasskey): Promise<void> {
  await tx
    .insertInto('passkey')
    .values({
      passkey_id: passkey.passkeyId,
      person_id: passkey.personId,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: [...passkey.transports],
      name: passkey.name,
    })
    .execute();
}

export async function notePasskeyUse(
  db: Reader,
  credentialId: string,
  counter: number,
  on: Day,
): Promise<void> {
  await db
    .updateTable('passkey')
    .set({ counter, used_on: on })
    .where('credential_id', '=', credentialId)
    .execute();
}

/** Its name, or undefined where the person has no such passkey. */
export async function removePasskey(
  tx: Writer,
  personId: PersonId,
  passkeyId: Id<'passkey'>,
): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('passkey')
    .where('person_id', '=', personId)
    .where('passkey_id', '=', passkeyId)
    .returning('name')
    .executeTakeFirst();
  return row?.name;
}

/** Every factor of a person, for whoever lost them all. */
export async function removeAllFactors(tx: Writer, personId: PersonId): Promise<boolean> {
  const removed = await removeAuthenticator(tx, personId);
  const { numDeletedRows } = await tx
    .deleteFrom('passkey')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return removed || numDeletedRows > 0n;
}
