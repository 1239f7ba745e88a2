// Opening a box on real PostgreSQL: by two, each letter once, and what nobody else may know.

import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#ground/server/db.ts';
import { freshDatabase } from '#ground/server/testing.ts';
import type { BoxId } from '../box.ts';
import { newId } from '#ground/id.ts';
import { toBase64Url } from '#sealed/bytes.ts';
import { readCode } from '#sealed/code.ts';
import { halvesOf } from '#sealed/halves.ts';
import { somebody, today } from '#sealed/server/testing.ts';
import { newSlip, withoutCode } from '../slip.ts';
import { findBox, listDoubtfulSeals } from './box-store.ts';
import { beginOpening, closeOpening, confirmPresence, enterLetter } from './opening-commands.ts';
import { findOpening, listOpenings } from './opening-store.ts';
import { registerSlips } from './slip-commands.ts';
import { findSlip } from './slip-store.ts';
import { aCommand, aTipUnit } from './testing.ts';
import { closing, openBoxes, presence, random } from './box-testing.ts';

const fresh = await freshDatabase();
const {
  intake,
  aBox,
  unit,
  core,
  beginning,
  anOpening,
  confirm,
  count,
  aCounted,
  aSealed,
  countTips,
} = await openBoxes(fresh);
let boxId: BoxId;
beforeEach(async () => {
  boxId = await aBox();
});
afterAll(async () => {
  await intake.stop();
  await fresh.close();
});

describe('opening', () => {
  test('goes from seal to seal by two people, every letter in', async () => {
    const openingId = await aCounted(2);
    const before = await countTips();
    for (const number of [1, 2]) {
      const letter = await aSealed(openingId, number);
      expect(await enterLetter(unit.db, intake, unit.actor, letter)).toMatchObject({ ok: true });
    }
    expect(await countTips()).toBe(before + 2);
    const input = closing(openingId);
    expect(await closeOpening(unit.colleague.db, unit.colleague.actor, input, today)).toMatchObject(
      {
        ok: true,
      },
    );
    expect(await closeOpening(unit.db, unit.actor, input, today)).toMatchObject({ ok: true });
    expect(await findBox(unit.db, boxId)).toMatchObject({
      sealNumber: 'NP 02',
      lastOpenedOn: today,
    });
    expect(await findOpening(unit.db, openingId)).toMatchObject({
      letters: 2,
      entered: [1, 2],
      closedOn: today,
    });
  });

  test('nothing goes on before the second has said by their own sign-in that they are there', async () => {
    const openingId = await anOpening();
    expect(await count(openingId, 1)).toMatchObject({ refusal: 'not-confirmed' });
    expect(await confirmPresence(unit.db, unit.actor, presence(openingId), today)).toMatchObject({
      refusal: 'not-the-second',
    });
    expect(await confirm(openingId)).toMatchObject({ ok: true });
    expect(await confirm(openingId)).toMatchObject({ ok: true });
  });

  test('PostgreSQL itself takes nobody’s presence from another', async () => {
    const openingId = await anOpening();
    const row = {
      opening_id: openingId,
      command_id: aCommand(),
      person_id: unit.colleague.actor.personId,
      confirmed_on: today,
    };
    await expect(unit.db.insertInto('box_presence').values(row).execute()).rejects.toThrow(
      /row-level security/,
    );
  });

  test('and no count either, before both are there', async () => {
    const openingId = await anOpening();
    const update = (db: Database) =>
      db
        .updateTable('box_opening')
        .set({ letters: 3 })
        .where('opening_id', '=', openingId)
        .returning('letters')
        .execute();
    expect(await update(unit.db)).toEqual([]);
    await confirm(openingId);
    expect(await update(unit.db)).toEqual([{ letters: 3 }]);
  });

  test('a letter sent again, or typed anew after its answer was lost, is one tip', async () => {
    const openingId = await aCounted(1);
    const before = await countTips();
    const letter = await aSealed(openingId, 1);
    await enterLetter(unit.db, intake, unit.actor, letter);
    await enterLetter(unit.db, intake, unit.actor, letter);
    const anew = await aSealed(openingId, 1);
    expect(await enterLetter(unit.colleague.db, intake, unit.colleague.actor, anew)).toMatchObject({
      ok: true,
    });
    expect(await countTips()).toBe(before + 1);
    expect((await findOpening(unit.db, openingId))?.entered).toEqual([1]);
  });

  test('of many at once each is in once', async () => {
    const openingId = await aCounted(8);
    const before = await countTips();
    const letters = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((n) => aSealed(openingId, n)));
    await Promise.all(
      [...letters, ...letters].map((letter) => enterLetter(unit.db, intake, unit.actor, letter)),
    );
    expect(await countTips()).toBe(before + 8);
    expect((await findOpening(unit.db, openingId))?.entered).toHaveLength(8);
  });

  test('a letter to a ring that nobody could open is refused, and not ticked off', async () => {
    const openingId = await aCounted(1);
    const letter = { ...(await aSealed(openingId, 1)), epoch: 9 };
    expect(await enterLetter(unit.db, intake, unit.actor, letter)).toEqual({
      ok: false,
      refusal: 'unknown-ring',
    });
    expect((await findOpening(unit.db, openingId))?.entered).toEqual([]);
  });

  test('a box is opened by one pair at a time', async () => {
    await anOpening();
    expect(
      await beginOpening(
        unit.colleague.db,
        unit.colleague.actor,
        {
          ...beginning(),
          second: unit.actor.personId,
        },
        today,
      ),
    ).toMatchObject({ refusal: 'opening-there' });
  });

  test('a broken seal is recorded and told to the province, without a count', async () => {
    const begun = await beginOpening(unit.db, unit.actor, { ...beginning(), whole: 'no' }, today);
    if (!begun.ok) throw new Error(begun.refusal);
    expect(await findOpening(unit.db, begun.value.openingId)).toMatchObject({
      sealState: 'broken',
    });
    const province = await aTipUnit(fresh, 'tinh');
    const told = await listDoubtfulSeals(province.db);
    expect(told.map(({ sealState }) => sealState)).toContain('broken');
    expect(JSON.stringify(told)).not.toContain('letters');
    expect(await listDoubtfulSeals(unit.db)).toEqual([]);
  });
});

describe('who is told of an opening', () => {
  test('a colleague who holds no key and somebody of another unit see no letter count', async () => {
    const openingId = await aCounted(3);
    const other = await aTipUnit(fresh);
    expect(await findOpening(other.db, openingId)).toBeUndefined();
    expect(await listOpenings(other.db, boxId)).toEqual([]);
  });

  test('a core member with a key sees the box and its own opening, no other one', async () => {
    await fresh.owner
      .insertInto('box_key')
      .values({
        box_id: boxId,
        key_id: newId(),
        person_id: core.actor.personId,
        valid_from: today,
      })
      .execute();
    const others = await aCounted(3);
    expect(await findBox(core.db, boxId)).toMatchObject({ boxId });
    expect(await findOpening(core.db, others)).toBeUndefined();
    expect(await listOpenings(core.db, boxId)).toEqual([]);
  });

  test('nobody who is not one of the two counts, enters or closes', async () => {
    const openingId = await aCounted(1);
    const third = await somebody(fresh, 'commune_police', unit.unitId);
    const letter = await aSealed(openingId, 1);
    expect(await enterLetter(third.db, intake, third.actor, letter)).toMatchObject({
      refusal: 'forbidden',
    });
    expect(await closeOpening(third.db, third.actor, closing(openingId), today)).toMatchObject({
      refusal: 'forbidden',
    });
  });

  test('the record says who did what with a box, and no number of letters', async () => {
    const openingId = await aCounted(1);
    await enterLetter(unit.db, intake, unit.actor, await aSealed(openingId, 1));
    await closeOpening(unit.db, unit.actor, closing(openingId), today);
    const rows = await fresh.owner
      .selectFrom('audit')
      .where('record', '=', `box ${boxId}`)
      .select(['command', 'after'])
      .orderBy('audit_id')
      .execute();
    expect(rows.map(({ command }) => command)).toEqual([
      'add box',
      'open box',
      'confirm box opening',
      'count box letters',
      'close box',
    ]);
    expect(rows.find(({ command }) => command === 'count box letters')?.after).toBeNull();
  });
});

describe('code slips', () => {
  const sheetOf = async () => {
    const slip = await newSlip(random);
    const sheet = { commandId: aCommand(), unitId: unit.unitId, slips: [withoutCode(slip)] };
    return { slip, sheet };
  };

  test('a sheet is registered once, and a letter with its slip is read by the slip’s own code', async () => {
    const { slip, sheet } = await sheetOf();
    expect(await registerSlips(unit.db, unit.actor, sheet, today)).toEqual({
      ok: true,
      value: true,
    });
    expect(await registerSlips(unit.db, unit.actor, sheet, today)).toEqual({
      ok: true,
      value: true,
    });
    const found = await findSlip(unit.db, unit.unitId, slip.slipNumber);
    if (!found) throw new Error('no slip');
    const openingId = await aCounted(1);
    const { findHash, answerRecipient } = found;
    const letter = { ...(await aSealed(openingId, 1)), findHash, answerRecipient };
    expect(await enterLetter(unit.db, intake, unit.actor, letter)).toMatchObject({ ok: true });
    const code = readCode(slip.syllables);
    if (!code.ok) throw new Error(code.refusal);
    const { find } = await halvesOf(code.value);
    expect(await intake.findAnswers(toBase64Url(find))).toMatchObject({ state: 'received' });
  });

  test('are looked up by those who open boxes there, and by nobody else', async () => {
    const { slip, sheet } = await sheetOf();
    await registerSlips(unit.db, unit.actor, sheet, today);
    const other = await aTipUnit(fresh);
    expect(await findSlip(other.db, unit.unitId, slip.slipNumber)).toBeUndefined();
    expect(await registerSlips(other.db, other.actor, sheet, today)).toMatchObject({
      refusal: 'forbidden',
    });
  });
});
