// The register of boxes on real PostgreSQL: who keeps it, and what everybody may know of it.

import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '#ground/server/testing.ts';
import type { BoxId } from '../box.ts';
import { addDays } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { somebody, today } from '#sealed/server/testing.ts';
import { addBox, changeKeyholders, changeRhythm, endBox, moveBox } from './box-commands.ts';
import { findBox, listBoxes, listHungBoxes, listPeopleForBox, listPlacesOf } from './box-store.ts';
import { beginOpening } from './opening-commands.ts';
import { aCommand, aTipUnit } from './testing.ts';
import { openBoxes } from './box-testing.ts';

const fresh = await freshDatabase();
const { intake, aBox, unit, adding, beginning } = await openBoxes(fresh);
let boxId: BoxId;
beforeEach(async () => {
  boxId = await aBox();
});
afterAll(async () => {
  await intake.stop();
  await fresh.close();
});

describe('the register of boxes', () => {
  test('a box is added once, however often the form is sent', async () => {
    const input = adding();
    const first = await addBox(unit.db, unit.actor, input, today);
    expect(await addBox(unit.db, unit.actor, input, today)).toEqual(first);
    const ids = (await listBoxes(unit.db)).map((box) => box.boxId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is kept by those on duty there: nobody of another commune, nobody in their name', async () => {
    const other = await aTipUnit(fresh);
    expect(await addBox(other.db, other.actor, adding(), today)).toMatchObject({
      refusal: 'forbidden',
    });
    const standIn = { ...unit.actor, actingFor: { personId: newId<'person'>(), name: 'Ví Dụ' } };
    expect(await addBox(unit.db, standIn, adding(), today)).toMatchObject({ refusal: 'forbidden' });
    const rhythm = { commandId: aCommand(), boxId, everyDays: 3 };
    expect(await changeRhythm(other.db, other.actor, rhythm)).toMatchObject({
      refusal: 'not-found',
    });
  });

  test('remembers where the box hung, and tells everybody only where it hangs', async () => {
    const move = { commandId: aCommand(), boxId, place: 'Trước trạm y tế', day: today };
    expect(await moveBox(unit.db, unit.actor, move)).toMatchObject({ ok: true });
    expect(await moveBox(unit.db, unit.actor, move)).toMatchObject({ ok: true });
    expect((await listPlacesOf(unit.db, boxId)).map(({ place }) => place)).toEqual([
      'Trước trạm y tế',
      'Cổng nhà văn hóa',
    ]);
    const nobody = fresh.reaching({ personId: null, sites: [] });
    const hung = await listHungBoxes(nobody, unit.unitId);
    expect(hung.filter((one) => one.boxId === boxId)).toEqual([
      { boxId, place: 'Trước trạm y tế' },
    ]);
    expect(await listBoxes(nobody)).toEqual([]);
  });

  test('changes its rhythm and its keys; two stay two', async () => {
    await changeRhythm(unit.db, unit.actor, { commandId: aCommand(), boxId, everyDays: 3 });
    const another = await somebody(fresh, 'commune_police', unit.unitId);
    const keys = {
      commandId: aCommand(),
      boxId,
      firstKey: unit.actor.personId,
      secondKey: another.actor.personId,
    };
    expect(await changeKeyholders(unit.db, unit.actor, keys, today)).toMatchObject({ ok: true });
    const box = await findBox(unit.db, boxId);
    expect(box?.everyDays).toBe(3);
    expect(box?.keyholders.map(({ personId }) => personId).toSorted()).toEqual(
      [unit.actor.personId, another.actor.personId].toSorted(),
    );
  });

  test('a box taken down is not opened any more, and no longer told of', async () => {
    const day = addDays(today, -1);
    await endBox(unit.db, unit.actor, { commandId: aCommand(), boxId, day });
    expect(await beginOpening(unit.db, unit.actor, beginning(), today)).toMatchObject({
      refusal: 'not-in-use',
    });
    const hung = await listHungBoxes(unit.db, unit.unitId);
    expect(hung.map((one) => one.boxId)).not.toContain(boxId);
  });

  test('names for keyholders are told to those who keep boxes there, and to nobody else', async () => {
    expect((await listPeopleForBox(unit.db, unit.unitId)).length).toBeGreaterThan(1);
    const other = await aTipUnit(fresh);
    expect(await listPeopleForBox(other.db, unit.unitId)).toEqual([]);
  });
});
