// Opening a box: two people, each by their own sign-in, from the old seal over the count to the new one.

import { createHash } from 'node:crypto';
import type { Day } from '#ground/day.ts';
import { newId, type CommandId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { mayWithoutSite } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import {
  decideBegin,
  decideClose,
  decideCount,
  decideEnter,
  isOpener,
  type BeginRefusal,
  type CloseRefusal,
  type CountRefusal,
  type EnterRefusal,
  type Opening,
  type OpeningId,
} from '../box.ts';
import type {
  BeginInput,
  CloseInput,
  CountInput,
  EnterInput,
  PhotoInput,
  PresenceInput,
} from '../box.input.ts';
import type { Intake, LetterRefusal, PieceRefusal } from '../intake.ts';
import {
  closeOpeningRow,
  findOpening,
  findOpeningOfCommand,
  insertBoxLetter,
  insertOpening,
  insertPresence,
  isBoxOpen,
  lockOpening,
  updateCount,
} from './opening-store.ts';
import { listPeopleForBox, lockBox, sealAgain } from './box-store.ts';

type Tx = Parameters<typeof appendAudit>[0];
type Went = { readonly openingId: OpeningId };
type Refused = 'forbidden' | 'not-found';
export type OpeningRefusal =
  Refused | BeginRefusal | CountRefusal | CloseRefusal | 'not-the-second';
export type EnteringRefusal = Refused | EnterRefusal | LetterRefusal;

/** The first person is there and has looked at the seal; the second one says so next. */
export const beginOpening = (
  db: Database,
  actor: Actor,
  { commandId, boxId, second, reason, sealFound, whole }: BeginInput,
  today: Day,
): Promise<Outcome<Went, Refused | BeginRefusal>> =>
  inTransaction(db, async (tx) => {
    if (!mayOpenBoxes(actor)) return refused('forbidden');
    const box = await lockBox(tx, boxId);
    if (!box) return refused('not-found');
    const sent = await findOpeningOfCommand(tx, commandId);
    if (sent) return done({ openingId: sent });
    const { personId: first } = actor;
    const isWhole = whole === 'yes';
    const fitting = await listPeopleForBox(tx, box.unitId);
    const known = { isOpen: await isBoxOpen(tx, boxId), fitting };
    const begun = decideBegin(box, { first, second, reason, sealFound, isWhole }, known, today);
    if (!begun.ok) return begun;
    const openingId = newId<'box-opening'>();
    await insertOpening(tx, {
      openingId,
      commandId,
      boxId,
      openedOn: today,
      firstId: first,
      secondId: second,
      replacementReason: reason || null,
      sealExpected: box.sealNumber,
      // The register keeps that there was none in the state beside it.
      sealFound: sealFound || '-',
      sealState: begun.value,
    });
    await audit(tx, actor, 'open box', { boxId }, { sealState: begun.value });
    return done({ openingId });
  });

/** The second person, by their own sign-in: nobody can say it for them, and a stand-in neither. */
export const confirmPresence = (
  db: Database,
  actor: Actor,
  { commandId, openingId }: PresenceInput,
  today: Day,
): Promise<Outcome<Went, OpeningRefusal>> =>
  onOpening(db, actor, openingId, async (tx, opening) => {
    if (opening.second.personId !== actor.personId) return refused('not-the-second');
    if (opening.isConfirmed) return done({ openingId });
    const { personId } = actor;
    await insertPresence(tx, openingId, { commandId, personId, on: today });
    await audit(tx, actor, 'confirm box opening', opening);
    return done({ openingId });
  });

/** The number itself is not in the record, which more people read than those two. */
export const countLetters = (
  db: Database,
  actor: Actor,
  { openingId, letters }: CountInput,
): Promise<Outcome<Went, OpeningRefusal>> =>
  onOpening(db, actor, openingId, async (tx, opening) => {
    const counted = decideCount(opening, letters);
    if (!counted.ok) return counted;
    await updateCount(tx, openingId, counted.value);
    await audit(tx, actor, 'count box letters', opening);
    return done({ openingId });
  });

/**
 * Hands one sealed letter in. On disk first, then ticked off in the pile: sent again under the same
 * number it is the same letter, for its id is made of both. No line in the record, whose lines
 * would count the letters.
 */
export async function enterLetter(
  db: Database,
  intake: Pick<Intake, 'receiveTip'>,
  actor: Actor,
  { openingId, number, ...letter }: EnterInput,
): Promise<Outcome<Went, EnteringRefusal>> {
  const entering = await mayEnter(db, actor, openingId, number);
  if (!entering.ok) return entering;
  const commandId = commandOfLetter(openingId, number);
  const received = await intake.receiveTip({ ...letter, commandId }, 'box');
  // A letter of that number came in before its tick was there: typed anew, it is still one.
  const isIn = received.ok || received.refusal === 'command-used';
  if (!isIn) return received;
  await inTransaction(db, (tx) => insertBoxLetter(tx, openingId, number));
  return done({ openingId });
}

/** A piece of a photograph; the letter that names it comes after it, or it is erased. */
export async function enterPhoto(
  db: Database,
  intake: Pick<Intake, 'receivePiece'>,
  actor: Actor,
  { openingId, number, piece, ...of }: PhotoInput,
): Promise<Outcome<Went, Refused | EnterRefusal | PieceRefusal>> {
  const entering = await mayEnter(db, actor, openingId, number);
  if (!entering.ok) return entering;
  const received = await intake.receivePiece({ ...of, number: piece });
  return received.ok ? done({ openingId }) : received;
}

/** Reconciled, sealed anew, the papers handed over: from now on the minutes can be printed. */
export const closeOpening = (
  db: Database,
  actor: Actor,
  { commandId, openingId, ...closing }: CloseInput,
  today: Day,
): Promise<Outcome<Went, OpeningRefusal>> =>
  onOpening(db, actor, openingId, async (tx, opening) => {
    if ((await findOpeningOfCommand(tx, commandId)) === openingId) return done({ openingId });
    const closed = decideClose(opening, closing);
    if (!closed.ok) return closed;
    await sealAgain(tx, opening.boxId, closed.value.newSeal, today);
    await closeOpeningRow(tx, openingId, closed.value, { commandId, on: today });
    await audit(tx, actor, 'close box', opening, { newSeal: closed.value.newSeal });
    return done({ openingId });
  });

async function mayEnter(
  db: Database,
  actor: Actor,
  openingId: OpeningId,
  number: number,
): Promise<Outcome<number, Refused | EnterRefusal>> {
  if (!mayOpenBoxes(actor)) return refused('forbidden');
  const opening = await findOpening(db, openingId);
  if (!opening) return refused('not-found');
  return isOpener(opening, actor.personId) ? decideEnter(opening, number) : refused('forbidden');
}

const onOpening = <R>(
  db: Database,
  actor: Actor,
  openingId: OpeningId,
  act: (tx: Tx, opening: Opening) => Promise<Outcome<Went, R>>,
): Promise<Outcome<Went, R | Refused>> =>
  inTransaction(db, async (tx): Promise<Outcome<Went, R | Refused>> => {
    if (!mayOpenBoxes(actor)) return refused('forbidden');
    const opening = await lockOpening(tx, openingId);
    if (!opening) return refused('not-found');
    return isOpener(opening, actor.personId) ? act(tx, opening) : refused('forbidden');
  });

const mayOpenBoxes = (actor: Actor): boolean =>
  actor.actingFor === undefined && mayWithoutSite(actor, 'open box');

/** The same for the same letter of the pile, whoever of the two sends it and how often. */
function commandOfLetter(openingId: OpeningId, number: number): CommandId {
  const hash = createHash('sha256').update(`box letter ${openingId} ${number}`).digest('hex');
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5') as CommandId;
}

const audit = (
  tx: Tx,
  { personId }: Actor,
  command: string,
  { boxId }: Pick<Opening, 'boxId'>,
  after?: Readonly<Record<string, string>>,
): Promise<unknown> =>
  appendAudit(tx, {
    siteId: null,
    personId,
    command,
    record: `box ${boxId}`,
    ...(after && { after }),
  });
