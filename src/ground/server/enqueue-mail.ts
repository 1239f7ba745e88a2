// Asking for a mail in the transaction of its cause: it goes out if, and only if, that is committed.

import type { Transaction } from 'kysely';
import type { Day } from '../day.ts';
import { newId, type Id, type PersonId } from '../id.ts';
import { hasAddress, type Mail } from '../mail.ts';
import { enqueue } from './queue.ts';
import type { DB } from './schema.ts';

/** False where the person has given no address: whoever asks must have another way to tell them. */
export async function enqueueMail(
  tx: Transaction<DB>,
  to: PersonId,
  mail: Exclude<Mail, { kind: 'test' | 'invitation' }>,
): Promise<boolean> {
  const person = await tx
    .selectFrom('person')
    .select('email')
    .where('id', '=', to)
    .executeTakeFirst();
  if (!person || !hasAddress(person.email)) return false;
  await ask(tx, { person_id: to }, mail);
  return true;
}

/**
 * To the address a person has just left, which the person no longer carries: it stands with the
 * mail until that went out or was given up. False where it can receive nothing.
 */
export async function enqueueToFormer(
  tx: Transaction<DB>,
  to: PersonId,
  formerAddress: string,
  mail: Extract<Mail, { kind: 'security notice' }>,
): Promise<boolean> {
  if (!hasAddress(formerAddress)) return false;
  await ask(tx, { person_id: to, former_address: formerAddress }, mail);
  return true;
}

/** To the address that stands with an invitation; false where none does. */
export async function enqueueInvitation(
  tx: Transaction<DB>,
  invitationId: Id<'invitation'>,
  until: Day,
): Promise<boolean> {
  const invitation = await tx
    .selectFrom('invitation')
    .select('email')
    .where('invitation_id', '=', invitationId)
    .executeTakeFirst();
  if (!invitation?.email || !hasAddress(invitation.email)) return false;
  await ask(tx, { invitation_id: invitationId }, { kind: 'invitation', until });
  return true;
}

type Whom =
  | { readonly person_id: PersonId; readonly former_address?: string }
  | { readonly invitation_id: Id<'invitation'> };

async function ask(tx: Transaction<DB>, whom: Whom, mail: Mail): Promise<void> {
  const mailId = newId<'mail'>();
  await tx
    .insertInto('mail')
    .values({ mail_id: mailId, kind: mail.kind, ...whom })
    .execute();
  await enqueue(tx, 'send mail', { mailId, mail });
}
