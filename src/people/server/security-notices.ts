// What people are told by mail when their account or roles changed or their site was opened, in the same transaction.

import type { PersonId } from '#ground/id.ts';
import type { SecurityEvent } from '#ground/mail.ts';
import type { appendAudit } from '#ground/server/audit.ts';
import { enqueueMail } from '#ground/server/enqueue-mail.ts';

type Transaction = Parameters<typeof appendAudit>[0];

/** The changes a person hears of, and by which of the house's mails. */
export const notices = {
  'change password': 'password changed',
  'turn on second factor': 'second factor changed',
  'turn off second factor': 'second factor changed',
  'renew recovery codes': 'second factor changed',
  'remove second factors': 'second factor changed',
  'use recovery code': 'recovery code used',
  'add passkey': 'passkey added',
  'remove passkey': 'second factor changed',
  'tie provider': 'provider tied',
  'expect at provider': 'provider tied',
  'untie provider': 'provider untied',
  'give role': 'roles changed',
  'end role': 'roles changed',
  'break glass': 'records opened beyond reach',
} as const satisfies Readonly<Record<string, SecurityEvent>>;

export type Noticed = keyof typeof notices;

/** Whoever has given no address hears nothing; the record and the account page say it still. */
export async function noticeTo(tx: Transaction, personId: PersonId, what: Noticed): Promise<void> {
  await enqueueMail(tx, personId, { kind: 'security notice', event: notices[what] });
}
