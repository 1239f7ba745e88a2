// What those who keep boxes do with the register: hang a box, move it, change its keys and rhythm, take it out of use.

import type { Day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { mayWithoutSite } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { isOnDuty } from '#sealed/server/ring-store.ts';
import { decideKeyholders, type Box, type BoxId, type KeyholderRefusal } from '../box.ts';
import type {
  AddBoxInput,
  EndBoxInput,
  KeyholdersInput,
  MoveBoxInput,
  RhythmInput,
} from '../box.input.ts';
import {
  endUse,
  findBoxOfCommand,
  insertBox,
  insertPlace,
  listPeopleForBox,
  lockBox,
  replaceKeyholders,
  updateRhythm,
} from './box-store.ts';

type Tx = Parameters<typeof appendAudit>[0];
type Kept = { readonly boxId: BoxId };
type Refused = 'forbidden' | 'not-found';
export type BoxRefusal = Refused | KeyholderRefusal | 'before-hung' | 'ended-already';

/** A box hangs: where, under which seal, whose two keys, how often it is opened. */
export const addBox = (
  db: Database,
  actor: Actor,
  input: AddBoxInput,
  today: Day,
): Promise<Outcome<Kept, 'forbidden' | KeyholderRefusal>> =>
  inTransaction(db, async (tx) => {
    const { commandId, unitId, place, usedFrom, ...of } = input;
    if (!(await keepsAt(tx, actor, unitId))) return refused('forbidden');
    const sent = await findBoxOfCommand(tx, commandId);
    if (sent) return done({ boxId: sent });
    const keys = decideKeyholders([of.firstKey, of.secondKey], await listPeopleForBox(tx, unitId));
    if (!keys.ok) return keys;
    const boxId = newId<'box'>();
    const { sealNumber, everyDays } = of;
    const made = { madeBy: actor.personId, madeOn: today };
    await insertBox(tx, { boxId, commandId, unitId, sealNumber, everyDays, usedFrom, ...made });
    await insertPlace(tx, boxId, { place, from: usedFrom }, newId<'command'>());
    await replaceKeyholders(tx, boxId, keys.value, today);
    await audit(tx, actor, 'add box', boxId, {
      after: { place, sealNumber, everyDays, usedFrom },
    });
    return done({ boxId });
  });

/** It hangs somewhere else from a day on; where it hung stays in the register. */
export const moveBox = (
  db: Database,
  actor: Actor,
  { commandId, boxId, place, day }: MoveBoxInput,
): Promise<Outcome<Kept, BoxRefusal>> =>
  onBox(db, actor, boxId, async (tx, box) => {
    if ((await findBoxOfCommand(tx, commandId)) === boxId) return done({ boxId });
    if (box.usedUntil !== null) return refused('ended-already');
    if (day < box.hangsFrom) return refused('before-hung');
    await insertPlace(tx, boxId, { place, from: day }, commandId);
    await audit(tx, actor, 'move box', boxId, {
      before: { place: box.place },
      after: { place, hangsFrom: day },
    });
    return done({ boxId });
  });

/** Two people hold the keys from now on; twice the same is once. */
export const changeKeyholders = (
  db: Database,
  actor: Actor,
  { boxId, firstKey, secondKey }: KeyholdersInput,
  today: Day,
): Promise<Outcome<Kept, BoxRefusal>> =>
  onBox(db, actor, boxId, async (tx, box) => {
    const keys = decideKeyholders([firstKey, secondKey], await listPeopleForBox(tx, box.unitId));
    if (!keys.ok) return keys;
    await replaceKeyholders(tx, boxId, keys.value, today);
    await audit(tx, actor, 'change box keys', boxId);
    return done({ boxId });
  });

export const changeRhythm = (
  db: Database,
  actor: Actor,
  { boxId, everyDays }: RhythmInput,
): Promise<Outcome<Kept, BoxRefusal>> =>
  onBox(db, actor, boxId, async (tx, box) => {
    await updateRhythm(tx, boxId, everyDays);
    await audit(tx, actor, 'change box rhythm', boxId, {
      before: { everyDays: box.everyDays },
      after: { everyDays },
    });
    return done({ boxId });
  });

/** Taken down: the register keeps it. */
export const endBox = (
  db: Database,
  actor: Actor,
  { boxId, day }: EndBoxInput,
): Promise<Outcome<Kept, BoxRefusal>> =>
  onBox(db, actor, boxId, async (tx, box) => {
    if (box.usedUntil !== null) return done({ boxId });
    if (day < box.hangsFrom) return refused('before-hung');
    await endUse(tx, boxId, day);
    await audit(tx, actor, 'end box', boxId, { after: { usedUntil: day } });
    return done({ boxId });
  });

const onBox = <R>(
  db: Database,
  actor: Actor,
  boxId: BoxId,
  act: (tx: Tx, box: Box) => Promise<Outcome<Kept, R>>,
): Promise<Outcome<Kept, R | Refused>> =>
  inTransaction(db, async (tx): Promise<Outcome<Kept, R | Refused>> => {
    if (!mayKeepBoxes(actor)) return refused('forbidden');
    const box = await lockBox(tx, boxId);
    if (!box) return refused('not-found');
    return (await keepsAt(tx, actor, box.unitId)) ? act(tx, box) : refused('forbidden');
  });

/** The register is kept by those on duty themselves, never by somebody in their name. */
const mayKeepBoxes = (actor: Actor): boolean =>
  actor.actingFor === undefined && mayWithoutSite(actor, 'keep boxes');

const keepsAt = async (tx: Tx, actor: Actor, unitId: Box['unitId']): Promise<boolean> =>
  mayKeepBoxes(actor) && isOnDuty(tx, { purpose: 'tip', unitId });

type Said = Readonly<Record<string, string | number>>;

const audit = (
  tx: Tx,
  { personId }: Actor,
  command: string,
  boxId: BoxId,
  told: { readonly after?: Said; readonly before?: Said } = {},
): Promise<unknown> =>
  appendAudit(tx, {
    siteId: null,
    personId,
    command,
    record: `box ${boxId}`,
    ...told,
  });
