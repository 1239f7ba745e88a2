// What those who answer the hotline do: keep its number and roster, hand in sealed calls, note missed ones.

import { addDays, type Day } from '#ground/day.ts';
import type { UnitId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { mayWithoutSite } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { isOnDuty, listFitting } from '#sealed/server/ring-store.ts';
import { decideShifts, type ShiftId, type ShiftRefusal } from '../hotline.ts';
import type {
  AnsweredInput,
  CallInput,
  HotlineInput,
  MissedInput,
  ShiftInput,
  ShiftsInput,
} from '../hotline.input.ts';
import type { Intake, LetterRefusal, Received } from '../intake.ts';
import {
  areShiftsSent,
  findShift,
  findUnitOfCall,
  insertMissedCall,
  insertShifts,
  listShifts,
  lockRoster,
  markAnswered,
  markTaken,
  removeShiftRow,
  saveHotline,
} from './hotline-store.ts';

type Tx = Parameters<typeof appendAudit>[0];
type Refused = 'forbidden' | 'not-found';

/** The number that public pages tell, by which paper, and when it was tried. */
export const setHotline = (
  db: Database,
  actor: Actor,
  { unitId, phone, source, checkedOn }: HotlineInput,
  today: Day,
): Promise<Outcome<true, 'forbidden' | 'in-future'>> =>
  atUnit(db, actor, unitId, async (tx) => {
    if (checkedOn > today) return refused('in-future');
    const hotline = { phone, source, checkedOn: checkedOn || null };
    await saveHotline(tx, unitId, hotline, { personId: actor.personId, on: today });
    await audit(tx, actor, 'set hotline', unitId, { phone, source });
    return done(true);
  });

/** One shift on each of several days. */
export const addShifts = (
  db: Database,
  actor: Actor,
  input: ShiftsInput,
): Promise<Outcome<true, 'forbidden' | ShiftRefusal>> =>
  atUnit(db, actor, input.unitId, async (tx) => {
    const { unitId, from, days } = input;
    await lockRoster(tx, unitId);
    if (await areShiftsSent(tx, input.commandId)) return done(true);
    const shifts = await listShifts(tx, unitId, from, addDays(from, days));
    const fitting = await listFitting(tx, { purpose: 'tip', unitId });
    const decided = decideShifts(input, { shifts, fitting });
    if (!decided.ok) return decided;
    await insertShifts(tx, decided.value, input);
    await audit(tx, actor, 'add hotline shifts', unitId);
    return done(true);
  });

export const removeShift = (
  db: Database,
  actor: Actor,
  { shiftId }: ShiftInput,
  today: Day,
): Promise<Outcome<true, Refused>> =>
  onShift(db, actor, shiftId, async (tx, { unitId }) => {
    await removeShiftRow(tx, shiftId, today);
    await audit(tx, actor, 'remove hotline shift', unitId);
    return done(true);
  });

/** The telephone is with them now; whoever had it before is relieved. */
export const takeTelephone = (
  db: Database,
  actor: Actor,
  { shiftId }: ShiftInput,
  today: Day,
): Promise<Outcome<true, Refused | 'not-your-shift'>> =>
  onShift(db, actor, shiftId, async (tx, { unitId, personId }) => {
    if (personId !== actor.personId) return refused('not-your-shift');
    await markTaken(tx, shiftId, today);
    await audit(tx, actor, 'take hotline telephone', unitId);
    return done(true);
  });

/**
 * A call that was sealed while it was told, exactly once by its command. No line in the record:
 * its time would be that of the call, and whoever has the lists of the telephone company would
 * find the caller by it.
 */
export async function takeCall(
  db: Database,
  intake: Pick<Intake, 'receiveTip'>,
  actor: Actor,
  { unitId, letter }: CallInput,
): Promise<Outcome<Received, 'forbidden' | LetterRefusal>> {
  return (await answersAt(db, actor, unitId))
    ? intake.receiveTip(letter, 'hotline')
    : refused('forbidden');
}

/** Nor are these on record by the minute, for the same reason. */
export const noteMissedCall = (
  db: Database,
  actor: Actor,
  input: MissedInput,
  today: Day,
): Promise<Outcome<true, 'forbidden' | 'in-future'>> =>
  atUnit(db, actor, input.unitId, async (tx) => {
    if (input.day > today) return refused('in-future');
    await insertMissedCall(tx, input);
    return done(true);
  });

/** Somebody called back; the number is erased. */
export const answerMissedCall = (
  db: Database,
  actor: Actor,
  { callId }: AnsweredInput,
  today: Day,
): Promise<Outcome<true, Refused>> =>
  inTransaction(db, async (tx): Promise<Outcome<true, Refused>> => {
    if (!mayAnswer(actor)) return refused('forbidden');
    const call = await findUnitOfCall(tx, callId);
    if (!call) return refused('not-found');
    if (!(await answersAt(tx, actor, call.unitId))) return refused('forbidden');
    await markAnswered(tx, callId, today);
    return done(true);
  });

const mayAnswer = (actor: Actor): boolean =>
  actor.actingFor === undefined && mayWithoutSite(actor, 'answer hotline');

const answersAt = async (db: Database, actor: Actor, unitId: UnitId): Promise<boolean> =>
  mayAnswer(actor) && isOnDuty(db, { purpose: 'tip', unitId });

const atUnit = <R>(
  db: Database,
  actor: Actor,
  unitId: UnitId,
  act: (tx: Tx) => Promise<Outcome<true, R>>,
): Promise<Outcome<true, R | 'forbidden'>> =>
  inTransaction(db, async (tx): Promise<Outcome<true, R | 'forbidden'>> =>
    (await answersAt(tx, actor, unitId)) ? act(tx) : refused('forbidden'),
  );

type ShiftAt = NonNullable<Awaited<ReturnType<typeof findShift>>>;

const onShift = <R>(
  db: Database,
  actor: Actor,
  shiftId: ShiftId,
  act: (tx: Tx, shift: ShiftAt) => Promise<Outcome<true, R>>,
): Promise<Outcome<true, R | Refused>> =>
  inTransaction(db, async (tx): Promise<Outcome<true, R | Refused>> => {
    if (!mayAnswer(actor)) return refused('forbidden');
    const shift = await findShift(tx, shiftId);
    if (!shift) return refused('not-found');
    return (await answersAt(tx, actor, shift.unitId)) ? act(tx, shift) : refused('forbidden');
  });

const audit = (
  tx: Tx,
  { personId }: Actor,
  command: string,
  unitId: UnitId,
  after?: Readonly<Record<string, string>>,
): Promise<unknown> =>
  appendAudit(tx, {
    siteId: null,
    personId,
    command,
    record: `unit ${unitId}`,
    ...(after && { after }),
  });
