// The SQL of invitations: sheets that are out, and what became of them.

import { sql, type Kysely, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { CommandId, PersonId, SiteId, UnitId } from '#ground/id.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Invitation, InvitationId, NewInvitation } from '../invitation.ts';
import type { Role, Scope } from '../person.ts';
import { placeName, withinSites } from './role-store.ts';

type Reader = Kysely<DB> | Transaction<DB>;

type Issued = {
  readonly invitationId: InvitationId;
  readonly commandId: CommandId;
  readonly codeHash: string;
  readonly invitedBy: PersonId;
};

export async function insertInvitation(
  tx: Transaction<DB>,
  invitation: NewInvitation,
  of: Issued,
): Promise<void> {
  await tx
    .insertInto('invitation')
    .values({
      ...issued(of),
      name: invitation.name,
      role: invitation.role,
      site_id: invitation.siteId,
      unit_id: invitation.unitId,
      holds_from: invitation.from,
      email: invitation.email,
      valid_until: invitation.until,
    })
    .execute();
}

/** A new way in for somebody on record; every earlier sheet for them is void from now on. */
export async function insertRenewal(
  tx: Transaction<DB>,
  whom: { readonly personId: PersonId; readonly name: string; readonly until: Day },
  of: Issued,
): Promise<void> {
  await voidRenewals(tx, whom.personId);
  await tx
    .insertInto('invitation')
    .values({
      ...issued(of),
      person_id: whom.personId,
      name: whom.name,
      valid_until: whom.until,
    })
    .execute();
}

const issued = (of: Issued) => ({
  invitation_id: of.invitationId,
  command_id: of.commandId,
  code_hash: of.codeHash,
  invited_by: of.invitedBy,
});

export type Sheet = {
  readonly invitationId: InvitationId;
  /** Whose account it opens again; null for somebody new. */
  readonly personId: PersonId | null;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role | null;
  readonly siteId: SiteId | null;
  readonly unitId: UnitId | null;
  readonly from: Day | null;
  readonly until: Day;
  readonly invitedBy: PersonId;
  readonly acceptedCommandId: CommandId | null;
  readonly acceptedBy: PersonId | null;
  readonly isOpen: boolean;
};

const sheets = (db: Reader) =>
  db
    .selectFrom('invitation')
    .select(['invitation_id as invitationId', 'person_id as personId', 'name', 'email', 'role'])
    .select(['site_id as siteId', 'unit_id as unitId', 'holds_from as from'])
    .select(['valid_until as until', 'invited_by as invitedBy'])
    .select(['accepted_command_id as acceptedCommandId', 'accepted_by as acceptedBy'])
    .select(sql<boolean>`accepted_at is null and revoked_at is null`.as('isOpen'))
    .$narrowType<Sheet>();

/** Whoever holds the code holds the sheet. */
export const findSheetByCode = (db: Reader, codeHash: string): Promise<Sheet | undefined> =>
  sheets(db).where('code_hash', '=', codeHash).executeTakeFirst();

/** Nobody else uses or revokes it before the transaction ends. */
export const findSheetForUpdate = (
  tx: Transaction<DB>,
  by: { readonly invitationId: InvitationId } | { readonly commandId: CommandId },
): Promise<Sheet | undefined> =>
  ('commandId' in by
    ? sheets(tx).where('command_id', '=', by.commandId)
    : sheets(tx).where('invitation_id', '=', by.invitationId)
  )
    .forUpdate()
    .executeTakeFirst();

/** From now on another code opens it, until another day; the paper that is out is void. */
export async function putCode(
  tx: Transaction<DB>,
  invitationId: InvitationId,
  code: { readonly codeHash: string; readonly until: Day },
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ code_hash: code.codeHash, valid_until: code.until })
    .where('invitation_id', '=', invitationId)
    .execute();
}

export async function revokeSheet(tx: Transaction<DB>, invitationId: InvitationId): Promise<void> {
  await revoke(tx).where('invitation_id', '=', invitationId).execute();
}

/** What somebody who leaves had printed, for others and for themselves. */
export async function revokeSheetsOf(tx: Transaction<DB>, personId: PersonId): Promise<void> {
  await revoke(tx).where('invited_by', '=', personId).execute();
  await voidRenewals(tx, personId);
}

/** Every open sheet for somebody on record, whoever printed it: what they hold has changed. */
export async function voidRenewals(tx: Transaction<DB>, personId: PersonId): Promise<void> {
  await sql`SELECT void_renewals(${personId})`.execute(tx);
}

const revoke = (tx: Transaction<DB>) =>
  tx
    .updateTable('invitation')
    .set({ revoked_at: sql<string>`now()` })
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null);

export async function closeSheet(
  tx: Transaction<DB>,
  invitationId: InvitationId,
  by: { readonly personId: PersonId; readonly commandId: CommandId },
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({
      accepted_at: sql<string>`now()`,
      accepted_by: by.personId,
      accepted_command_id: by.commandId,
    })
    .where('invitation_id', '=', invitationId)
    .execute();
}

/** The new password of whoever holds an open sheet for their own account. */
export async function renewPassword(
  tx: Transaction<DB>,
  invitationId: InvitationId,
  passwordHash: string,
): Promise<void> {
  const { rows } = await sql<{ renewed: boolean }>`
    SELECT renew_password(${invitationId}, ${passwordHash}) AS renewed`.execute(tx);
  if (!rows[0]?.renewed) throw new Error('no open sheet for an account');
}

/** The sheets that are out, the latest first; of some sites, or one's own. */
export async function listOpenInvitations(
  db: Reader,
  reader: { readonly personId: PersonId; readonly scope: Scope },
  today: Day,
  limit = 200,
): Promise<readonly Invitation[]> {
  const rows = await db
    .selectFrom('invitation')
    .innerJoin('person as inviter', 'inviter.id', 'invitation.invited_by')
    .leftJoin('person as known', 'known.id', 'invitation.person_id')
    .leftJoin('site', 'site.site_id', 'invitation.site_id')
    .leftJoin('unit', 'unit.unit_id', 'invitation.unit_id')
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('valid_until', '>=', today)
    .where((eb) =>
      eb.or([
        withinSites(reader.scope, 'invitation.site_id'),
        eb('invited_by', '=', reader.personId),
      ]),
    )
    .select(['invitation_id as invitationId', 'invitation.name', 'invitation.email', 'role'])
    .select(['valid_until as until', 'invited_by as invitedBy', 'inviter.name as invitedByName'])
    .select(['invited_at as invitedAt', 'holds_from as from', 'person_id as personId'])
    .select(['known.username', placeName.as('place')])
    .select(['invitation.site_id as siteId', 'invitation.unit_id as unitId'])
    .orderBy('invited_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(
    ({ role, from, place, siteId, unitId, personId, username, ...sheet }) =>
      ({
        ...sheet,
        ...(personId
          ? { kind: 'renewal', personId, username }
          : { kind: 'new', role, from, place, siteId, unitId }),
      }) as Invitation,
  );
}

/** Which of the user names beginning so are taken. */
export async function listUsernamesLike(db: Reader, start: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('person')
    .select('username')
    .where(sql<boolean>`starts_with(username, ${start})`)
    .execute();
  return new Set(rows.map(({ username }) => username));
}

export async function isEmailTaken(db: Reader, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst();
  return row !== undefined;
}

export async function putEmail(
  tx: Transaction<DB>,
  personId: PersonId,
  email: string,
): Promise<void> {
  await tx.updateTable('person').set({ email }).where('id', '=', personId).execute();
}
