// What people are told by mail when the safety of their account changed, in the transaction of the change.

import type { PersonId } from '#ground/id.ts';
import type { SecurityEvent } from '#ground/mail.ts';
import type { appendAudit } from '#ground/server/audit.ts';
import { enqueueMail } from '#ground/server/enqueue-mail.ts';

type Transaction = Parameters<typeof appendAudit>[0];

/** The changes of signing in that a person hears of, and by which of the house's mails. */
export const notices = {
  'change password': 'password changed',
  'turn on second factor': 'second factor changed',
  'turn off second factor': 'second factor changed',
  'renew recovery codes': 'second factor changed',
  'remove second factors': 'second factor changed',
  'use recovery code': 'recovery code used',
  'add passkey': 'passkey added',
  'remove passkey': 'second factor changed',
  'tie provider': 'second factor changed',
  'untie provider': 'second factor changed',
} as const satisfies Readonly<Record<string, SecurityEvent>>;

export type Noticed = keyof typeof notices;

/** Whoever has given no address hears nothing; the record and the account page say it still. */
export async function noticeTo(tx: Transaction, personId: PersonId, what: Noticed): Promise<void> {
  await enqueueMail(tx, personId, { kind: 'security notice', event: notices[what] });
}
