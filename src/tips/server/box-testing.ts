// For tests: a unit with a box, two who may open it, and the steps of an opening as they are sent.

import { randomBytes } from 'node:crypto';
import { addDays } from '#ground/day.ts';
import { newId, type SiteId, type UnitId } from '#ground/id.ts';
import type { FreshDatabase } from '#ground/server/testing.ts';
import { somebody, today } from '#sealed/server/testing.ts';
import type { BoxId, OpeningId } from '../box.ts';
import { unkeptSlip } from '../slip.ts';
import { addBox } from './box-commands.ts';
import { beginOpening, confirmPresence, countLetters } from './opening-commands.ts';
import { aCommand, aTipUnit, openTestIntake, someBytes, type Unit } from './testing.ts';

type Person = Pick<Unit, 'actor' | 'db'>;

export const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

/** A unit with people of its own; the steps work on the box that was made last. */
export async function openBoxes(fresh: FreshDatabase) {
  const intake = openTestIntake(fresh, () => new Date(`${today}T05:00:00Z`));
  const unit = await aTipUnit(fresh);
  const core = await aCoreMember(fresh, unit.unitId);
  const countTips = async (): Promise<number> =>
    (await fresh.owner.selectFrom('tip').where('door', '=', 'box').select('tip_id').execute())
      .length;
  const boxes = boxesOf(unit);
  return { intake, unit, core, countTips, ...boxes, ...stepsOf(unit, boxes.beginning) };
}

export const presence = (openingId: OpeningId) => ({ commandId: aCommand(), openingId });

export const closing = (openingId: OpeningId, more: object = {}) => ({
  commandId: aCommand(),
  openingId,
  setAside: 0,
  setAsideReason: '',
  differenceReason: '',
  newSeal: 'NP 02',
  handedTo: 'Trực ban',
  ...more,
});

function boxesOf(unit: Unit) {
  let last: BoxId | undefined;
  const adding = () => ({
    commandId: aCommand(),
    unitId: unit.unitId,
    place: 'Cổng nhà văn hóa',
    sealNumber: 'NP 01',
    everyDays: 7,
    usedFrom: addDays(today, -10),
    firstKey: unit.actor.personId,
    secondKey: unit.colleague.actor.personId,
  });
  const aBox = async (): Promise<BoxId> => {
    const added = await addBox(unit.db, unit.actor, adding(), today);
    if (!added.ok) throw new Error(added.refusal);
    last = added.value.boxId;
    return last;
  };
  const beginning = () => ({
    commandId: aCommand(),
    boxId: last ?? newId<'box'>(),
    second: unit.colleague.actor.personId,
    reason: '',
    sealFound: 'NP 01',
    whole: 'yes' as const,
  });
  return { adding, aBox, beginning };
}

function stepsOf(unit: Unit, beginning: ReturnType<typeof boxesOf>['beginning']) {
  const anOpening = async (): Promise<OpeningId> => {
    const begun = await beginOpening(unit.db, unit.actor, beginning(), today);
    if (!begun.ok) throw new Error(begun.refusal);
    return begun.value.openingId;
  };
  const confirm = (openingId: OpeningId) =>
    confirmPresence(unit.colleague.db, unit.colleague.actor, presence(openingId), today);
  const count = (openingId: OpeningId, letters: number) =>
    countLetters(unit.db, unit.actor, { commandId: aCommand(), openingId, letters });
  const aCounted = async (letters: number): Promise<OpeningId> => {
    const openingId = await anOpening();
    await confirm(openingId);
    const counted = await count(openingId, letters);
    if (!counted.ok) throw new Error(counted.refusal);
    return openingId;
  };
  const aSealed = async (openingId: OpeningId, number: number) => ({
    openingId,
    number,
    ringId: unit.ringId,
    epoch: 1,
    ...(await unkeptSlip(random)),
    sealed: someBytes(),
  });
  return { anOpening, confirm, count, aCounted, aSealed };
}

/** Somebody of a site that stands in the commune: the database asks their role where the box hangs. */
async function aCoreMember(fresh: FreshDatabase, unitId: UnitId): Promise<Person> {
  const person = await somebody(fresh, 'commune_police', unitId);
  const siteId = newId<'site'>() as SiteId;
  await fresh.owner
    .deleteFrom('role_holding')
    .where('person_id', '=', person.actor.personId)
    .execute();
  const actor = {
    ...person.actor,
    holdings: [{ role: 'core_member', siteId, from: today, to: null } as const],
  };
  return { actor, db: fresh.reaching({ personId: actor.personId, sites: [siteId] }) };
}
