// For tests: a commune and its province, people on duty there, and their devices with keys of their own.

import { day } from '#ground/day.ts';
import { newId, type UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { FreshDatabase } from '#ground/server/testing.ts';
import { reachOf } from '#people/may.ts';
import type { Actor, Role } from '#people/person.ts';
import { listHoldings } from '#people/server/store.ts';
import { makeOwnKey } from '../device/own-key.ts';
import { newEpoch, newRecovery } from '../device/ring-keys.ts';
import { toBase64Url } from '../bytes.ts';
import type { KeyId, Parts, RingId, RingPurpose } from '../ring.ts';
import { makeKey } from './key-commands.ts';
import { openRing } from './ring-commands.ts';

/** The day on which the tests happen: roles are asked for by PostgreSQL's own day, so long before it. */
export const today = day('2026-05-20');
export const passphrase = 'bốn chữ ví dụ để thử';

/** Somebody with a role, as their requests come in, and what their device keeps to itself. */
export type OnDuty = {
  readonly actor: Actor;
  readonly db: Database;
  readonly keyId: KeyId;
  readonly identity: string;
  readonly recipient: string;
};

export async function aUnit({ owner }: FreshDatabase, level: 'tinh' | 'xa'): Promise<UnitId> {
  const unitId = newId<'unit'>();
  const parent = level === 'xa' ? await aUnit({ owner } as FreshDatabase, 'tinh') : null;
  await owner
    .insertInto('unit')
    .values({
      unit_id: unitId,
      level,
      name: `${level} Ví Dụ ${unitId.slice(0, 4)}`,
      folded_name: 'vi du',
      words: 'vi du',
      parent_id: parent,
      valid_from: '2020-01-01',
    })
    .execute();
  return unitId;
}

export async function somebody(
  fresh: FreshDatabase,
  role: Role,
  unitId: UnitId | null,
): Promise<{ readonly actor: Actor; readonly db: Database }> {
  const personId = newId<'person'>();
  const name = `Người Ví Dụ ${personId.slice(0, 4)}`;
  await fresh.owner
    .insertInto('person')
    .values({ id: personId, name, username: personId, email: `${personId}@example.invalid` })
    .execute();
  await fresh.owner
    .insertInto('role_holding')
    .values({
      holding_id: newId(),
      person_id: personId,
      role,
      unit_id: unitId,
      valid_from: '2026-01-01',
    })
    .execute();
  const actor = { personId, name, holdings: await listHoldings(fresh.owner, personId, today) };
  return { actor, db: fresh.reaching({ personId, sites: reachOf(actor) }) };
}

/** With a key made on their device. */
export async function onDuty(
  fresh: FreshDatabase,
  role: Role,
  unitId: UnitId | null,
): Promise<OnDuty> {
  return { ...(await withKey(await somebody(fresh, role, unitId))) };
}

export async function withKey({ actor, db }: Pick<OnDuty, 'actor' | 'db'>): Promise<OnDuty> {
  const { identity, recipient, sealedIdentity } = await makeOwnKey(passphrase);
  const lock = { kind: 'passphrase', sealedIdentity } as const;
  const input = { commandId: newId<'command'>(), recipient, lock, givesUpOld: true };
  const made = await makeKey(db, actor, input, today);
  if (!made.ok) throw new Error(made.refusal);
  return { actor, db, identity, recipient, keyId: made.value.keyId };
}

export type OpenedRing = {
  readonly ringId: RingId;
  readonly recipient: string;
  /** On paper. */
  readonly parts: readonly Uint8Array[];
};

export const ceremony = async (
  { actor, keyId, recipient }: OnDuty,
  { purpose, unitId }: { readonly purpose: RingPurpose; readonly unitId: UnitId },
  parts: Parts = { need: 2, of: 3 },
) => {
  const recovery = await newRecovery(parts);
  const own = { personId: actor.personId, keyId, recipient };
  const { shares, ...epoch } = await newEpoch([own], recovery.recipient);
  const [share] = shares;
  if (!share) throw new Error('no share');
  const input = {
    commandId: newId<'command'>(),
    purpose,
    unitId,
    ...epoch,
    share,
    recovery: { ...parts, recipient: recovery.recipient, held: [] },
  };
  return { input, parts: recovery.parts };
};

export async function anOpenRing(
  opener: OnDuty,
  place: { readonly purpose: RingPurpose; readonly unitId: UnitId },
): Promise<OpenedRing> {
  const { input, parts } = await ceremony(opener, place);
  const opened = await openRing(opener.db, opener.actor, input, today);
  if (!opened.ok) throw new Error(opened.refusal);
  return { ringId: opened.value.ringId, recipient: input.recipient, parts };
}

/** Bytes that are sealed to nobody: for what is refused before anybody opens them. */
export const someSealed = toBase64Url(new Uint8Array(200));
