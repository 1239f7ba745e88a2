// For tests: who answers the hotline; of which unit, PostgreSQL asks.

import { newId } from '#ground/id.ts';
import { testDay as today } from '#sites/server/testing.ts';
import {
  addShifts,
  answerMissedCall,
  noteMissedCall,
  removeShift,
  setHotline,
  takeCall,
  takeTelephone,
} from '#tips/server/hotline-commands.ts';
import { commandId, ofHouse, type CommandRows } from './matrix.ts';

const operators = ['provincial_police', 'commune_police'] as const;
const shift = () => ({ commandId: commandId(), shiftId: newId<'shift'>() });
const received = () => Promise.resolve({ ok: true, value: { day: today } } as const);

export const hotlineRows: CommandRows = {
  // By whoever is on duty at that very unit.
  setHotline: ofHouse(['commune_police'], (db, actor, { unitId }) =>
    setHotline(
      db,
      actor,
      { commandId: commandId(), unitId, phone: '0000', source: 'ví dụ', checkedOn: '' },
      today,
    ),
  ),
  addShifts: ofHouse(['commune_police'], (db, actor, { unitId }) =>
    addShifts(db, actor, {
      commandId: commandId(),
      unitId,
      personId: newId<'person'>(),
      from: today,
      days: 1,
      fromHour: 0,
      hours: 8,
    }),
  ),
  noteMissedCall: ofHouse(['commune_police'], (db, actor, { unitId }) =>
    noteMissedCall(
      db,
      actor,
      { commandId: commandId(), unitId, callId: newId<'call'>(), day: today, part: 'night' },
      today,
    ),
  ),
  takeCall: ofHouse(['commune_police'], (db, actor, { unitId }) =>
    takeCall(db, { receiveTip: received }, actor, {
      unitId,
      letter: {
        commandId: commandId(),
        ringId: newId<'ring'>(),
        epoch: 1,
        find: '',
        answerRecipient: '',
        sealed: '',
      },
    }),
  ),
  removeShift: ofHouse(operators, (db, actor) => removeShift(db, actor, shift(), today)),
  takeTelephone: ofHouse(operators, (db, actor) => takeTelephone(db, actor, shift(), today)),
  answerMissedCall: ofHouse(operators, (db, actor) =>
    answerMissedCall(db, actor, { commandId: commandId(), callId: newId<'call'>() }, today),
  ),
};

/** Reads, as in reads-of-no-site.ts: the policies of the tables of the hotline decide. */
export const hotlineReads: Readonly<Record<string, string>> = {
  'tips/findHotline': 'for everybody: the number to call',
  'tips/listShifts': 'those on duty at the unit: hotline-commands.test.ts',
  'tips/listMissedCalls': 'those on duty at the unit: hotline-commands.test.ts',
  'tips/findShift': 'within the command that asked',
  'tips/findUnitOfCall': 'within the command that asked',
};
