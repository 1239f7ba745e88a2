// Naming who does the work of somebody away, and ending it before its day.

import type { Day } from '#ground/day.ts';
import type { CommandId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import type { Actor } from '../person.ts';
import {
  decideStandIn,
  mayName,
  type StandInId,
  type StandInInput,
  type StandInRefusal,
} from '../standing-in.ts';
import { hasAccess, listHeldRoles } from './role-store.ts';
import {
  endStandInBefore,
  findStandIn,
  findStandInByCommand,
  insertStandIn,
  listStandIns,
} from './standing-in-store.ts';

type Named = { readonly standInId: StandInId };

/**
 * The person who will be away names somebody, or whoever may pass their roles on does; nobody names
 * themselves. `people` sees everybody's roles: the one standing in often works elsewhere.
 */
export const nameStandIn = (
  { db, people }: { readonly db: Database; readonly people: Database },
  actor: Actor,
  input: StandInInput,
  today: Day,
): Promise<Outcome<Named, StandInRefusal | 'forbidden' | 'own' | 'no-access'>> =>
  inTransaction(db, async (tx) => {
    const held = (await listHeldRoles(people, 'all', [input.absentId])).filter(
      ({ from, to }) => from <= input.to && (to === null || to >= input.from),
    );
    if (!mayName(actor, input.absentId, held)) return refused('forbidden');
    if (input.personId === actor.personId) return refused('own');
    const sent = await findStandInByCommand(tx, input.commandId);
    if (sent) return done({ standInId: sent.standInId });
    const named = await listStandIns(people, { absentId: input.absentId }, today);
    const decided = decideStandIn(input, held, named, today);
    if (!decided.ok) return decided;
    if (!(await hasAccess(people, input.personId, input.from))) return refused('no-access');
    const standInId = await insertStandIn(tx, decided.value, actor.personId);
    const { personId, from, to, reason } = decided.value;
    await appendAudit(tx, {
      siteId: null,
      personId: actor.personId,
      command: 'name stand-in',
      record: `person ${input.absentId}`,
      after: { standIn: personId, from, to, reason },
    });
    return done({ standInId });
  });

export type EndStandInInput = { readonly commandId: CommandId; readonly standInId: StandInId };

/** At once, by the person who was away, by the one standing in, or by whoever may name them. */
export const endStandIn = (
  db: Database,
  actor: Actor,
  { standInId }: EndStandInInput,
  today: Day,
): Promise<Outcome<true, 'forbidden' | 'not-found'>> =>
  inTransaction(db, async (tx) => {
    if (actor.holdings.length === 0) return refused('forbidden');
    const standIn = await findStandIn(tx, standInId);
    if (!standIn) return refused('not-found');
    const { absentId, personId, namedBy } = standIn;
    const isTheirs = [absentId, personId, namedBy].includes(actor.personId);
    const held = await listHeldRoles(tx, 'all', [absentId]);
    if (!isTheirs && !mayName(actor, absentId, held)) return refused('not-found');
    if (standIn.to < today) return done(true);
    await endStandInBefore(tx, standIn, today);
    await appendAudit(tx, {
      siteId: null,
      personId: actor.personId,
      command: 'end stand-in',
      record: `person ${standIn.absentId}`,
      before: { standIn: standIn.personId, to: standIn.to },
    });
    return done(true);
  });
