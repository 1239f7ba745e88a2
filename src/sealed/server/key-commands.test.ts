// A key of one's own: made once, locked again with another passphrase, given up with everything it opened.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#ground/id.ts';
import { done, refused } from '#ground/outcome.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { lockIdentity, makeOwnKey, unlockIdentity } from '../device/own-key.ts';
import { makeKey, replaceLock } from './key-commands.ts';
import { findOwnKey } from './key-store.ts';
import { listMyShares } from './ring-store.ts';
import { anOpenRing, aUnit, onDuty, passphrase, somebody, today, withKey } from './testing.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

test('a key is made once, and a second one only by giving up the first', async () => {
  const { actor, db } = await somebody(fresh, 'helper', await aUnit(fresh, 'xa'));
  const { recipient, sealedIdentity } = await makeOwnKey(passphrase);
  const lock = { kind: 'passphrase', sealedIdentity } as const;
  const input = { commandId: newId<'command'>(), recipient, lock, givesUpOld: false };
  const made = await makeKey(db, actor, input, today);
  expect(await makeKey(db, actor, input, today)).toEqual(made);
  const second = { ...input, commandId: newId<'command'>() };
  expect(await makeKey(db, actor, second, today)).toEqual(refused('has-key'));
  expect(await findOwnKey(db, actor.personId)).toMatchObject({ recipient });
});

test('another passphrase opens the same key, and the old one no more', async () => {
  const { actor, db, identity, keyId } = await onDuty(fresh, 'provincial_police', null);
  const sealedIdentity = await lockIdentity(identity, 'một cụm mật khẩu khác');
  const lock = { kind: 'passphrase', sealedIdentity } as const;
  const input = { commandId: newId<'command'>(), keyId, lock };
  for (const once of [input, input]) {
    expect(await replaceLock(db, actor, once, today)).toEqual(done({ keyId }));
  }
  const own = await findOwnKey(db, actor.personId);
  const [kept] = own?.locks ?? [];
  expect(own?.locks).toHaveLength(1);
  expect(await unlockIdentity(kept?.sealedIdentity ?? '', passphrase)).toBeUndefined();
  expect(await unlockIdentity(kept?.sealedIdentity ?? '', 'một cụm mật khẩu khác')).toBe(identity);
});

test('nobody locks another’s key', async () => {
  const [one, other] = [
    await onDuty(fresh, 'provincial_police', null),
    await onDuty(fresh, 'provincial_police', null),
  ];
  const lock = { kind: 'passphrase', sealedIdentity: 'A'.repeat(200) } as const;
  const input = { commandId: newId<'command'>(), keyId: other.keyId, lock };
  expect(await replaceLock(one.db, one.actor, input, today)).toEqual(refused('not-found'));
});

test('whoever gives up a key leaves every ring it opened', async () => {
  const unitId = await aUnit(fresh, 'xa');
  const first = await onDuty(fresh, 'commune_police', unitId);
  await anOpenRing(first, { purpose: 'tip', unitId });
  expect(await listMyShares(first.db)).toHaveLength(1);
  await withKey(first);
  expect(await listMyShares(first.db)).toEqual([]);
  const { rows } = await fresh.owner
    .selectFrom('ring_share')
    .selectAll()
    .where('person_id', '=', first.actor.personId)
    .execute()
    .then((rows) => ({ rows }));
  expect(rows).toEqual([]);
});

test('a passphrase too short to withstand its thieves locks nothing', async () => {
  const { identity } = await makeOwnKey(passphrase);
  await expect(lockIdentity(identity, 'ngắn')).rejects.toThrow(/too short/);
});
