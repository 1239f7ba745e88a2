// Passing a tip to the province, laying two together, covering passages, opening what is covered, exporting.

import type { Day } from '#ground/day.ts';
import { newId, type CommandId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit, appendView } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import type { Actor } from '#people/person.ts';
import { purposesOf } from '#sealed/ring.ts';
import type { LayerInput, MergeInput, PassInput, PassPieceInput } from '../casework.input.ts';
import { decideMerge, decideSeparate, standBySteps, type MergeRefusal } from '../merging.ts';
import { decidePass, type PassRefusal } from '../passing.ts';
import { ringInCharge, type TipId } from '../tip.ts';
import {
  findRingAbove,
  hasMerged,
  insertCopies,
  insertPieceAnew,
  insertSealedNote,
  isLayerOfCommand,
  setMerged,
  setPassed,
} from './casework-store.ts';
import {
  findTip,
  findTipOfCommand,
  insertTipEvent,
  listLetters,
  listTipEvents,
  lockTip,
} from './store.ts';

type Refused = 'forbidden' | 'not-found';
type Passed = Outcome<null, Refused | PassRefusal>;
type Merged = Outcome<null, Refused | MergeRefusal>;
type Separated = Outcome<null, Refused | 'not-merged' | 'handed-over'>;
type Covered = Outcome<null, Refused | 'no-letter'>;

/** To the duty desk of the province: those here keep seeing that they passed it, and no more. */
export const passTip = (
  db: Database,
  actor: Actor,
  input: PassInput,
  today: Day,
): Promise<Passed> =>
  inTransaction(db, async (tx): Promise<Passed> => {
    if (!isOnDuty(actor)) return refused('forbidden');
    const { tipId, commandId, ringId, epoch, note: sealed } = input;
    const tip = await lockTip(tx, tipId);
    if (!tip) return refused('not-found');
    if ((await findTipOfCommand(tx, commandId)) === tipId) return done(null);
    const [letters, above] = [await listLetters(tx, tipId), await findRingAbove(tx)];
    const hasUnder = await hasMerged(tx, tipId);
    const decided = decidePass(
      { ...tip, hasUnder },
      letters,
      { ringId, epoch },
      above,
      input.copies,
    );
    if (!decided.ok) return decided;
    const { personId } = actor;
    const by = { commandId, personId, today };
    await insertCopies(tx, input, by);
    if (sealed) {
      const note = { tipId, commandId, ringId, epoch, sealed, letterId: null };
      await insertSealedNote(tx, note, by);
    }
    await insertTipEvent(tx, tipId, { kind: 'passed', day: today }, by);
    await setPassed(tx, tipId, ringId, today);
    await appendAudit(tx, { siteId: null, personId, command: 'pass tip', record: `tip ${tipId}` });
    return done(null);
  });

/** A piece of a file for the desk above, before the tip itself goes there: nothing is missing then. */
export const passPiece = (
  db: Database,
  actor: Actor,
  input: PassPieceInput,
  today: Day,
): Promise<Outcome<null, Refused | 'passed-already' | 'ring-changed'>> =>
  inTransaction(
    db,
    async (tx): Promise<Outcome<null, Refused | 'passed-already' | 'ring-changed'>> => {
      if (!isOnDuty(actor)) return refused('forbidden');
      const { tipId, ringId, epoch } = input;
      const { personId } = actor;
      const tip = await lockTip(tx, tipId);
      if (!tip) return refused('not-found');
      if (tip.passedTo !== null) return refused('passed-already');
      const above = await findRingAbove(tx);
      if (above?.ringId !== ringId || above.epoch !== epoch || ringId === tip.ringId) {
        return refused('ring-changed');
      }
      await insertPieceAnew(tx, input, tip.findHash, today);
      // One line for a file, not for each of its pieces.
      if (input.number === 0) {
        const act = { siteId: null, personId, command: 'pass file of tip' };
        await appendAudit(tx, { ...act, record: `tip ${tipId}` });
      }
      return done(null);
    },
  );

/** On both it stands that they are one; answers go to both senders as before. */
export const mergeTips = (
  db: Database,
  actor: Actor,
  { commandId, tipId, into }: MergeInput,
  today: Day,
): Promise<Merged> =>
  inTransaction(db, async (tx): Promise<Merged> => {
    if (!isOnDuty(actor)) return refused('forbidden');
    const [tip, other] = await lockBoth(tx, tipId, into);
    if (!tip || !other) return refused('not-found');
    if ((await findTipOfCommand(tx, commandId)) === tipId) return done(null);
    const decided = decideMerge(tip, other, await hasMerged(tx, tipId));
    if (!decided.ok) return decided;
    const { personId } = actor;
    await setMerged(tx, tipId, into, other);
    for (const [of, command] of [
      [tipId, commandId] as const,
      [into, newId<'command'>()] as const,
    ]) {
      const by = { commandId: command, personId, today };
      await insertTipEvent(tx, of, { kind: 'merged', day: today }, by);
      await appendAudit(tx, { siteId: null, personId, command: 'merge tips', record: `tip ${of}` });
    }
    return done(null);
  });

/** They were not one after all. That they were taken for one stays on record. */
export const separateTips = (
  db: Database,
  actor: Actor,
  { tipId, into }: MergeInput,
): Promise<Separated> =>
  inTransaction(db, async (tx): Promise<Separated> => {
    if (!isOnDuty(actor)) return refused('forbidden');
    const [tip, other] = await lockBoth(tx, tipId, into);
    if (!tip || !other) return refused('not-found');
    if (tip.mergedInto === null) return done(null);
    const decided = decideSeparate(tip, other);
    if (!decided.ok) return decided;
    const stand = standBySteps(tip.receivedOn, await listTipEvents(tx, tipId));
    await setMerged(tx, tipId, null, stand);
    const act = { siteId: null, personId: actor.personId, command: 'separate tips' };
    for (const of of [tipId, into]) await appendAudit(tx, { ...act, record: `tip ${of}` });
    return done(null);
  });

/** A layer over one letter, sealed to the ring that has it now. */
export const coverLetter = (
  db: Database,
  actor: Actor,
  input: LayerInput,
  today: Day,
): Promise<Covered> =>
  inTransaction(db, async (tx): Promise<Covered> => {
    if (!isOnDuty(actor)) return refused('forbidden');
    const { tipId, letterId } = input;
    const tip = await lockTip(tx, tipId);
    if (!tip) return refused('not-found');
    if (await isLayerOfCommand(tx, input)) return done(null);
    const letters = await listLetters(tx, tipId);
    if (!letters.some((letter) => letter.letterId === letterId)) return refused('no-letter');
    const { personId } = actor;
    await insertSealedNote(tx, { ...input, ringId: ringInCharge(tip) }, { personId, today });
    await appendAudit(tx, {
      siteId: null,
      personId,
      command: 'cover passages of tip',
      record: `tip ${tipId}`,
    });
    return done(null);
  });

type Seen = Outcome<null, Refused>;
type OfTip = { readonly tipId: TipId; readonly commandId?: CommandId };

/** What lies under a layer is shown only to whoever says so, and it stands on record. */
export const openUncovered = (db: Database, actor: Actor, { tipId }: OfTip): Promise<Seen> =>
  see(db, actor, tipId, 'open uncovered tip');

/** Written before the device makes the file: what it holds the server cannot know. */
export const exportTip = (db: Database, actor: Actor, { tipId }: OfTip): Promise<Seen> =>
  see(db, actor, tipId, 'export tip');

async function see(db: Database, actor: Actor, tipId: TipId, command: string): Promise<Seen> {
  if (!isOnDuty(actor)) return refused('forbidden');
  if (!(await findTip(db, tipId))) return refused('not-found');
  await appendView(db, { siteId: null, record: `tip ${tipId}`, command });
  return done(null);
}

/** Always in one order, so that two who merge the same pair do not wait for each other in a circle. */
async function lockBoth(tx: Parameters<typeof lockTip>[0], one: TipId, other: TipId) {
  const first = await lockTip(tx, one < other ? one : other);
  const second = await lockTip(tx, one < other ? other : one);
  return one < other ? ([first, second] as const) : ([second, first] as const);
}

const isOnDuty = (actor: Actor): boolean => purposesOf(actor).includes('tip');
