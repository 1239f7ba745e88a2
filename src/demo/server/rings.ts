// The demo's keys and rings: made by the code of people's devices and by the commands people use.

import type { Day } from '#ground/day.ts';
import type { UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { Reach } from '#ground/server/reach.ts';
import { reachOf } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { makeOwnKey, unlockIdentity } from '#sealed/device/own-key.ts';
import { newEpoch, newRecovery, sealAgain } from '#sealed/device/ring-keys.ts';
import type { KeyId, RingId, RingPurpose } from '#sealed/ring.ts';
import { makeKey } from '#sealed/server/key-commands.ts';
import { findOwnKey } from '#sealed/server/key-store.ts';
import { admit, openRing } from '#sealed/server/ring-commands.ts';
import { findRingAt, listMembers, listMyShares } from '#sealed/server/ring-store.ts';
import { demoPassphrase } from '../demo-keys.ts';
import { commandOf, must } from './once.ts';

/** A ring to be opened by the first of its people, who then admits the others. */
export type DemoRing = {
  readonly purpose: RingPurpose;
  readonly unitId: UnitId;
  readonly people: readonly Actor[];
};

type Keeper = {
  readonly actor: Actor;
  /** As PostgreSQL lets this person reach. */
  readonly db: Database;
  readonly keyId: KeyId;
  readonly recipient: string;
  readonly identity: string;
};

export async function loadDemoRings(
  reaching: (reach: Reach) => Database,
  rings: readonly DemoRing[],
  today: Day,
): Promise<void> {
  for (const ring of rings) {
    // The slow step of each passphrase runs beside that of the others.
    const keepers = await Promise.all(ring.people.map((actor) => keeper(reaching, actor, today)));
    const [opener, ...others] = keepers;
    if (!opener) throw new Error('the demo has nobody to open a ring');
    const ringId = await opened(opener, ring, today);
    for (const other of others) await admitted(opener, other, ringId, today);
  }
}

async function keeper(
  reaching: (reach: Reach) => Database,
  actor: Actor,
  today: Day,
): Promise<Keeper> {
  const { personId } = actor;
  const db = reaching({ personId, sites: reachOf(actor) });
  const known = await findOwnKey(db, personId);
  if (known) {
    const sealed = known.locks[0]?.sealedIdentity ?? '';
    const identity = await unlockIdentity(sealed, demoPassphrase);
    if (!identity) throw new Error('the demo has a key of another passphrase');
    return { actor, db, ...known, identity };
  }
  const { identity, recipient, sealedIdentity } = await makeOwnKey(demoPassphrase);
  const lock = { kind: 'passphrase', sealedIdentity } as const;
  const input = { commandId: commandOf(`key ${personId}`), recipient, lock, givesUpOld: false };
  const { keyId } = must(await makeKey(db, actor, input, today));
  return { actor, db, keyId, recipient, identity };
}

/** Its recovery parts are thrown away: whoever tries the demo makes new ones in a ceremony of their own. */
async function opened(by: Keeper, ring: DemoRing, today: Day): Promise<RingId> {
  const { purpose, unitId } = ring;
  const there = await findRingAt(by.db, ring);
  if (there) return there.ringId;
  const parts = { need: 2, of: 3 };
  const { recipient } = await newRecovery(parts);
  const own = { personId: by.actor.personId, keyId: by.keyId, recipient: by.recipient };
  const { shares, ...epoch } = await newEpoch([own], recipient);
  const [share] = shares;
  if (!share) throw new Error('the demo has no share of its own ring');
  const recovery = { ...parts, recipient, held: [] };
  const commandId = commandOf(`ring ${purpose} ${unitId}`);
  const input = { commandId, purpose, unitId, ...epoch, share, recovery };
  return must(await openRing(by.db, by.actor, input, today)).ringId;
}

async function admitted(by: Keeper, other: Keeper, ringId: RingId, today: Day): Promise<void> {
  const { keyId, recipient } = other;
  const { personId } = other.actor;
  const members = await listMembers(by.db, ringId);
  if (members.some((member) => member.personId === personId)) return;
  const mine = (await listMyShares(by.db)).filter((share) => share.ringId === ringId);
  const shares = must(await sealAgain(by.identity, mine, recipient));
  const commandId = commandOf(`admit ${personId} ${ringId}`);
  must(await admit(by.db, by.actor, { commandId, ringId, personId, keyId, shares }, today));
}
