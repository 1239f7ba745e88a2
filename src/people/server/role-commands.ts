// Roles from a day until a day: one more for somebody on record, the end of one, the end of all.

import { addDays, type Day } from '#ground/day.ts';
import type { CommandId, PersonId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { decidePlace, isOwn, mayGive, peopleScope, rolesToGive, type RoleAt } from '../giving.ts';
import { may } from '../may.ts';
import type { Actor } from '../person.ts';
import { decideEnd, decideGift, type EndRefusal, type GiftRefusal } from '../role-dates.ts';
import { revokeSheetsOf, voidRenewals } from './invitation-store.ts';
import { findPerson } from './people-store.ts';
import {
  endRoleOn,
  endSessionsOf,
  findGiven,
  findHeldRoleForUpdate,
  hasOtherAdministrator,
  holdsOnlyWithinReach,
  insertRole,
  listHeldRoles,
  listHeldRolesForUpdate,
  wasEndedBy,
  type HeldRole,
  type HoldingId,
} from './role-store.ts';
import { noticeTo } from './security-notices.ts';

type Refused = 'forbidden' | 'not-found' | 'own';
type Tx = Parameters<typeof appendAudit>[0];

export type GiftInput = RoleAt & {
  readonly commandId: CommandId;
  readonly personId: PersonId;
  readonly from: Day;
  /** The last day; null for as long as nobody ends it. */
  readonly to: Day | null;
};

/** One more role for somebody on record, also for somebody who had left. */
export const giveRole = (
  db: Database,
  actor: Actor,
  input: GiftInput,
  today: Day,
): Promise<Outcome<{ readonly holdingId: HoldingId }, Refused | GiftRefusal | 'place-missing'>> =>
  inTransaction(db, async (tx) => {
    if (!mayGive(actor, input)) return refused('forbidden');
    if (isOwn(actor, input.personId)) return refused('own');
    const { personId, commandId, from, to } = input;
    if (!(await findPerson(tx, peopleScope(actor), personId))) return refused('not-found');
    const sent = await findGiven(tx, commandId);
    if (sent) return done(sent);
    const placed = decidePlace(input);
    if (!placed.ok) return placed;
    const held = await listHeldRoles(tx, peopleScope(actor), [personId]);
    const decided = decideGift({ ...placed.value, from, to }, held, today);
    if (!decided.ok) return decided;
    const holdingId = await insertRole(tx, personId, { ...decided.value, commandId });
    await voidRenewals(tx, personId);
    await appendAudit(tx, {
      siteId: placed.value.siteId,
      personId: actor.personId,
      command: 'give role',
      record: `person ${personId}`,
      after: decided.value,
    });
    await noticeTo(tx, personId, 'give role');
    return done({ holdingId });
  });

export type EndInput = {
  readonly commandId: CommandId;
  readonly holdingId: HoldingId;
  /** The last day on which it holds; yesterday ends it at once. */
  readonly lastDay: Day;
};

/** Ends a role on a day. Where that is at once, the person is signed out everywhere. */
export const endRole = (
  db: Database,
  actor: Actor,
  input: EndInput,
  today: Day,
): Promise<Outcome<true, Refused | EndRefusal | 'last-administrator'>> =>
  inTransaction(db, async (tx) => {
    if (rolesToGive(actor).length === 0) return refused('forbidden');
    const held = await findHeldRoleForUpdate(tx, peopleScope(actor), input.holdingId);
    if (!held || !mayGive(actor, held)) return refused('not-found');
    if (isOwn(actor, held.personId)) return refused('own');
    if (await wasEndedBy(tx, input.commandId)) return done(true);
    const decided = decideEnd(held, input.lastDay, today);
    if (!decided.ok) return decided;
    if (await isLastAdministrator(tx, held, input.lastDay)) return refused('last-administrator');
    await endOne(tx, actor, held, input);
    await noticeTo(tx, held.personId, 'end role');
    if (input.lastDay < today) await endSessionsOf(tx, held.personId);
    return done(true);
  });

export type LeavingInput = { readonly commandId: CommandId; readonly personId: PersonId };

/**
 * Somebody leaves: every role, every session, and the sheets they had printed end at once. What
 * they did keeps their name.
 */
export const letGo = (
  db: Database,
  actor: Actor,
  { commandId, personId }: LeavingInput,
  today: Day,
): Promise<Outcome<true, Refused | 'last-administrator'>> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'renew access')) return refused('forbidden');
    if (!(await findPerson(tx, peopleScope(actor), personId))) return refused('not-found');
    if (isOwn(actor, personId)) return refused('own');
    if (await wasEndedBy(tx, commandId)) return done(true);
    const roles = rolesToGive(actor);
    if (!(await holdsOnlyWithinReach(tx, personId, today, roles))) return refused('forbidden');
    const lastDay = addDays(today, -1);
    const held = (await listHeldRolesForUpdate(tx, peopleScope(actor), personId)).filter(
      ({ to }) => to === null || to >= today,
    );
    if (held.length === 0) return refused('not-found');
    for (const one of held) {
      if (await isLastAdministrator(tx, one, lastDay)) return refused('last-administrator');
    }
    for (const one of held) await endOne(tx, actor, one, { lastDay, commandId });
    await endSessionsOf(tx, personId);
    await revokeSheetsOf(tx, personId);
    await noticeTo(tx, personId, 'end role');
    return done(true);
  });

const isLastAdministrator = async (
  tx: Tx,
  { role, personId }: HeldRole,
  lastDay: Day,
): Promise<boolean> =>
  role === 'administrator' && !(await hasOtherAdministrator(tx, personId, addDays(lastDay, 1)));

async function endOne(
  tx: Tx,
  actor: Actor,
  held: HeldRole,
  end: { readonly lastDay: Day; readonly commandId: CommandId },
): Promise<void> {
  await endRoleOn(tx, held, end);
  const { role, siteId, unitId, from, to, personId } = held;
  await appendAudit(tx, {
    siteId,
    personId: actor.personId,
    command: 'end role',
    record: `person ${personId}`,
    before: { role, siteId, unitId, from, to },
    after: { to: end.lastDay },
  });
}
