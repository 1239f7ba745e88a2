// What those on duty write in a tip: an answer, which only the sender's code opens, and a note for each other.

import type { Day } from '#ground/day.ts';
import type { CommandId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit, appendView } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import type { Actor } from '#people/person.ts';
import { purposesOf } from '#sealed/ring.ts';
import { ringInCharge, type Tip, type TipId } from '../tip.ts';
import type { AnswerLetterInput, NoteInput } from '../writing.input.ts';
import { insertSealedNote, isLayerOfCommand } from './casework-store.ts';
import { holdsRing, lockTip } from './store.ts';
import {
  insertAnswer,
  isEpochOf,
  isLetterOfCommand,
  listFirstLetters,
  type FirstLetter,
} from './writing-store.ts';

export type WriteRefusal =
  | 'forbidden'
  | 'not-found'
  /** It was passed on: those it lies with now answer. */
  | 'not-theirs'
  /** The key was changed meanwhile: seal anew. */
  | 'ring-changed';
type Written = Outcome<null, WriteRefusal>;
type Tx = Parameters<typeof lockTip>[0];
type Of = { readonly commandId: CommandId; readonly tipId: TipId; readonly epoch: number };

/** Sealed to the sender's code and, as a copy, to the ring. */
export const answerSender = (
  db: Database,
  actor: Actor,
  input: AnswerLetterInput,
  today: Day,
): Promise<Written> =>
  write(db, actor, input, 'answer sender of tip', async (tx, tip) => {
    if (await isLetterOfCommand(tx, input)) return false;
    const by = { personId: actor.personId, today, ringId: ringInCharge(tip) };
    await insertAnswer(tx, input, by);
    return true;
  });

/** For recipients only: sealed to the ring whose turn it is. */
export const noteOnTip = (
  db: Database,
  actor: Actor,
  input: NoteInput,
  today: Day,
): Promise<Written> =>
  write(db, actor, input, 'note on tip', async (tx, tip) => {
    if (await isLayerOfCommand(tx, input)) return false;
    const note = { ...input, ringId: ringInCharge(tip), letterId: null };
    await insertSealedNote(tx, note, { personId: actor.personId, today });
    return true;
  });

/** With what tips began, for the list on the device; that somebody looked is on record for each. */
export const seeFirstLines = (
  db: Database,
  actor: Actor,
  tipIds: readonly TipId[],
): Promise<Outcome<readonly FirstLetter[], 'forbidden'>> =>
  inTransaction(db, async (tx): Promise<Outcome<readonly FirstLetter[], 'forbidden'>> => {
    if (!purposesOf(actor).includes('tip')) return refused('forbidden');
    const letters = await listFirstLetters(tx, tipIds);
    for (const tipId of new Set(letters.map((letter) => letter.tipId))) {
      await appendView(tx, {
        siteId: null,
        record: `tip ${tipId}`,
        command: 'see first line of tip',
      });
    }
    return done(letters);
  });

const write = (
  db: Database,
  actor: Actor,
  { tipId, epoch }: Of,
  command: string,
  insert: (tx: Tx, tip: Tip) => Promise<boolean>,
): Promise<Written> =>
  inTransaction(db, async (tx): Promise<Written> => {
    if (!purposesOf(actor).includes('tip')) return refused('forbidden');
    const tip = await lockTip(tx, tipId);
    if (!tip) return refused('not-found');
    const ringId = ringInCharge(tip);
    if (!(await holdsRing(tx, ringId))) return refused('not-theirs');
    if (!(await isEpochOf(tx, ringId, epoch))) return refused('ring-changed');
    const isNew = await insert(tx, tip);
    const { personId } = actor;
    if (isNew) await appendAudit(tx, { siteId: null, personId, command, record: `tip ${tipId}` });
    return done(null);
  });
