// Rings from the first key to a new epoch: who opens what is sealed to them, and what PostgreSQL refuses by itself.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, type UnitId } from '#ground/id.ts';
import { done, refused } from '#ground/outcome.ts';
import { noReach } from '#ground/server/reach.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { openWith, sealTo } from '../age.ts';
import { newEpoch, openShare, sealAgain } from '../device/ring-keys.ts';
import { mustLeave, type RingId } from '../ring.ts';
import { findRecoverySet } from './recovery-store.ts';
import { admit, openRing, turnEpoch } from './ring-commands.ts';
import {
  findRing,
  listDutyPlaces,
  listFitting,
  listHeldRings,
  listMembers,
  listMyShares,
  listRecipients,
} from './ring-store.ts';
import {
  anOpenRing,
  aUnit,
  ceremony,
  onDuty,
  somebody,
  someSealed,
  today,
  withKey,
  type OnDuty,
} from './testing.ts';

let fresh: FreshDatabase;
let unitId: UnitId;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const letter = new TextEncoder().encode('một lá thư');

/** A ring of a commune of its own, with its opener and a colleague who has a key. */
async function twoOnDuty() {
  unitId = await aUnit(fresh, 'xa');
  const place = { purpose: 'tip', unitId } as const;
  const first = await onDuty(fresh, 'commune_police', unitId);
  const second = await onDuty(fresh, 'commune_police', unitId);
  return { place, first, second, ...(await anOpenRing(first, place)) };
}

async function admission(by: OnDuty, { actor, keyId, recipient }: OnDuty, ringId: RingId) {
  const mine = (await listMyShares(by.db)).filter((share) => share.ringId === ringId);
  const sealed = await sealAgain(by.identity, mine, recipient);
  if (!sealed.ok) throw new Error(sealed.refusal);
  const { personId } = actor;
  return { commandId: newId<'command'>(), ringId, personId, keyId, shares: sealed.value };
}

async function turning(by: OnDuty, ringId: RingId, leaving: readonly OnDuty[]) {
  const gone = leaving.map(({ actor }) => actor.personId);
  const staying = (await listMembers(by.db, ringId)).filter(
    ({ personId }) => !gone.includes(personId),
  );
  const set = await findRecoverySet(by.db, ringId);
  const ring = await findRing(by.db, ringId);
  const made = await newEpoch(staying, set?.recipient ?? '');
  return {
    commandId: newId<'command'>(),
    ringId,
    epoch: ring?.epoch ?? 0,
    leaving: gone,
    ...made,
    shares: [...made.shares],
  };
}

/** What somebody's device makes of a letter, with every share the server gives them. */
async function readBy({ db, identity }: OnDuty, sealed: Uint8Array): Promise<string | undefined> {
  for (const share of await listMyShares(db)) {
    const opened = await openShare(identity, share);
    const plain = opened.ok && (await openWith(opened.value, sealed));
    if (plain) return new TextDecoder().decode(plain);
  }
  return undefined;
}

const sealedFor = async (): Promise<Uint8Array> => {
  const to = await listRecipients(fresh.reaching(noReach), { purpose: 'tip', unitId });
  return sealTo([to?.recipient ?? ''], letter);
};

describe('a ring', () => {
  test('is found by a visitor whom nobody knows, and opens for its opener', async () => {
    const { first, second } = await twoOnDuty();
    const sealed = await sealedFor();
    expect(await readBy(first, sealed)).toBe('một lá thư');
    expect(await readBy(second, sealed)).toBeUndefined();
  });

  test('opens for a colleague once admitted, with what came in before', async () => {
    const { first, second, ringId } = await twoOnDuty();
    const sealed = await sealedFor();
    const input = await admission(first, second, ringId);
    for (const once of [input, input]) {
      expect(await admit(first.db, first.actor, once, today)).toEqual(done({ ringId, epoch: 1 }));
    }
    expect(await readBy(second, sealed)).toBe('một lá thư');
    expect(await listMembers(second.db, ringId)).toHaveLength(2);
  });

  test('turned when somebody leaves: they open nothing new, and lose what was old', async () => {
    const { first, second, ringId } = await twoOnDuty();
    const before = await sealedFor();
    await admit(first.db, first.actor, await admission(first, second, ringId), today);
    const input = await turning(first, ringId, [second]);
    for (const once of [input, input]) {
      expect(await turnEpoch(first.db, first.actor, once, today)).toEqual(
        done({ ringId, epoch: 2 }),
      );
    }
    const after = await sealedFor();
    expect([await readBy(first, before), await readBy(first, after)]).toEqual([
      'một lá thư',
      'một lá thư',
    ]);
    expect([await readBy(second, before), await readBy(second, after)]).toEqual([
      undefined,
      undefined,
    ]);
    expect(await listMyShares(second.db)).toEqual([]);
  });

  test('stays one, however often it is opened', async () => {
    const { first, second, place } = await twoOnDuty();
    const { input } = await ceremony(second, place);
    expect(await openRing(second.db, second.actor, input, today)).toEqual(refused('ring-there'));
    expect(await listDutyPlaces(first.db, first.actor.holdings, ['tip'], today)).toEqual([
      expect.objectContaining(place),
    ]);
  });
});

describe('nobody comes in', () => {
  test('who is not on duty there: another commune, another role, an administrator', async () => {
    const { first, ringId } = await twoOnDuty();
    const elsewhere = await onDuty(fresh, 'commune_police', await aUnit(fresh, 'xa'));
    const helper = await onDuty(fresh, 'helper', unitId);
    for (const other of [elsewhere, helper]) {
      const input = await admission(first, other, ringId);
      expect(await admit(first.db, first.actor, input, today)).toEqual(refused('not-on-duty'));
    }
    const both = await onDuty(fresh, 'commune_police', unitId);
    await fresh.owner
      .insertInto('role_holding')
      .values({
        holding_id: newId(),
        person_id: both.actor.personId,
        role: 'administrator',
        valid_from: '2026-01-01',
      })
      .execute();
    const input = await admission(first, both, ringId);
    expect(await admit(first.db, first.actor, input, today)).toEqual(refused('not-on-duty'));
  });

  test('by somebody who holds no share, nor to a key that was given up', async () => {
    const { first, second, ringId } = await twoOnDuty();
    const third = await onDuty(fresh, 'commune_police', unitId);
    const input = await admission(first, third, ringId);
    expect(await admit(second.db, second.actor, input, today)).toEqual(refused('not-found'));
    await withKey(third);
    expect(await admit(first.db, first.actor, input, today)).toEqual(refused('key-unknown'));
  });

  test('without the current epoch', async () => {
    const { first, second, ringId } = await twoOnDuty();
    const input = await admission(first, second, ringId);
    await turnEpoch(first.db, first.actor, await turning(first, ringId, []), today);
    expect(await admit(first.db, first.actor, input, today)).toEqual(refused('shares-incomplete'));
  });

  test('in the name of a stand-in', async () => {
    const { first, second, ringId } = await twoOnDuty();
    const { personId, name } = second.actor;
    const acting = { ...first.actor, actingFor: { personId, name } };
    const input = await admission(first, second, ringId);
    expect(await admit(first.db, acting, input, today)).toEqual(refused('forbidden'));
    const db = fresh.reaching({
      personId: first.actor.personId,
      sites: [],
      actingFor: second.actor.personId,
    });
    expect(await listMyShares(db)).toEqual([]);
  });
});

describe('whose role is over', () => {
  const endRole = async ({ actor }: OnDuty): Promise<void> => {
    await fresh.owner
      .updateTable('role_holding')
      .set({ valid_to: '2026-03-01' })
      .where('person_id', '=', actor.personId)
      .execute();
  };

  test('is shown no share any more, and must be among those who leave', async () => {
    const { first, second, ringId } = await twoOnDuty();
    await admit(first.db, first.actor, await admission(first, second, ringId), today);
    await endRole(second);
    expect(await listMyShares(second.db)).toEqual([]);
    expect(await listHeldRings(second.db)).toEqual([]);
    const [held] = await listHeldRings(first.db);
    const over = held
      ? mustLeave(await listMembers(first.db, ringId), await listFitting(first.db, held))
      : [];
    expect(over.map(({ personId }) => personId)).toEqual([second.actor.personId]);
    const without = await turning(first, ringId, []);
    expect(await turnEpoch(first.db, first.actor, without, today)).toEqual(refused('must-leave'));
    const input = await turning(first, ringId, [second]);
    expect((await turnEpoch(first.db, first.actor, input, today)).ok).toBe(true);
  });
});

describe('PostgreSQL alone', () => {
  test('shows an administrator who reaches everything no share, no lock and no colleague', async () => {
    const { place, ringId } = await twoOnDuty();
    const { db } = await somebody(fresh, 'administrator', null);
    expect([await listMyShares(db), await listMembers(db, ringId)]).toEqual([[], []]);
    expect(await listFitting(db, place)).toEqual([]);
    for (const table of ['ring_share', 'key_lock', 'device_key', 'recovery_share']) {
      const { rows } = await sql`SELECT FROM ${sql.table(table)}`.execute(db);
      expect([table, rows]).toEqual([table, []]);
    }
  });

  test('lets nobody without a share slip one in, nor a new epoch', async () => {
    const { second, ringId } = await twoOnDuty();
    const { keyId, actor } = second;
    const share = sql`INSERT INTO ring_share (ring_id, epoch, person_id, key_id, command_id,
        sealed_identity, given_by, given_on)
      VALUES (${ringId}, 1, ${actor.personId}, ${keyId}, gen_random_uuid(),
        ${Buffer.alloc(200)}, ${actor.personId}, ${today})`;
    await expect(share.execute(second.db)).rejects.toThrow(/row-level security/);
    const epoch = sql`INSERT INTO ring_epoch (ring_id, epoch, command_id, recipient, proof,
        made_by, made_on)
      VALUES (${ringId}, 2, gen_random_uuid(), ${second.recipient}, ${Buffer.alloc(32)},
        ${actor.personId}, ${today})`;
    await expect(epoch.execute(second.db)).rejects.toThrow(/row-level security/);
    const end = sql`UPDATE ring_epoch SET ended_on = ${today} WHERE ring_id = ${ringId}`;
    expect((await end.execute(second.db)).numAffectedRows).toBe(0n);
  });

  test('opens no ring for whoever is not on duty there', async () => {
    const { second } = await twoOnDuty();
    const elsewhere = { purpose: 'tip', unitId: await aUnit(fresh, 'xa') } as const;
    const { input } = await ceremony(second, elsewhere);
    expect(await openRing(second.db, second.actor, input, today)).toEqual(refused('forbidden'));
    const insert = sql`INSERT INTO key_ring (ring_id, command_id, purpose, unit_id, made_by, made_on)
      VALUES (gen_random_uuid(), gen_random_uuid(), 'tip', ${elsewhere.unitId},
        ${second.actor.personId}, ${today})`;
    await expect(insert.execute(second.db)).rejects.toThrow(/row-level security/);
  });

  test('gives away no proof by which the ring could be taken over', async () => {
    const { first } = await twoOnDuty();
    await expect(sql`SELECT proof FROM ring_epoch`.execute(first.db)).rejects.toThrow(/permission/);
  });
});

test('the province’s duty desk has a ring of the province, and the commune none of it', async () => {
  const province = await aUnit(fresh, 'tinh');
  const desk = await onDuty(fresh, 'provincial_police', null);
  const { ringId } = await anOpenRing(desk, { purpose: 'tip', unitId: province });
  const { first } = await twoOnDuty();
  expect(await listMembers(first.db, ringId)).toEqual([]);
  expect(await listMembers(desk.db, ringId)).toHaveLength(1);
});

test('a recipient that the server put in another’s place is found out on the device', async () => {
  const { first } = await twoOnDuty();
  const [share] = await listMyShares(first.db);
  const forged = { sealedIdentity: share?.sealedIdentity ?? '', recipient: first.recipient };
  expect(await openShare(first.identity, forged)).toEqual(refused('recipient-mismatch'));
  expect(await openShare(first.identity, { ...forged, sealedIdentity: someSealed })).toEqual(
    refused('damaged'),
  );
});
