// How tips end: letters after their hand-over, cases after their end, orphaned pieces; a mark by month is left.

import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, dayAt, type Day, type Instant } from '#ground/day.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { listRules } from '#law/server/store.ts';
import type { Intake } from '../intake.ts';
import { keepingOf } from '../keeping.ts';
import type { LetterInput } from '../tip.input.ts';
import type { TipId } from '../tip.ts';
import { endTips, findTip, listEnded } from './store.ts';
import {
  aLetter,
  aPiece,
  aTipUnit,
  more,
  openTestIntake,
  someBytes,
  type Unit,
} from './testing.ts';

const today = dayAt(new Date().toISOString() as Instant, 'UTC');
/** As the catalogue has them. */
const [bodyDays, caseDays, pieceDays] = [30, 365, 3];
let fresh: FreshDatabase;
let intake: Intake;
let unit: Unit;
let letter: LetterInput;
let tipId: TipId;
beforeAll(async () => {
  fresh = await freshDatabase();
  intake = openTestIntake(fresh);
});
afterAll(async () => {
  await intake.stop();
  await fresh.close();
});
beforeEach(async () => {
  unit = await aTipUnit(fresh);
  letter = aLetter(unit.ringId, { identity: someBytes(300) });
  await intake.receivePiece(aPiece(letter, 0));
  await intake.receiveTip(letter, 'hotline');
  const row = await fresh.owner
    .selectFrom('tip_letter')
    .where('command_id', '=', letter.commandId)
    .select('tip_id')
    .executeTakeFirstOrThrow();
  tipId = row.tip_id as TipId;
});

/** As if it had all happened that many days ago. */
const set = (values: {
  readonly state?: string;
  readonly handedOver?: Day | null;
  readonly last?: Day;
  readonly stateOn?: Day;
}) =>
  sql`
  UPDATE tip SET state = ${values.state ?? 'closed'}, handed_over_on = ${values.handedOver ?? null},
    last_letter_on = ${values.last ?? addDays(today, -900)},
    state_on = ${values.stateOn ?? today} WHERE tip_id = ${tipId}`.execute(fresh.owner);
const left = async () => {
  const { rows } = await sql<Record<string, number>>`
    SELECT (SELECT count(*)::integer FROM tip WHERE tip_id = ${tipId}) AS tip,
      (SELECT count(*)::integer FROM tip_letter WHERE tip_id = ${tipId}) AS letters,
      (SELECT count(*)::integer FROM tip_identity WHERE tip_id = ${tipId}) AS identities,
      (SELECT count(*)::integer FROM tip_piece
        WHERE find_hash = sha256(${Buffer.from(letter.find, 'base64url')})) AS pieces`.execute(
    fresh.owner,
  );
  return rows[0];
};
const all = { tip: 1, letters: 1, identities: 1, pieces: 1 };
const handedOver = addDays(today, -bodyDays);

describe('what a tip says', () => {
  test('is erased when its term is over, with its files and who sent it, and not a day before', async () => {
    await set({ handedOver: addDays(handedOver, 1) });
    await endTips(fresh.db, today);
    expect(await left()).toEqual(all);
    await set({ handedOver });
    await endTips(fresh.db, today);
    expect(await left()).toEqual({ tip: 1, letters: 0, identities: 0, pieces: 0 });
    expect(await findTip(unit.db, tipId)).toMatchObject({ bodyEndedOn: today, hasIdentity: false });
    expect(await intake.findAnswers(letter.find)).toMatchObject({
      state: 'closed',
      bodyEndedOn: today,
      endedOn: null,
    });
  });
  test('is erased on the very day that those on duty are told', async () => {
    await set({ handedOver });
    const tip = await findTip(unit.db, tipId);
    if (!tip) throw new Error('the unit sees its tip');
    const keeping = keepingOf(tip, await listRules(fresh.db, today));
    expect(keeping).toMatchObject({ value: { kind: 'until', day: today, isWarned: true } });
  });
  test('stays as long as nobody has confirmed the hand-over, however old it is', async () => {
    await set({ state: 'received', handedOver: null });
    await endTips(fresh.db, today);
    expect(await left()).toEqual(all);
  });
  test('stays where somebody wrote since', async () => {
    await set({ handedOver, last: addDays(handedOver, 1) });
    await endTips(fresh.db, today);
    expect(await left()).toEqual(all);
  });
  test('that comes after all was erased has a term of its own', async () => {
    await set({ handedOver });
    await endTips(fresh.db, today);
    expect((await intake.receiveTip(more(letter), 'web')).ok).toBe(true);
    await endTips(fresh.db, today);
    expect((await left())?.['letters']).toBe(1);
    await set({ handedOver, last: handedOver });
    await sql`UPDATE tip SET body_ended_on = ${addDays(handedOver, -1)}
      WHERE tip_id = ${tipId}`.execute(fresh.owner);
    await endTips(fresh.db, today);
    expect((await left())?.['letters']).toBe(0);
  });
});

describe('a case', () => {
  const ended = addDays(today, -caseDays);
  test('leaves a mark by month when its term is over, and its code a true answer', async () => {
    await set({ handedOver: ended, stateOn: addDays(ended, 1) });
    await endTips(fresh.db, today);
    expect((await left())?.['tip']).toBe(1);
    await set({ handedOver: ended, stateOn: ended });
    await endTips(fresh.db, today);
    expect((await left())?.['tip']).toBe(0);
    const month = `${today.slice(0, 8)}01`;
    expect(await listEnded(unit.db)).toEqual([
      { ringId: unit.ringId, receivedIn: month, door: 'hotline', class: null, state: 'closed' },
    ]);
    expect(await intake.findAnswers(letter.find)).toMatchObject({
      endedOn: today,
      receivedOn: null,
    });
    expect(await intake.receiveTip(more(letter), 'web')).toMatchObject({ refusal: 'ended' });
    expect(await intake.receiveTip(letter, 'web')).toMatchObject({ refusal: 'ended' });
    expect(await intake.receivePiece(aPiece(letter, 0))).toMatchObject({ refusal: 'ended' });
    expect((await left())?.['tip']).toBe(0);
  });
  test('that is still with the investigators stays', async () => {
    await sql`UPDATE tip SET class = 'b', register_number = '1' WHERE tip_id = ${tipId}`.execute(
      fresh.owner,
    );
    await set({ state: 'confirmed', handedOver: ended, stateOn: ended });
    await endTips(fresh.db, today);
    expect(await left()).toMatchObject({ tip: 1, letters: 0 });
  });
});

describe('pieces of a file', () => {
  test('whose letter never came are erased; those of a tip are not', async () => {
    const orphan = aLetter(unit.ringId);
    const piece = aPiece(orphan, 0);
    await intake.receivePiece(piece);
    const days = (on: Day) => sql`UPDATE tip_piece SET day = ${on}`.execute(fresh.owner);
    await days(addDays(today, 1 - pieceDays));
    await endTips(fresh.db, today);
    expect(await intake.listPieces(orphan.find, piece.uploadId)).toEqual([0]);
    await days(addDays(today, -pieceDays));
    await endTips(fresh.db, today);
    expect(await intake.listPieces(orphan.find, piece.uploadId)).toEqual([]);
    expect(await left()).toEqual(all);
  });
});

describe('nobody', () => {
  test('hurries it: a later day, and a person, are refused', async () => {
    await expect(endTips(fresh.db, addDays(today, 2))).rejects.toThrow(/not yet/);
    await expect(endTips(unit.db, today)).rejects.toThrow(/not yet/);
    const { personId } = unit.actor;
    const reaching = fresh.reaching({ personId, sites: 'all' });
    await expect(endTips(reaching, today)).rejects.toThrow(/not yet/);
  });
  test('is told how many: the tombstones everybody in charge sees are not of tips', async () => {
    await set({ handedOver });
    await endTips(fresh.db, today);
    const { rows } = await sql`SELECT FROM tombstone WHERE table_name LIKE 'tip%'`.execute(
      fresh.owner,
    );
    expect(rows).toEqual([]);
  });
});
