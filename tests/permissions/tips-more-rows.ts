// For tests: what is done with tips beyond the plain steps, by which roles; the key decides of which unit (casework.test.ts).

import { newId } from '#ground/id.ts';
import type { RingId } from '#sealed/ring.ts';
import { testDay as today } from '#sites/server/testing.ts';
import {
  coverLetter,
  exportTip,
  mergeTips,
  openUncovered,
  passPiece,
  passTip,
  separateTips,
} from '#tips/server/casework-commands.ts';
import { answerIdentity, askForIdentity, lookAtIdentity } from '#tips/server/identity-commands.ts';
import { commandId, ofHouse, type CommandRows } from './matrix.ts';

const police = ['commune_police', 'provincial_police'] as const;
const sealed = 'A'.repeat(200);
const of = () => ({ commandId: commandId(), tipId: newId<'tip'>() });
const pair = () => ({ ...of(), into: newId<'tip'>() });
const request = () => ({ ...of(), requestId: newId<'identity-request'>() });
const passing = () => ({ ...of(), ringId: newId<'ring'>() as RingId, epoch: 1, copies: [] });
const piece = () => ({
  ...passing(),
  uploadId: newId<'upload'>(),
  number: 0,
  sealed,
});
const layer = () => ({ ...of(), letterId: newId<'letter'>(), epoch: 1, sealed });

export const moreTipRows: CommandRows = {
  askForIdentity: ofHouse(police, (db, actor) =>
    askForIdentity(db, actor, { ...request(), epoch: 1, sealedReason: sealed }, today),
  ),
  answerIdentity: ofHouse(police, (db, actor) =>
    answerIdentity(db, actor, { ...request(), answer: 'consented' }, today),
  ),
  lookAtIdentity: ofHouse(police, (db, actor) => lookAtIdentity(db, actor, of())),
  passTip: ofHouse(police, (db, actor) => passTip(db, actor, passing(), today)),
  passPiece: ofHouse(police, (db, actor) => passPiece(db, actor, piece(), today)),
  mergeTips: ofHouse(police, (db, actor) => mergeTips(db, actor, pair(), today)),
  separateTips: ofHouse(police, (db, actor) => separateTips(db, actor, pair())),
  coverLetter: ofHouse(police, (db, actor) => coverLetter(db, actor, layer(), today)),
  openUncovered: ofHouse(police, (db, actor) => openUncovered(db, actor, of())),
  exportTip: ofHouse(police, (db, actor) => exportTip(db, actor, of())),
};

/** Reads, as in reads-of-no-site.ts. */
export const moreTipReads: Readonly<Record<string, string>> = Object.fromEntries(
  [
    [
      'listIdentityRequests listOpenIdentityRequests listIdentities listLayers',
      'those who hold a share of the ring, of a name those with consent: casework.test.ts',
    ],
    ['hasMerged isLayerOfCommand', 'those who hold a share of the ring, within a command'],
    ['findRingAbove', 'the public half of a ring, which every door is given'],
  ].flatMap(([names = '', reason = '']) =>
    names.split(' ').map((name) => [`tips/${name}`, reason] as const),
  ),
);
