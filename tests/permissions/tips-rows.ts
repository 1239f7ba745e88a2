// For tests: what is done with tips, by which roles; of which unit, the key a person holds decides (sight.test.ts).

import { newId } from '#ground/id.ts';
import {
  acknowledgeTip,
  classifyTip,
  closeTip,
  confirmHandOver,
  forwardTip,
  openTip,
  reportTip,
  resolveTip,
  tellResult,
} from '#tips/server/commands.ts';
import { answerSender, noteOnTip, seeFirstLines } from '#tips/server/writing-commands.ts';
import { testDay as today } from '#sites/server/testing.ts';
import { commandId, ofHouse, type CommandRows } from './matrix.ts';

const police = ['commune_police', 'provincial_police'] as const;
const of = () => ({ commandId: commandId(), tipId: newId<'tip'>(), day: today });
const sealed = 'A'.repeat(200);
const writing = () => ({ commandId: commandId(), tipId: newId<'tip'>(), epoch: 1, sealed });
const numbered = () => ({ ...of(), reference: '1/2026' });

export const tipRows: CommandRows = {
  openTip: ofHouse(police, (db, actor) => openTip(db, actor, of(), today)),
  acknowledgeTip: ofHouse(police, (db, actor) => acknowledgeTip(db, actor, numbered(), today)),
  classifyTip: ofHouse(police, (db, actor) =>
    classifyTip(db, actor, { ...of(), class: 'a' }, today),
  ),
  reportTip: ofHouse(police, (db, actor) => reportTip(db, actor, of(), today)),
  forwardTip: ofHouse(police, (db, actor) => forwardTip(db, actor, of(), today)),
  confirmHandOver: ofHouse(police, (db, actor) => confirmHandOver(db, actor, numbered(), today)),
  resolveTip: ofHouse(police, (db, actor) => resolveTip(db, actor, of(), today)),
  tellResult: ofHouse(police, (db, actor) => tellResult(db, actor, of(), today)),
  closeTip: ofHouse(police, (db, actor) => closeTip(db, actor, of(), today)),
  answerSender: ofHouse(police, (db, actor) =>
    answerSender(db, actor, { ...writing(), sealedCopy: sealed }, today),
  ),
  noteOnTip: ofHouse(police, (db, actor) => noteOnTip(db, actor, writing(), today)),
  seeFirstLines: ofHouse(police, (db, actor) => seeFirstLines(db, actor, [newId<'tip'>()])),
};

/** Reads, as in reads-of-no-site.ts: the policies of the tables of tips decide. */
export const tipReads: Readonly<Record<string, string>> = Object.fromEntries(
  [
    [
      'listTips findTip listTipEvents listAllTipEvents listLetters findPiece listTipActs listEnded',
      'those who hold a share of the ring: sight.test.ts',
    ],
    [
      'findTipOfCommand',
      'what an earlier sending of the same command did, within the command that asked',
    ],
    [
      'listNotes listFirstLetters listOwnLevels',
      'those who hold a share of the ring: writing.test.ts',
    ],
    ['isLetterOfCommand isEpochOf', 'within the command that asked, of the tip it has locked'],
    ['listUnreadUnits', 'a job’s alone: commands.test.ts'],
    ['findAnswersTo listReceivedPieces', 'the code: intake.test.ts'],
  ].flatMap(([names = '', reason = '']) =>
    names.split(' ').map((name) => [`tips/${name}`, reason] as const),
  ),
);
