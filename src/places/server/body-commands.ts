// What a person does with bodies: found one or all the usual ones, rename, end, renew after a merger.

import type { Day } from '#ground/day.ts';
import type { CommandId, UnitId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { listRules } from '#law/server/store.ts';
import { may } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import {
  decideEnd,
  decideFound,
  decideRename,
  decideRenewal,
  decideUsual,
  type BodyPlan,
  type BodyRefusal,
  type NewBody,
  type UnitBodies,
} from '../body-change.ts';
import type { Body, BodyId } from '../body.ts';
import type { BodyInput } from '../body.input.ts';
import {
  findBody,
  isBodyChangeSent,
  listBodies,
  listWaitingBodies,
  lockBodies,
  writeBodies,
} from './body-store.ts';
import { findUnit } from './store.ts';

type Tx = Parameters<typeof listBodies>[0] & Parameters<typeof writeBodies>[0];
type Refused = 'forbidden' | 'not-found' | BodyRefusal;
/** How many bodies began; none where it was done before. */
export type BodyOutcome = Outcome<{ readonly begun: number }, Refused>;
type Decided = Outcome<BodyPlan, 'not-found' | BodyRefusal>;

type AtUnit = { readonly commandId: CommandId; readonly unitId: UnitId };
type OfBody = { readonly commandId: CommandId; readonly bodyId: BodyId; readonly legalAct: string };

export const foundBody = (db: Database, actor: Actor, input: BodyInput): Promise<BodyOutcome> =>
  atUnit(db, actor, { ...input, command: 'found body' }, async (tx, unit) =>
    decideFound(unit, input satisfies NewBody, await listRules(tx, input.from)),
  );

/** Every body a unit of its level usually has, named after it; those that are there stay. */
export const foundUsualBodies = (
  db: Database,
  actor: Actor,
  input: AtUnit & { readonly from: Day; readonly legalAct: string },
  origin: { readonly demo: boolean } = { demo: false },
): Promise<BodyOutcome> =>
  atUnit(db, actor, { ...input, ...origin, command: 'found usual bodies' }, async (tx, unit) =>
    decideUsual(unit, input, await listRules(tx, input.from)),
  );

/** What stood at the units this one came from goes on here, from this unit's first day. */
export const renewBodies = (
  db: Database,
  actor: Actor,
  input: AtUnit & { readonly legalAct: string },
): Promise<BodyOutcome> =>
  atUnit(db, actor, { ...input, command: 'renew bodies' }, async (tx, unit) => {
    const { unitId, validFrom } = unit.unit;
    const old = await listWaitingBodies(tx, validFrom, { unitId, limit: mostRenewed });
    return decideRenewal(unit, old, input.legalAct);
  });

export const renameBody = (
  db: Database,
  actor: Actor,
  input: OfBody & { readonly name: string; readonly from: Day },
): Promise<BodyOutcome> =>
  withBody(db, actor, { ...input, command: 'rename body' }, (body) => decideRename(body, input));

export const endBody = (
  db: Database,
  actor: Actor,
  input: OfBody & { readonly lastDay: Day },
): Promise<BodyOutcome> =>
  withBody(db, actor, { ...input, command: 'end body' }, (body) => decideEnd(body, input));

/** More than all units that were ever merged into one have. */
const mostRenewed = 500;

type Done = { readonly commandId: CommandId; readonly command: string; readonly demo?: boolean };

const atUnit = (
  db: Database,
  actor: Actor,
  input: Done & { readonly unitId: UnitId },
  decide: (tx: Tx, unit: UnitBodies) => Promise<Decided>,
): Promise<BodyOutcome> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'manage unit')) return refused('forbidden');
    await lockBodies(tx, input.unitId);
    if (await isBodyChangeSent(tx, input.commandId)) return done({ begun: 0 });
    const unit = await findUnit(tx, input.unitId);
    if (!unit) return refused('not-found');
    const present = await listBodies(tx, [input.unitId]);
    const decided = await decide(tx, { unit, present });
    return decided.ok ? write(tx, actor, input, decided.value) : decided;
  });

const withBody = (
  db: Database,
  actor: Actor,
  input: Done & { readonly bodyId: BodyId },
  decide: (body: Body) => Decided,
): Promise<BodyOutcome> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'manage unit')) return refused('forbidden');
    const seen = await findBody(tx, input.bodyId);
    if (!seen) return refused('not-found');
    await lockBodies(tx, seen.unitId);
    if (await isBodyChangeSent(tx, input.commandId)) return done({ begun: 0 });
    const body = await findBody(tx, input.bodyId);
    const decided = body ? decide(body) : refused('not-found');
    return decided.ok ? write(tx, actor, input, decided.value) : decided;
  });

async function write(
  tx: Tx,
  { personId }: Actor,
  { commandId, command, demo = false }: Done,
  plan: BodyPlan,
): Promise<BodyOutcome> {
  await writeBodies(tx, plan, { commandId, personId, demo });
  const ids = [...plan.ended, ...plan.begun].map(({ bodyId }) => bodyId);
  await appendAudit(tx, {
    siteId: null,
    personId,
    command,
    record: `body ${ids[0] ?? ''}`,
    before: { ended: plan.ended },
    after: { begun: plan.begun },
  });
  return done({ begun: plan.begun.length });
}
