// Asking for a mail in the transaction of its cause: it goes out if, and only if, that is committed.

import type { Transaction } from 'kysely';
import { newId, type PersonId } from '../id.ts';
import { hasAddress, type Mail } from '../mail.ts';
import { enqueue } from './queue.ts';
import type { DB } from './schema.ts';

/** False where the person has given no address: whoever asks must have another way to tell them. */
export async function enqueueMail(
  tx: Transaction<DB>,
  to: PersonId,
  mail: Exclude<Mail, { kind: 'test' }>,
): Promise<boolean> {
  const person = await tx
    .selectFrom('person')
    .select('email')
    .where('id', '=', to)
    .executeTakeFirst();
  if (!person || !hasAddress(person.email)) return false;
  const mailId = newId<'mail'>();
  await tx.insertInto('mail').values({ mail_id: mailId, person_id: to, kind: mail.kind }).execute();
  await enqueue(tx, 'send mail', { mailId, to, mail });
  return true;
}
