// For tests: what is done with help, by helpers alone; of which ring, the key a person holds decides (sight.test.ts).

import { newId } from '#ground/id.ts';
import { monthOf } from '#ground/day.ts';
import {
  answerHelp,
  closeHelp,
  handBackHelp,
  openHelp,
  takeOverHelp,
} from '#help/server/commands.ts';
import {
  beginSupportFile,
  changeSupportFile,
  eraseSupportFile,
  openSupportFile,
} from '#help/server/support-commands.ts';
import { setHelpContact } from '#help/server/contact-commands.ts';
import { recordHelpWork, removeHelpWork } from '#help/server/work-commands.ts';
import type { Role } from '#people/person.ts';
import { someSealed } from '#sealed/server/testing.ts';
import { testDay as today } from '#sites/server/testing.ts';
import { commandId, ofHouse, type CommandRows } from './matrix.ts';

/** Never police, administrators, the province or anybody of a site. */
const helpers = ['helper'] as const;
const of = () => ({ commandId: commandId(), helpId: newId<'help'>() });
const letter = { epoch: 1, sealed: someSealed, sealedCopy: someSealed };
const file = () => ({
  commandId: commandId(),
  fileId: newId<'file'>(),
  keyId: newId<'key'>(),
  sealed: someSealed,
  endsOn: today,
  remindOn: null,
});
const work = () => ({
  commandId: commandId(),
  month: monthOf(today),
  kind: 'visit' as const,
  times: 1,
  minutes: 60,
});

export const helpRows: CommandRows = {
  openHelp: ofHouse(helpers, (db, actor) => openHelp(db, actor, of())),
  takeOverHelp: ofHouse(helpers, (db, actor) => takeOverHelp(db, actor, of(), today)),
  handBackHelp: ofHouse(helpers, (db, actor) => handBackHelp(db, actor, of())),
  answerHelp: ofHouse(helpers, (db, actor) => answerHelp(db, actor, { ...of(), ...letter }, today)),
  closeHelp: ofHouse(helpers, (db, actor) =>
    closeHelp(db, actor, { ...of(), ending: 'helped' }, today),
  ),
  beginSupportFile: ofHouse(helpers, (db, actor) =>
    beginSupportFile(db, actor, { ...file(), code: null }, today),
  ),
  changeSupportFile: ofHouse(helpers, (db, actor) =>
    changeSupportFile(db, actor, { ...file(), version: 1, sealedCopy: null }, today),
  ),
  openSupportFile: ofHouse(helpers, (db, actor) => openSupportFile(db, actor, file())),
  eraseSupportFile: ofHouse(helpers, (db, actor) => eraseSupportFile(db, actor, file())),
  // By whoever helps at that very commune.
  setHelpContact: ofHouse(helpers, (db, actor, { unitId }) =>
    setHelpContact(
      db,
      actor,
      { commandId: commandId(), unitId, phone: '0000', source: 'ví dụ', checkedOn: '' },
      today,
    ),
  ),
  // Of the roles' own day PostgreSQL asks too: whom it does not take for a helper it writes nothing for.
  recordHelpWork: ofHouse(helpers, (db, actor) =>
    recordHelpWork(db, actor, work(), today).catch((error: unknown) => String(error)),
  ),
  removeHelpWork: ofHouse(helpers, (db, actor) =>
    removeHelpWork(db, actor, { commandId: commandId(), workId: newId<'work'>() }),
  ),
};

const from = (names: string, reason: string): readonly (readonly [string, string])[] =>
  names.split(' ').map((name) => [`help/${name}`, reason]);

/** Reads, as in reads-of-no-site.ts: the policies of the tables of help decide. */
export const helpReads: Readonly<Record<string, string>> = Object.fromEntries([
  ...from('listHelp findHelp listHelpLetters', 'those who hold the ring’s key: sight.test.ts'),
  ...from('listOwnFiles findOwnFile listOwnWork', 'one’s own alone: sight.test.ts'),
  ...from(
    'findHelpOfCommand findFileOfCommand findWorkOfCommand isInRing',
    'within the command that asked',
  ),
  ...from('listHelpGiven', 'half-years that are over, never a small number: counts.test.ts'),
  ...from('findHelpContact', 'for everybody: the number to call'),
  ...from('findHelpAnswers', 'the code: intake.test.ts'),
]);

type Row = { readonly roles: readonly Role[] } | { readonly because: string };
const door: Row = { because: 'anybody’s, and nobody is known there: hooks look up no session' };
const helper: Row = { roles: helpers };

export const helpRouteRows: Readonly<Record<string, Row>> = {
  '/(door)/h': door,
  '/(door)/h/[unit]': door,
  '/(door)/h/[unit]/[site]': door,
  '/(door)/h/[unit]/keys': door,
  '/(door)/h/answers': door,
  '/staff/help': helper,
  '/staff/help/[request]': { because: 'those who hold the ring’s key: sight.test.ts' },
  '/staff/help/[request]/letters': { because: 'those who hold the ring’s key: sight.test.ts' },
  '/staff/help/support/[file]': { because: 'whose file it is: sight.test.ts' },
  '/staff/help/support/new': helper,
  '/staff/help/contact': helper,
  '/staff/help/work': helper,
};
