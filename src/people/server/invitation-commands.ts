// Letting people in: a sheet is made, made anew, taken back. Only a hash of its code is kept.

import type { Day } from '#ground/day.ts';
import { newId, type CommandId, type PersonId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { enqueueInvitation } from '#ground/server/enqueue-mail.ts';
import { isOwn, mayGive, mayHandle, memberRoles, peopleScope } from '../giving.ts';
import {
  decideInvitation,
  isGoodEnd,
  lastDayFrom,
  type InvitationId,
  type InvitationInput,
  type InvitationRefusal,
} from '../invitation.ts';
import { may } from '../may.ts';
import type { Actor } from '../person.ts';
import { newCode } from './invitation-codes.ts';
import {
  findSheetForUpdate,
  insertInvitation,
  insertRenewal,
  putCode,
  revokeSheet,
  type Sheet,
} from './invitation-store.ts';
import { findPerson } from './people-store.ts';
import { endSessionsOf, hasAccess, holdsOnlyWithinReach } from './role-store.ts';

/** What stands on the sheet. The code is told this once. */
export type SheetMade = {
  readonly invitationId: InvitationId;
  readonly code: string;
  readonly name: string;
  readonly until: Day;
  /** For somebody new; else a new way in for somebody on record. */
  readonly isNew: boolean;
};
type Made<Refusal> = Promise<Outcome<SheetMade, Refusal>>;

/**
 * A sheet for somebody new. The same command again makes no second invitation: it gives the one
 * there is another code, since the first answer may never have arrived.
 */
export const invite = (
  db: Database,
  actor: Actor,
  input: InvitationInput,
  today: Day,
): Made<InvitationRefusal | 'forbidden' | 'not-found'> =>
  inTransaction(db, async (tx) => {
    if (!mayGive(actor, input)) return refused('forbidden');
    const decided = decideInvitation(input, today);
    if (!decided.ok) return decided;
    const { name, until, role, siteId, unitId, from } = decided.value;
    const { code, codeHash } = newCode();
    const known = await findSheetForUpdate(tx, input);
    if (known) {
      if (!known.isOpen || known.invitedBy !== actor.personId) return refused('not-found');
      await putCode(tx, known.invitationId, { codeHash, until: known.until });
      const { name: kept, until: end } = known;
      return done({ invitationId: known.invitationId, code, name: kept, until: end, isNew: true });
    }
    const invitationId = newId<'invitation'>();
    const of = { invitationId, codeHash, commandId: input.commandId, invitedBy: actor.personId };
    await insertInvitation(tx, decided.value, of);
    await enqueueInvitation(tx, invitationId, until);
    await appendAudit(tx, {
      siteId,
      personId: actor.personId,
      command: 'invite person',
      record: `invitation ${invitationId}`,
      after: { role, siteId, unitId, from, until },
    });
    return done({ invitationId, code, name, until, isNew: true });
  });

export type RenewalInput = {
  readonly commandId: CommandId;
  readonly personId: PersonId;
  readonly until?: Day | undefined;
};

/**
 * A new way in for somebody who has lost theirs: signed out everywhere at once, and the sheet sets
 * a new password. Their records and roles stay as they are.
 */
export const renewAccess = (
  db: Database,
  actor: Actor,
  input: RenewalInput,
  today: Day,
): Made<'forbidden' | 'not-found' | 'own' | 'left' | 'until-wrong'> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'renew access')) return refused('forbidden');
    const { personId, commandId, until = lastDayFrom(today) } = input;
    if (!isGoodEnd(until, today)) return refused('until-wrong');
    const person = await findPerson(tx, peopleScope(actor), personId);
    if (!person) return refused('not-found');
    if (isOwn(actor, personId)) return refused('own');
    if (!(await holdsOnlyWithinReach(tx, personId, today, memberRoles)))
      return refused('forbidden');
    if (!(await hasAccess(tx, personId, today))) return refused('left');
    const { code, codeHash } = newCode();
    const { name } = person;
    const known = await findSheetForUpdate(tx, { commandId });
    if (known) {
      if (!known.isOpen || known.personId !== personId) return refused('not-found');
      await putCode(tx, known.invitationId, { codeHash, until });
      return done({ invitationId: known.invitationId, code, name, until, isNew: false });
    }
    const invitationId = newId<'invitation'>();
    const of = { invitationId, codeHash, commandId, invitedBy: actor.personId };
    await insertRenewal(tx, { personId, name, until }, of);
    await endSessionsOf(tx, personId);
    await appendAudit(tx, {
      siteId: null,
      personId: actor.personId,
      command: 'renew access',
      record: `person ${personId}`,
      after: { until },
    });
    return done({ invitationId, code, name, until, isNew: false });
  });

export type SheetInput = { readonly commandId: CommandId; readonly invitationId: InvitationId };

/** The sheet was lost: another code for the same invitation, and the old paper is void. */
export const renewSheet = (
  db: Database,
  actor: Actor,
  { invitationId }: SheetInput,
  today: Day,
): Made<'forbidden' | 'not-found'> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'invite member')) return refused('forbidden');
    const sheet = await findSheetForUpdate(tx, { invitationId });
    if (!sheet?.isOpen || !mayHandle(actor, sheet)) return refused('not-found');
    if (!(await mayStillRenew(tx, sheet, today))) return refused('not-found');
    const { code, codeHash } = newCode();
    const until = lastDayFrom(today);
    await putCode(tx, invitationId, { codeHash, until });
    await record(tx, actor, sheet, 'renew invitation');
    return done({ invitationId, code, name: sheet.name, until, isNew: !sheet.personId });
  });

/** The paper that is out opens nothing any more. */
export const revokeInvitation = (
  db: Database,
  actor: Actor,
  { invitationId }: SheetInput,
): Promise<Outcome<true, 'forbidden' | 'not-found'>> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'invite member')) return refused('forbidden');
    const sheet = await findSheetForUpdate(tx, { invitationId });
    if (!sheet || sheet.acceptedBy || !mayHandle(actor, sheet)) return refused('not-found');
    if (!sheet.isOpen) return done(true);
    await revokeSheet(tx, invitationId);
    await record(tx, actor, sheet, 'revoke invitation');
    return done(true);
  });

type Tx = Parameters<typeof appendAudit>[0];

/** Whoever has come to hold more since the sheet was printed is let in by others. */
const mayStillRenew = async (tx: Tx, { personId }: Sheet, today: Day): Promise<boolean> =>
  personId === null || holdsOnlyWithinReach(tx, personId, today, memberRoles);

const record = (tx: Tx, actor: Actor, sheet: Sheet, command: string): Promise<void> =>
  appendAudit(tx, {
    siteId: sheet.siteId,
    personId: actor.personId,
    command,
    record: `invitation ${sheet.invitationId}`,
    before: { until: sheet.until },
  });
