// A role passes from one person to another on a day, and what its holder had taken on goes along.

import { addDays, type Day } from '#ground/day.ts';
import type { CommandId, PersonId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { enqueueMail } from '#ground/server/enqueue-mail.ts';
import { isOwn, mayPassOn, peopleScope } from '#people/giving.ts';
import { may, permissions } from '#people/may.ts';
import type { Actor, Role } from '#people/person.ts';
import { decideGift, type GiftRefusal } from '#people/role-dates.ts';
import { voidRenewals } from '#people/server/invitation-store.ts';
import { findPerson } from '#people/server/people-store.ts';
import {
  endRoleOn,
  endSessionsOf,
  findHeldRoleForUpdate,
  insertRole,
  listHeldRoles,
  type HeldRole,
  type HoldingId,
} from '#people/server/role-store.ts';
import type { MovedItem } from '../holder.ts';
import {
  findHandOverByCommand,
  insertHandOver,
  wasHandedOver,
  type HandOverId,
} from './hand-over-store.ts';
import { insertHolder, listStepsBegun, listTaken } from './holder-store.ts';

export type HandOverInput = {
  readonly commandId: CommandId;
  readonly holdingId: HoldingId;
  readonly toPerson: PersonId;
  /** The first day of the second person; the first one's last is the day before. */
  readonly onDay: Day;
};
export type HandOverRefusal =
  'forbidden' | 'not-found' | 'own' | 'same-person' | 'ended-already' | GiftRefusal;
type Tx = Parameters<typeof appendAudit>[0];

/**
 * The same role at the same place, from a day on. Where the day lies ahead it passes by itself:
 * both holdings and what goes along carry their days already.
 */
export const handOverRole = (
  db: Database,
  actor: Actor,
  input: HandOverInput,
  today: Day,
): Promise<Outcome<{ readonly handOverId: HandOverId }, HandOverRefusal>> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'hand over role')) return refused('forbidden');
    const { commandId, toPerson, onDay } = input;
    const held = await findHeldRoleForUpdate(tx, peopleScope(actor), input.holdingId);
    if (!held || !(await findPerson(tx, peopleScope(actor), toPerson))) return refused('not-found');
    if (!mayPassOn(actor, held.role)) return refused('forbidden');
    if (isOwn(actor, held.personId) || isOwn(actor, toPerson)) return refused('own');
    const sent = await findHandOverByCommand(tx, commandId);
    if (sent) return done({ handOverId: sent.handOverId });
    if (await wasHandedOver(tx, held.holdingId)) return refused('ended-already');
    const decided = decide(held, input, await listHeldRoles(tx, 'all', [toPerson]), today);
    if (!decided.ok) return decided;
    const duties = await listTaken(tx, held, onDay);
    const steps = isForSteps(held.role) ? await listStepsBegun(tx, held) : [];
    const moved = [...duties, ...steps];
    await endRoleOn(tx, held, { lastDay: addDays(onDay, -1), commandId });
    const { role, siteId, unitId, to } = held;
    const post = { role, siteId, unitId };
    const toHolding = await insertRole(tx, toPerson, { ...post, from: onDay, to, commandId });
    await voidRenewals(tx, toPerson);
    const handOverId = await insertHandOver(tx, {
      ...post,
      commandId,
      toPerson,
      onDay,
      moved,
      toHolding,
      fromPerson: held.personId,
      fromHolding: held.holdingId,
      recordedBy: actor.personId,
    });
    for (const { siteId: at, dutyId } of duties) {
      const holder = { siteId: at, dutyId, personId: toPerson, from: onDay, to, commandId };
      await insertHolder(tx, { ...holder, handOverId });
    }
    if (onDay <= today) await endSessionsOf(tx, held.personId);
    await record(tx, actor, { held, input, moved, handOverId });
    for (const told of [held.personId, toPerson])
      await enqueueMail(tx, told, { kind: 'security notice', event: 'roles changed' });
    return done({ handOverId });
  });

function decide(
  held: HeldRole,
  { toPerson, onDay }: HandOverInput,
  ofOther: readonly HeldRole[],
  today: Day,
): Outcome<unknown, 'same-person' | 'ended-already' | GiftRefusal> {
  if (toPerson === held.personId) return refused('same-person');
  if (held.to !== null && held.to < onDay) return refused('ended-already');
  return decideGift({ ...held, from: onDay }, ofOther, today);
}

const isForSteps = (role: Role): boolean =>
  permissions['advance step'].some((allowed) => allowed === role);

type Passed = {
  readonly held: HeldRole;
  readonly input: HandOverInput;
  readonly moved: readonly MovedItem[];
  readonly handOverId: HandOverId;
};

/** On the record of both people: what each held before, holds after, and exactly what moved. */
async function record(tx: Tx, actor: Actor, passed: Passed): Promise<void> {
  const { held, input, moved, handOverId } = passed;
  const of = { personId: actor.personId, command: 'hand over role' };
  const { role, siteId, unitId, from, to } = held;
  const post = { role, siteId, unitId, handOverId };
  const before = { ...post, from, to };
  const lastDay = addDays(input.onDay, -1);
  const list = moved.map((item) =>
    item.kind === 'duty'
      ? { siteId: item.siteId, dutyId: item.dutyId }
      : { siteId: item.siteId, step: item.number },
  );
  await appendAudit(tx, {
    ...of,
    siteId,
    record: `person ${held.personId}`,
    before,
    after: { to: lastDay, toPerson: input.toPerson, moved: list },
  });
  await appendAudit(tx, {
    ...of,
    siteId,
    record: `person ${input.toPerson}`,
    after: { ...post, from: input.onDay, to, fromPerson: held.personId, moved: list },
  });
}
