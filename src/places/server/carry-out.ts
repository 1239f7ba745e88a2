// Carries out what was decided about units: rows, changes, the sites' places and the audit, together.

import { addDays, type Day } from '#ground/day.ts';
import { newId, type CommandId, type UnitId } from '#ground/id.ts';
import { appendAudit } from '#ground/server/audit.ts';
import type { inTransaction } from '#ground/server/db.ts';
import type { Actor } from '#people/person.ts';
import type { PlannedChange } from '../carry.ts';
import { decideTies, type Tie } from '../ties.ts';
import { asTitle, unitsById, type Unit, type Units } from '../unit.ts';
import { endUnits, insertChange, insertUnits, moveSites } from './change-store.ts';
import { listPlacesIn } from './site-place-store.ts';
import { listBelow, listParts, listWithParents } from './store.ts';

type Tx = Parameters<Parameters<typeof inTransaction>[1]>[0];

type TieTerms = {
  readonly effectiveOn: Day;
  readonly legalAct: string;
  readonly commandId: CommandId;
};

/** How many of the ties said something new. */
export async function tieAll(
  tx: Tx,
  actor: Actor,
  ties: readonly Tie[],
  { commandId, ...terms }: TieTerms,
): Promise<number> {
  const old = ties.flatMap(({ from }) => from.map(({ unitId }) => unitId));
  const ids = [...ties.map(({ to }) => to), ...old];
  const eve = addDays(terms.effectiveOn, -1);
  const [named, below] = [await listWithParents(tx, ids), await listBelow(tx, old, eve)];
  const onEve = below.filter(({ validTo, level }) => validTo === eve && level === 'thon');
  const belowIds = onEve.map(({ unitId }) => unitId);
  const places = await listPlacesIn(tx, [...old, ...belowIds]);
  const parts = await listParts(tx, [...ids, ...belowIds]);
  const units = unitsById([...named, ...onEve]);
  const changes = decideTies(ties, terms, { units, below: onEve, places, parts }, newId);
  for (const [position, change] of changes.entries()) {
    await write(tx, actor, change, units, { commandId, position });
  }
  return changes.length;
}

type Sent = { readonly commandId: CommandId; readonly position: number };

export async function write(
  tx: Tx,
  actor: Actor,
  change: PlannedChange,
  known: Units,
  sent: Sent,
): Promise<void> {
  const { personId } = actor;
  const units: Units = new Map([
    ...known,
    ...change.begun.map((unit) => [unit.unitId, unit] as const),
  ]);
  await endUnits(tx, change.ended, addDays(change.effectiveOn, -1));
  await insertUnits(tx, change.begun, units);
  await insertChange(tx, change, { ...sent, personId });
  await moveSites(tx, change.moves, change.effectiveOn, units);
  await appendAudit(tx, { siteId: null, personId, ...auditOf(change, units) });
  for (const { siteId, from, to } of change.moves) {
    const [before, after] = [{ unitId: from }, { unitId: to, from: change.effectiveOn }];
    const record = `site ${siteId}`;
    await appendAudit(tx, { siteId, personId, command: 'move site', record, before, after });
  }
}

function auditOf({ kind, effectiveOn, legalAct, parts, moves }: PlannedChange, units: Units) {
  const name = (unitId: UnitId | null): string =>
    asTitle(nameOf(unitId ? units.get(unitId) : undefined));
  const said = parts.map(({ from, to, partial }) => ({ from: name(from), to: name(to), partial }));
  const [first] = parts;
  return {
    command: `${kind} unit`,
    record: `unit ${first?.to ?? first?.from ?? ''}`,
    after: { effectiveOn, legalAct, parts: said.slice(0, 50), sites: moves.length },
  };
}

const nameOf = (unit: Unit | undefined): string => unit?.name ?? '';
