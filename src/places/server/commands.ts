// What a person does with units: change them, tie them to what they came from, tie a site to one.

import { addDays, type Day } from '#ground/day.ts';
import { newId, type CommandId, type SiteId, type UnitId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { may } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { decideChange, type ChangeRefusal, type ChangeWish, type ChangeWorld } from '../change.ts';
import type { PlannedChange } from '../carry.ts';
import { decidePlace, type PlaceRefusal } from '../placing.ts';
import { endsBefore, type Tie } from '../ties.ts';
import { unitsById, type Unit, type Units } from '../unit.ts';
import { tieAll, write } from './carry-out.ts';
import { isChangeSent, lockUnits } from './change-store.ts';
import { insertPlaced } from './placing-store.ts';
import { endPlace, listPlacesIn, listSitePlaces } from './site-place-store.ts';
import { findLineage, listBelow, listParts, listRivals, listWithParents } from './store.ts';

export type Foreseen = { readonly change: PlannedChange; readonly world: ChangeWorld };
export type ChangeOutcome<T> = Outcome<T, ChangeRefusal | 'forbidden'>;

/** What the change would do; nothing is written. */
export const previewChange = async (
  db: Database,
  actor: Actor,
  wish: ChangeWish,
): Promise<ChangeOutcome<Foreseen>> =>
  may(actor, 'manage unit') ? foreseen(db, wish) : refused('forbidden');

/** Does it: old units end, new ones begin, what stood in them goes along. Sent twice, it is done once. */
export const changeUnits = (
  db: Database,
  actor: Actor,
  wish: ChangeWish & { readonly commandId: CommandId },
): Promise<ChangeOutcome<{ readonly begun: readonly UnitId[] }>> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'manage unit')) return refused('forbidden');
    await lockUnits(tx);
    if (await isChangeSent(tx, wish.commandId)) return done({ begun: [] });
    const decided = await foreseen(tx, wish);
    if (!decided.ok) return decided;
    const { change, world } = decided.value;
    await write(tx, actor, change, world.units, { commandId: wish.commandId, position: 0 });
    return done({ begun: change.begun.map(({ unitId }) => unitId) });
  });

export type TieInput = Tie & { readonly commandId: CommandId; readonly legalAct: string };
export type TieRefusal =
  | 'forbidden'
  | 'unit-unknown'
  | 'levels-differ'
  | 'not-ended-before'
  | 'nothing-new'
  | 'legal-act-missing';

/** Says by hand what a unit on record came from, where a file could not. */
export const tieUnits = (
  db: Database,
  actor: Actor,
  input: TieInput,
): Promise<Outcome<true, TieRefusal>> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'manage unit')) return refused('forbidden');
    await lockUnits(tx);
    if (await isChangeSent(tx, input.commandId)) return done(true);
    const ids = [input.to, ...input.from.map(({ unitId }) => unitId)];
    const units = unitsById(await listWithParents(tx, ids));
    const target = tieTarget(input, units);
    if (!target.ok) return target;
    const { commandId, legalAct } = input;
    const terms = { effectiveOn: target.value.validFrom, legalAct, commandId };
    const written = await tieAll(tx, actor, [input], terms);
    return written === 0 ? refused('nothing-new') : done(true);
  });

function tieTarget({ to, from, legalAct }: TieInput, units: Units): Outcome<Unit, TieRefusal> {
  const target = units.get(to);
  const old = from.flatMap(({ unitId }) => units.get(unitId) ?? []);
  if (legalAct.trim() === '') return refused('legal-act-missing');
  if (!target || old.length !== from.length || old.length === 0) return refused('unit-unknown');
  if (old.some(({ level }) => level !== target.level)) return refused('levels-differ');
  const fits = old.every((unit) => endsBefore(unit, target.validFrom));
  return fits ? done(target) : refused('not-ended-before');
}

export type PlaceSiteInput = {
  readonly siteId: SiteId;
  readonly unitId: UnitId;
  readonly from: Day;
};

/** Ties a site to its hamlet or commune; the same again changes nothing. */
export const placeSite = (
  db: Database,
  actor: Actor,
  input: PlaceSiteInput,
): Promise<Outcome<true, PlaceRefusal | 'forbidden'>> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'manage unit', input.siteId)) return refused('forbidden');
    await lockUnits(tx);
    const earlier = await listSitePlaces(tx, 'all', [input.siteId]);
    const isThere = earlier.some(
      ({ unitId, validFrom }) => unitId === input.unitId && validFrom === input.from,
    );
    if (isThere) return done(true);
    const lineage = await findLineage(tx, [input.unitId]);
    const decided = decidePlace(input, lineage, earlier);
    if (!decided.ok) return decided;
    const { endsOn, places } = decided.value;
    if (endsOn !== null) await endPlace(tx, input.siteId, endsOn);
    await insertPlaced(tx, places, lineage.units);
    await appendAudit(tx, {
      siteId: input.siteId,
      personId: actor.personId,
      command: 'place site',
      record: `site ${input.siteId}`,
      before: { unitId: earlier.at(-1)?.unitId ?? null },
      after: { unitId: input.unitId, from: input.from },
    });
    return done(true);
  });

/** Reads everything the change could touch and decides. */
async function foreseen(db: Database, wish: ChangeWish): Promise<Outcome<Foreseen, ChangeRefusal>> {
  const eve = addDays(wish.effectiveOn, -1);
  const old = wish.from.map(({ unitId }) => unitId);
  const parents = wish.to.flatMap(({ parentId }) => parentId ?? []);
  const named = await listWithParents(db, [...old, ...parents]);
  const below = await listBelow(db, old, eve);
  const parts = await listParts(db, old);
  const world: ChangeWorld = {
    units: unitsById([...named, ...below]),
    below,
    places: await listPlacesIn(db, [...old, ...below.map(({ unitId }) => unitId)]),
    succeeded: new Set(parts.flatMap(({ from }) => from ?? [])),
    rivals: await listRivals(db, wanted(wish, unitsById(named)), wish.effectiveOn),
  };
  const decided = decideChange(wish, world, newId);
  return decided.ok ? done({ change: decided.value, world }) : decided;
}

const wanted = ({ from, to, level }: ChangeWish, units: Units) => {
  const first = from[0] && units.get(from[0].unitId);
  return to.map(({ name, code, parentId }) => ({
    name: name.trim(),
    code,
    level: first?.level ?? level ?? ('thon' as const),
    parentId: parentId ?? first?.parentId ?? null,
  }));
};
