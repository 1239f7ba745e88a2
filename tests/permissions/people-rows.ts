// For tests: who may do what with people, their roles and their accounts, and with a glass.

import { addDays, type Instant } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import type { Role } from '#people/person.ts';
import { breakGlass, endGlass, seeGlass } from '#people/server/glass-commands.ts';
import {
  invite,
  renewAccess,
  renewSheet,
  revokeInvitation,
} from '#people/server/invitation-commands.ts';
import { endRole, giveRole, letGo } from '#people/server/role-commands.ts';
import { requireSecondFactor } from '#people/server/second-factor-commands.ts';
import { endStandIn, nameStandIn } from '#people/server/standing-in-commands.ts';
import { testDay as today } from '#sites/server/testing.ts';
import { commandId, ofHouse, ofSite, type CommandRows, type Where } from './matrix.ts';

const admin: readonly Role[] = ['administrator'];
const inviters: readonly Role[] = ['administrator', 'provincial_officer', 'commune_police'];
const renewers: readonly Role[] = ['administrator', 'commune_police'];
const movers: readonly Role[] = ['administrator', 'provincial_officer'];
const breakers: readonly Role[] = ['provincial_officer', 'commune_police'];
const everybody: readonly Role[] = [
  'administrator',
  'provincial_officer',
  'data_protection_officer',
  'commune_police',
  'core_member',
  'viewer',
];

const now = { now: new Date().toISOString() as Instant, timeZone: 'Asia/Ho_Chi_Minh' };
const aSheet = () => ({ commandId: commandId(), invitationId: newId<'invitation'>() });
const somebody = () => ({ commandId: commandId(), personId: newId<'person'>() });
const opening = ({ siteId }: Where) => ({
  siteId,
  commandId: commandId(),
  openingId: newId<'opening'>(),
});
const memberAt = ({ siteId }: Where) => ({ role: 'core_member' as const, siteId, unitId: null });
const policeAt = ({ siteId }: Where) => ({
  role: 'commune_police' as const,
  siteId,
  unitId: null,
});
const officer = { role: 'provincial_officer' as const, siteId: null, unitId: null };
const invitation = { name: ' ', email: '', from: today, until: today };

export const peopleRows: CommandRows = {
  'invite a core member': ofSite(inviters, (db, actor, where) =>
    invite(db, actor, { ...invitation, ...memberAt(where), commandId: commandId() }, today),
  ),
  'invite a commune officer': ofSite(movers, (db, actor, where) =>
    invite(db, actor, { ...invitation, ...policeAt(where), commandId: commandId() }, today),
  ),
  'invite an officer': ofHouse(admin, (db, actor) =>
    invite(db, actor, { ...invitation, ...officer, commandId: commandId() }, today),
  ),
  renewAccess: ofHouse(renewers, (db, actor) => renewAccess(db, actor, somebody(), today)),
  renewSheet: ofHouse(inviters, (db, actor) => renewSheet(db, actor, aSheet(), today)),
  revokeInvitation: ofHouse(inviters, (db, actor) => revokeInvitation(db, actor, aSheet())),
  'giveRole of a core member': ofSite(inviters, (db, actor, where) =>
    giveRole(db, actor, { ...somebody(), ...memberAt(where), from: today, to: null }, today),
  ),
  'giveRole of an officer': ofHouse(admin, (db, actor) =>
    giveRole(db, actor, { ...somebody(), ...officer, from: today, to: null }, today),
  ),
  endRole: ofHouse(inviters, (db, actor) =>
    endRole(
      db,
      actor,
      { commandId: commandId(), holdingId: newId<'holding'>(), lastDay: today },
      today,
    ),
  ),
  letGo: ofHouse(renewers, (db, actor) => letGo(db, actor, somebody(), today)),
  'nameStandIn for a core member': ofHouse(movers, (db, actor, { withoutAccessCheck, memberId }) =>
    nameStandIn(
      { db, people: withoutAccessCheck },
      actor,
      { ...somebody(), absentId: memberId, from: today, to: today, reason: 'nghỉ' },
      today,
    ),
  ),
  endStandIn: ofHouse(everybody, (db, actor) =>
    endStandIn(db, actor, { commandId: commandId(), standInId: newId<'stand-in'>() }, today),
  ),
  requireSecondFactor: ofHouse(admin, (db, actor) =>
    requireSecondFactor(
      db,
      actor,
      {
        role: 'viewer',
        needsSecondFactor: true,
        graceUntil: addDays(today, -1),
        commandId: commandId(),
      },
      today,
    ),
  ),
  breakGlass: ofHouse(breakers, (db, actor, { siteId }) =>
    breakGlass(
      db,
      actor,
      { siteId, commandId: commandId(), caseKey: 'danger', reason: '', hours: 1 },
      now,
    ),
  ),
  endGlass: ofHouse(breakers, (db, actor, where) => endGlass(db, actor, opening(where), now)),
  seeGlass: ofHouse(['provincial_officer'], (db, actor, where) =>
    seeGlass(db, actor, { ...opening(where), remark: '' }),
  ),
};

/** No role decides these; each with what does. */
export const withoutRole: Readonly<Record<string, string>> = {
  offerSetup: 'the operator’s start, while nobody administers',
  isSetupOpen: 'the one-time link of the first administrator',
  setUpAdministrator: 'the one-time link of the first administrator',
  openInvitation: 'the code of the sheet',
  acceptInvitation: 'the code of the sheet',
  enterWithPassword: 'the password',
  findSecondStep: 'the sign-in that has begun',
  enterWithCode: 'the code of the second factor',
  isCodeRight: 'the code of the second factor',
  askForPasskey: 'the passkey',
  enterWithPasskey: 'the passkey',
  leaveForProvider: 'the province’s identity provider',
  comeBackFromProvider: 'the province’s identity provider',
  changePassword: 'one’s own account, by one’s own session',
  startAuthenticator: 'one’s own account, by one’s own session',
  findAuthenticatorState: 'one’s own account, by one’s own session',
  confirmFirstCode: 'one’s own account, by one’s own session',
  turnOffAuthenticator: 'one’s own account, by one’s own session',
  renewRecoveryCodes: 'one’s own account, by one’s own session',
  endOwnSessions: 'one’s own account, by one’s own session',
  nameOwnSession: 'one’s own account, by one’s own session',
  askForNewPasskey: 'one’s own account, by one’s own session',
  addPasskey: 'one’s own account, by one’s own session',
  removeOwnPasskey: 'one’s own account, by one’s own session',
  untieProvider: 'one’s own account, by one’s own session',
  proveBeforeTying: 'one’s own account, by one’s own session',
  chooseMail: 'one’s own mail',
  askAboutMyData: 'one’s own right, whatever the role',
  lookThroughGlass: 'gives the person back unchanged where nothing is open: glass.test.ts',
};

/** Like a row, but tried with the sign-in library where it lives. */
export const triedElsewhere: Readonly<Record<string, string>> = {
  removeSecondFactors: 'src/people/server/account-help.test.ts',
  expectAtProvider: 'src/people/server/provider.test.ts',
};
