// What an administrator does for somebody who cannot come in any more: once, with a reason, and told to the person.

import type { CommandId, PersonId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction } from '#ground/server/db.ts';
import { tidy } from '#ground/text.ts';
import { may } from '../may.ts';
import type { Actor } from '../person.ts';
import type { Tx } from './account-change.ts';
import { noticeTo, type Noticed } from './security-notices.ts';
import { endSessions, insertAccountCommand, isAccountCommandKnown } from './sign-in-store.ts';
import type { SignIn } from './sign-in.ts';

export type Help = {
  readonly personId: PersonId;
  readonly commandId: CommandId;
  /** How the person showed who they are; stands on the record. */
  readonly reason: string;
};
export type HelpRefusal = 'forbidden' | 'reason-missing';

const longestReason = 500;

/**
 * What is done, the end of every session of the person, the row on the record and the mail: all or
 * nothing. Sent twice it is done once. Where `act` gives back a refusal it has changed nothing.
 */
export async function helpPerson<R extends string>(
  signIn: SignIn,
  actor: Actor,
  { personId, commandId, ...help }: Help,
  what: Noticed,
  act: (tx: Tx) => Promise<R | undefined>,
): Promise<Outcome<true, HelpRefusal | R>> {
  if (!may(actor, 'invite person') || actor.personId === personId) return refused('forbidden');
  const reason = tidy(help.reason);
  if (reason === '' || reason.length > longestReason) return refused('reason-missing');
  return inTransaction(signIn.as(actor.personId), async (tx) => {
    if (await isAccountCommandKnown(tx, commandId)) return done(true);
    const refusal = await act(tx);
    if (refusal !== undefined) return refused(refusal);
    await insertAccountCommand(tx, commandId);
    await endSessions(tx, personId, { but: null });
    await appendAudit(tx, {
      siteId: null,
      personId: actor.personId,
      command: what,
      record: `person ${personId}`,
      after: { reason },
    });
    await noticeTo(tx, personId, what);
    return done(true);
  });
}
