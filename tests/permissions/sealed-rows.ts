// For tests: who may do what with keys of their own and with rings.

import { newId } from '#ground/id.ts';
import type { Role } from '#people/person.ts';
import { someSealed } from '#sealed/server/testing.ts';
import { makeKey, replaceLock } from '#sealed/server/key-commands.ts';
import {
  finishRecovery,
  giveRecoveryShare,
  startRecovery,
} from '#sealed/server/recovery-commands.ts';
import { admit, openRing, renewRecovery, turnEpoch } from '#sealed/server/ring-commands.ts';
import type { RingPurpose } from '#sealed/ring.ts';
import { testDay as today } from '#sites/server/testing.ts';
import { commandId, ofHouse, type CommandRows, type Where } from './matrix.ts';

/** Administrators never: who looks after the accounts opens nothing. */
const keepers: readonly Role[] = ['provincial_police', 'commune_police', 'helper'];

const recipient = 'age1test';
const key = { keyId: newId<'key'>(), personId: newId<'person'>() };
const lock = { kind: 'passphrase', sealedIdentity: someSealed } as const;
const ring = () => ({ commandId: commandId(), ringId: newId<'ring'>() });
const share = { ...key, sealedIdentity: someSealed };
const epoch = { recipient, proof: '', sealedRecovery: someSealed };
const recovery = { recipient, need: 2, of: 3, held: [] };
const call = () => ({ commandId: commandId(), callId: newId<'recovery-call'>() });
const opening = (purpose: RingPurpose, { unitId }: Where) => ({
  commandId: commandId(),
  purpose,
  unitId,
  ...epoch,
  share,
  recovery,
});

export const sealedRows: CommandRows = {
  // A key without its shape is refused by PostgreSQL, which is after the question of who may.
  makeKey: ofHouse(keepers, (db, actor) =>
    makeKey(db, actor, { commandId: commandId(), recipient, lock, givesUpOld: false }, today).catch(
      (error: unknown) => String(error),
    ),
  ),
  replaceLock: ofHouse(keepers, (db, actor) =>
    replaceLock(db, actor, { commandId: commandId(), keyId: key.keyId, lock }, today),
  ),
  'openRing for tips of a commune': ofHouse(['commune_police'], (db, actor, where) =>
    openRing(db, actor, opening('tip', where), today),
  ),
  'openRing for help in a commune': ofHouse(['helper'], (db, actor, where) =>
    openRing(db, actor, opening('help', where), today),
  ),
  admit: ofHouse(keepers, (db, actor) =>
    admit(db, actor, { ...ring(), ...key, shares: [{ epoch: 1, sealedIdentity: '' }] }, today),
  ),
  turnEpoch: ofHouse(keepers, (db, actor) =>
    turnEpoch(db, actor, { ...ring(), ...epoch, epoch: 1, leaving: [], shares: [share] }, today),
  ),
  renewRecovery: ofHouse(keepers, (db, actor) =>
    renewRecovery(db, actor, { ...ring(), recovery, sealed: [] }, today),
  ),
  startRecovery: ofHouse(keepers, (db, actor) =>
    startRecovery(db, actor, { ...ring(), reason: 'mọi khóa đều mất' }, today),
  ),
  giveRecoveryShare: ofHouse(keepers, (db, actor) =>
    giveRecoveryShare(db, actor, { ...call(), number: 1, sealedShare: someSealed }, today),
  ),
  finishRecovery: ofHouse(keepers, (db, actor) =>
    finishRecovery(db, actor, { ...call(), recovered: [] }, today),
  ),
};
