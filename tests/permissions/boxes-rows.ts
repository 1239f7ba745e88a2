// For tests: who keeps and opens tip boxes, and prints code slips; of which unit, PostgreSQL asks.

import { newId } from '#ground/id.ts';
import { testDay as today } from '#sites/server/testing.ts';
import {
  addBox,
  changeKeyholders,
  changeRhythm,
  endBox,
  moveBox,
} from '#tips/server/box-commands.ts';
import {
  beginOpening,
  closeOpening,
  confirmPresence,
  countLetters,
  enterLetter,
  enterPhoto,
} from '#tips/server/opening-commands.ts';
import { registerSlips } from '#tips/server/slip-commands.ts';
import { commandId, ofHouse, type CommandRows } from './matrix.ts';

const keepers = ['provincial_police', 'commune_police'] as const;
const openers = [...keepers, 'core_member'] as const;

const box = () => ({ commandId: commandId(), boxId: newId<'box'>() });
const opening = () => ({ commandId: commandId(), openingId: newId<'box-opening'>() });
const keys = () => ({ firstKey: newId<'person'>(), secondKey: newId<'person'>() });
const sealed = () => ({
  openingId: newId<'box-opening'>(),
  number: 1,
  ringId: newId<'ring'>(),
  epoch: 1,
  findHash: '',
  sealed: '',
});
/** Nothing gets as far as the door: there is no such opening. */
const noDoor = () => Promise.reject(new Error('handed in'));

export const boxRows: CommandRows = {
  // By whoever is on duty at that very unit.
  addBox: ofHouse(['commune_police'], (db, actor, { unitId }) =>
    addBox(
      db,
      actor,
      {
        commandId: commandId(),
        unitId,
        place: 'Cổng chợ',
        sealNumber: '1',
        everyDays: 7,
        usedFrom: today,
        ...keys(),
      },
      today,
    ),
  ),
  registerSlips: ofHouse(['commune_police'], (db, actor, { unitId }) =>
    // Without a slip it is refused by PostgreSQL, which is after the question of who may.
    registerSlips(db, actor, { commandId: commandId(), unitId, slips: [] }, today).catch(
      (error: unknown) => String(error),
    ),
  ),
  moveBox: ofHouse(keepers, (db, actor) =>
    moveBox(db, actor, { ...box(), place: 'Cổng chợ', day: today }),
  ),
  changeKeyholders: ofHouse(keepers, (db, actor) =>
    changeKeyholders(db, actor, { ...box(), ...keys() }, today),
  ),
  changeRhythm: ofHouse(keepers, (db, actor) =>
    changeRhythm(db, actor, { ...box(), everyDays: 7 }),
  ),
  endBox: ofHouse(keepers, (db, actor) => endBox(db, actor, { ...box(), day: today })),
  beginOpening: ofHouse(openers, (db, actor) =>
    beginOpening(
      db,
      actor,
      { ...box(), second: newId<'person'>(), reason: '', sealFound: '1', whole: 'yes' },
      today,
    ),
  ),
  confirmPresence: ofHouse(openers, (db, actor) => confirmPresence(db, actor, opening(), today)),
  countLetters: ofHouse(openers, (db, actor) =>
    countLetters(db, actor, { ...opening(), letters: 1 }),
  ),
  enterLetter: ofHouse(openers, (db, actor) =>
    enterLetter(db, { receiveTip: noDoor }, actor, { ...sealed(), answerRecipient: '' }),
  ),
  enterPhoto: ofHouse(openers, (db, actor) =>
    enterPhoto(db, { receivePiece: noDoor }, actor, {
      ...sealed(),
      uploadId: newId<'upload'>(),
      piece: 0,
    }),
  ),
  closeOpening: ofHouse(openers, (db, actor) =>
    closeOpening(
      db,
      actor,
      {
        ...opening(),
        setAside: 0,
        setAsideReason: '',
        differenceReason: '',
        newSeal: '2',
        handedTo: '',
      },
      today,
    ),
  ),
};

/** Reads, as in reads-of-no-site.ts: the policies of the tables of boxes decide. */
export const boxReads: Readonly<Record<string, string>> = Object.fromEntries(
  [
    [
      'listBoxes findBox listPlacesOf listPeopleForBox isBoxOpen',
      'those who keep or open it: box-commands.test.ts',
    ],
    [
      'listOpenings listOpenOpenings findOpening',
      'the two, and whose box it is: box-commands.test.ts',
    ],
    ['listHungBoxes', 'for everybody: where boxes hang, and nothing else'],
    ['listDoubtfulSeals', 'the duty desk of the province: box-commands.test.ts'],
    ['findBoxOfCommand findOpeningOfCommand isSheetSent', 'within the command that asked'],
    ['findSlip', 'those who open boxes of the unit: box-commands.test.ts'],
  ].flatMap(([names = '', reason = '']) =>
    names.split(' ').map((name) => [`tips/${name}`, reason] as const),
  ),
);
