// For tests: who may do what with places, rules, personal data and the installation itself.

import type { Instant } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { removeDemo } from '#installation/server/demo-commands.ts';
import { changeSettings, retryTask, testMail } from '#installation/server/commands.ts';
import { confirmRule, replaceRule } from '#law/server/commands.ts';
import type { Role } from '#people/person.ts';
import {
  endBody,
  foundBody,
  foundUsualBodies,
  renameBody,
  renewBodies,
} from '#places/server/body-commands.ts';
import { changeUnits, placeSite, previewChange, tieUnits } from '#places/server/commands.ts';
import {
  importMergers,
  importSnapshot,
  previewMergers,
  previewSnapshot,
} from '#places/server/import-commands.ts';
import { correctData, eraseData, handOutData } from '#privacy/server/answer-commands.ts';
import { recordBreach, stepBreach } from '#privacy/server/breach-commands.ts';
import { stepRequest, writeDownRequest } from '#privacy/server/commands.ts';
import { enterHoliday, takeBackHoliday } from '#privacy/server/holiday-commands.ts';
import { endRecordsNow } from '#privacy/server/retention-commands.ts';
import { closeAudit } from '#record/server/commands.ts';
import { testDay as today } from '#sites/server/testing.ts';
import { commandId, ofHouse, ofSite, type CommandRows } from './matrix.ts';

const admin: readonly Role[] = ['administrator'];
const movers: readonly Role[] = ['administrator', 'provincial_officer'];
const protector: readonly Role[] = ['data_protection_officer'];
const viewers: readonly Role[] = ['administrator', 'provincial_officer', 'data_protection_officer'];
const enders: readonly Role[] = ['administrator', 'data_protection_officer'];

const now = new Date().toISOString() as Instant;
const wish = () => ({
  kind: 'renamed' as const,
  effectiveOn: today,
  legalAct: '',
  from: [],
  to: [],
  destinations: new Map(),
});
const terms = { from: today, to: null, legalAct: '', wholeCountry: false, demo: false };
const mergers = () => ({ provinceId: newId<'unit'>(), effectiveOn: today, legalAct: '' });
const empty = new Uint8Array();
const aFile = () => ({ bytes: empty, fileName: 'a.csv', fileRef: 'a', commandId: commandId() });
const request = () => ({ commandId: commandId(), requestId: newId<'request'>() });
const assessment = { happened: '', touched: [], people: null, consequences: '' };

const atUnit = () => ({
  commandId: commandId(),
  unitId: newId<'unit'>(),
  from: today,
  legalAct: '',
});
const ofBody = () => ({ commandId: commandId(), bodyId: newId<'body'>(), legalAct: '' });

export const houseRows: CommandRows = {
  foundBody: ofHouse(movers, (db, actor) =>
    foundBody(db, actor, { ...atUnit(), kind: 'police', name: 'Công an Ví Dụ', code: null }),
  ),
  foundUsualBodies: ofHouse(movers, (db, actor) => foundUsualBodies(db, actor, atUnit())),
  renewBodies: ofHouse(movers, (db, actor) => renewBodies(db, actor, atUnit())),
  renameBody: ofHouse(movers, (db, actor) =>
    renameBody(db, actor, { ...ofBody(), name: 'Công an Ví Dụ', from: today }),
  ),
  endBody: ofHouse(movers, (db, actor) => endBody(db, actor, { ...ofBody(), lastDay: today })),
  previewChange: ofHouse(movers, (db, actor) => previewChange(db, actor, wish())),
  changeUnits: ofHouse(movers, (db, actor) =>
    changeUnits(db, actor, { ...wish(), commandId: commandId() }),
  ),
  tieUnits: ofHouse(movers, (db, actor) =>
    tieUnits(db, actor, { commandId: commandId(), to: newId<'unit'>(), from: [], legalAct: '' }),
  ),
  placeSite: ofSite(movers, (db, actor, { siteId }) =>
    placeSite(db, actor, { siteId, unitId: newId<'unit'>(), from: today }),
  ),
  previewSnapshot: ofHouse(movers, (db, actor) => previewSnapshot(db, actor, empty, terms)),
  importSnapshot: ofHouse(movers, (db, actor) => importSnapshot(db, actor, aFile(), terms)),
  previewMergers: ofHouse(movers, (db, actor) => previewMergers(db, actor, empty, mergers())),
  importMergers: ofHouse(movers, (db, actor) => importMergers(db, actor, aFile(), mergers())),
  confirmRule: ofHouse(admin, (db, actor) =>
    confirmRule(db, actor, { commandId: commandId(), ruleId: newId(), textRead: '' }),
  ),
  replaceRule: ofHouse(admin, (db, actor) =>
    replaceRule(db, actor, {
      commandId: commandId(),
      key: 'territory.police_levels',
      value: { type: 'text', text: '' },
      source: '',
      mark: 'verified',
      note: '',
      from: today,
      reason: '',
    }),
  ),
  enterHoliday: ofHouse(admin, (db, actor) =>
    enterHoliday(db, actor, {
      commandId: commandId(),
      kind: 'off',
      firstDay: today,
      lastDay: today,
      name: 'nghỉ',
      source: 'thông báo',
    }),
  ),
  takeBackHoliday: ofHouse(admin, (db, actor) =>
    takeBackHoliday(db, actor, { commandId: commandId(), holidayId: newId() }),
  ),
  changeSettings: ofHouse(admin, (db, actor) =>
    changeSettings(db, { secret: 'x', dataFolder: '/nowhere' }, actor, {
      commandId: commandId(),
      group: 'languages',
      typed: {},
      reason: '',
    }),
  ),
  testMail: ofHouse(admin, (db, actor) =>
    testMail({ db, secret: 'x', origin: undefined, here: '' }, actor, 'no address', 'vi'),
  ),
  removeDemo: ofHouse(admin, (db, actor) =>
    removeDemo(db, actor, { commandId: commandId(), confirmed: true }, today),
  ),
  retryTask: ofHouse(admin, (db, actor) => retryTask(db, actor, 'send mail')),
  closeAudit: ofHouse(viewers, (db, actor) =>
    closeAudit(db, actor, { commandId: commandId() }, today),
  ),
  writeDownRequest: ofHouse(protector, (db, actor) =>
    writeDownRequest(
      db,
      actor,
      {
        commandId: commandId(),
        kind: 'view',
        username: '',
        name: '',
        answerTo: '',
        came: 'letter',
        identity: 'known',
        words: '',
        receivedOn: today,
      },
      today,
    ),
  ),
  stepRequest: ofHouse(protector, (db, actor) =>
    stepRequest(db, actor, { ...request(), kind: 'started', day: today, note: '' }, today),
  ),
  handOutData: ofHouse(protector, (db, actor) => handOutData(db, actor, request(), today)),
  correctData: ofHouse(protector, (db, actor) =>
    correctData(
      db,
      actor,
      { ...request(), what: 'name', where: '', before: '', after: 'x' },
      today,
    ),
  ),
  eraseData: ofHouse(protector, (db, actor) =>
    eraseData(db, actor, { ...request(), mentions: [] }, today),
  ),
  recordBreach: ofHouse(protector, (db, actor) =>
    recordBreach(db, actor, { commandId: commandId(), foundAt: now, assessment }, now),
  ),
  stepBreach: ofHouse(protector, (db, actor) =>
    stepBreach(
      db,
      actor,
      {
        commandId: commandId(),
        breachId: newId(),
        kind: 'closed',
        at: now,
        note: '',
        told: null,
        assessment: null,
      },
      now,
    ),
  ),
  endRecordsNow: ofHouse(enders, (db, actor) =>
    endRecordsNow(db, actor, { commandId: commandId() }, today, 'Asia/Ho_Chi_Minh'),
  ),
};
