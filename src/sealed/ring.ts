// A ring: the people on duty at one unit for one purpose, and the key pairs they hold together, one after another.

import type { Day } from '#ground/day.ts';
import type { Id, PersonId, UnitId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { mayWithoutSite, type Act } from '#people/may.ts';
import type { Actor } from '#people/person.ts';

export type RingId = Id<'ring'>;
export type KeyId = Id<'key'>;
export const ringPurposes = ['tip', 'help'] as const;
export type RingPurpose = (typeof ringPurposes)[number];

/** Sealed bytes on their way between device and server: base64url. */
export type Sealed = string;

/** Where a ring belongs: the doors of that unit seal to it. */
export type RingPlace = {
  readonly purpose: RingPurpose;
  readonly unitId: UnitId;
  readonly unitName: string;
};

export type Ring = RingPlace & {
  readonly ringId: RingId;
  readonly epoch: number;
  /** Of the current epoch. */
  readonly recipient: string;
  readonly since: Day;
};

/** Somebody who may be in a ring, as those on duty there see them; without a key where none was made. */
export type Fitting = {
  readonly personId: PersonId;
  readonly name: string;
  readonly key: { readonly keyId: KeyId; readonly recipient: string } | null;
};

export type RingMember = {
  readonly personId: PersonId;
  readonly name: string;
  readonly keyId: KeyId;
  readonly recipient: string;
  readonly since: Day;
};

/** What a person can open, with their own key, on their own device. */
export type RingShare = RingPlace & {
  readonly ringId: RingId;
  readonly epoch: number;
  readonly recipient: string;
  readonly isCurrent: boolean;
  readonly sealedIdentity: Sealed;
};

/** One way to open a key: by a passphrase, or by what a passkey gives. */
export type KeyLock = {
  readonly lockId: Id<'lock'>;
  readonly kind: 'passphrase' | 'passkey';
  readonly sealedIdentity: Sealed;
};
/** One's own key as one's own pages show it. */
export type OwnKey = {
  readonly keyId: KeyId;
  readonly recipient: string;
  readonly since: Day;
  readonly locks: readonly KeyLock[];
};

export type NewShare = {
  readonly personId: PersonId;
  readonly keyId: KeyId;
  readonly sealedIdentity: Sealed;
};

/** Somebody who has made a key. */
export type Keyed = Pick<RingMember, 'personId' | 'name' | 'keyId' | 'recipient'>;

/** A part of a recovery key, sealed to the key of whoever holds it. */
export type HeldPart = Omit<NewShare, 'sealedIdentity'> & {
  readonly number: number;
  readonly sealedShare: Sealed;
};

/** Parts of a recovery key: how many there are, and how many open. Never one alone. */
export type Parts = { readonly need: number; readonly of: number };
const fewestNeeded = 2;
export const mostParts = 15;
/** Characters of a reason to call the keyholders. */
export const shortestReason = 10;

const actOf: Readonly<Record<RingPurpose, Act>> = { tip: 'open tip', help: 'open help request' };

/** For which purposes a person may be in a ring at all; somebody who stands in for another never. */
export const purposesOf = (actor: Actor): readonly RingPurpose[] =>
  actor.actingFor ? [] : ringPurposes.filter((purpose) => mayWithoutSite(actor, actOf[purpose]));

/** Keys are nobody's but their owner's: whoever does another's work does it without them. */
export const mayKeepKeys = (actor: Actor): boolean =>
  actor.actingFor === undefined && mayWithoutSite(actor, 'keep own key');

export const mayManageRings = (actor: Actor): boolean =>
  actor.actingFor === undefined && mayWithoutSite(actor, 'manage ring');

export type PartsRefusal = 'too-few-needed' | 'too-many-needed' | 'too-many-parts';

export function decideParts({ need, of }: Parts): Outcome<Parts, PartsRefusal> {
  if (need < fewestNeeded) return refused('too-few-needed');
  if (of > mostParts) return refused('too-many-parts');
  return need > of ? refused('too-many-needed') : done({ need, of });
}

export type HolderRefusal = 'holder-unfit' | 'holder-doubled';

/** Who keeps a part with a key of their own: on duty there, and one part each, so that nobody has two. */
export function decideHolders(
  { of, held }: Pick<Parts, 'of'> & { readonly held: readonly HeldBy[] },
  fitting: readonly Fitting[],
): Outcome<true, HolderRefusal> {
  const fits = ({ number, personId, keyId }: HeldBy): boolean =>
    number <= of && fitting.some((one) => one.personId === personId && one.key?.keyId === keyId);
  if (!held.every(fits)) return refused('holder-unfit');
  return allDiffer(held.map(({ personId }) => personId)) &&
    allDiffer(held.map(({ number }) => number))
    ? done(true)
    : refused('holder-doubled');
}

export const allDiffer = (values: readonly unknown[]): boolean =>
  new Set(values).size === values.length;

type HeldBy = {
  readonly number: number;
  readonly personId: PersonId;
  readonly keyId: KeyId;
};

export type AdmitRefusal = 'not-on-duty' | 'key-unknown' | 'member-already' | 'shares-incomplete';

/** A colleague on duty, to the key they have now; the current epoch, and of others what one holds. */
export function decideAdmit(
  wanted: {
    readonly personId: PersonId;
    readonly keyId: KeyId;
    readonly shares: readonly { readonly epoch: number }[];
  },
  known: {
    readonly epoch: number;
    /** What whoever admits can open. */
    readonly held: readonly number[];
    readonly members: readonly Pick<RingMember, 'personId'>[];
    readonly fitting: readonly Fitting[];
  },
): Outcome<true, AdmitRefusal> {
  const { personId, keyId } = wanted;
  const found = known.fitting.find((one) => one.personId === personId);
  const epochs = wanted.shares.map(({ epoch }) => epoch);
  if (!found) return refused('not-on-duty');
  if (found.key?.keyId !== keyId) return refused('key-unknown');
  if (known.members.some((one) => one.personId === personId)) return refused('member-already');
  const isWhole =
    epochs.includes(known.epoch) &&
    epochs.every((epoch) => known.held.includes(epoch)) &&
    new Set(epochs).size === epochs.length;
  return isWhole ? done(true) : refused('shares-incomplete');
}

export type TurnRefusal =
  'turned-already' | 'not-a-member' | 'own-leaving' | 'must-leave' | 'shares-incomplete';

/**
 * Who stays, when some leave: exactly they must get a share of the new epoch, to the key each of
 * them has now, or somebody on duty is locked out or one who left is not. Whoever turns it knows
 * the new key, so that nobody turns it for their own leaving.
 */
export function decideTurn(
  wanted: {
    readonly epoch: number;
    readonly leaving: readonly PersonId[];
    readonly shares: readonly Pick<NewShare, 'personId' | 'keyId'>[];
  },
  known: {
    readonly epoch: number;
    readonly members: readonly Pick<RingMember, 'personId' | 'keyId'>[];
    /** Members whose role is over. */
    readonly over: readonly PersonId[];
    readonly by: PersonId;
  },
): Outcome<readonly PersonId[], TurnRefusal> {
  const { leaving, shares } = wanted;
  if (wanted.epoch !== known.epoch) return refused('turned-already');
  const people = known.members.map(({ personId }) => personId);
  if (!leaving.every((personId) => people.includes(personId))) return refused('not-a-member');
  if (leaving.includes(known.by)) return refused('own-leaving');
  if (!known.over.every((personId) => leaving.includes(personId))) return refused('must-leave');
  const staying = known.members.filter(({ personId }) => !leaving.includes(personId));
  return keysOf(staying) === keysOf(shares)
    ? done(staying.map(({ personId }) => personId))
    : refused('shares-incomplete');
}

const keysOf = (of: readonly Pick<NewShare, 'personId' | 'keyId'>[]): string =>
  of
    .map(({ personId, keyId }) => `${personId} ${keyId}`)
    .toSorted()
    .join();

/** Whether exactly what one can open was sealed again. */
export function isSameEpochs(
  held: readonly { readonly epoch: number }[],
  given: readonly { readonly epoch: number }[],
): boolean {
  const numbers = (of: readonly { readonly epoch: number }[]): string =>
    of
      .map(({ epoch }) => epoch)
      .toSorted((a, b) => a - b)
      .join();
  return numbers(held) === numbers(given);
}

/** Members whose role is over: the key must be turned, which their colleagues are told. */
export const mustLeave = (
  members: readonly RingMember[],
  fitting: readonly Fitting[],
): readonly RingMember[] =>
  members.filter(({ personId }) => !fitting.some((one) => one.personId === personId));

/** Colleagues on duty who are not in it yet; those without a key first have to make one. */
export const mayBeAdmitted = (
  members: readonly RingMember[],
  fitting: readonly Fitting[],
): readonly Fitting[] =>
  fitting.filter(({ personId }) => !members.some((one) => one.personId === personId));

/** To whose keys a part of a recovery key can be sealed; whoever makes it needs none for themselves. */
export const mayHoldParts = (fitting: readonly Fitting[], by: PersonId): readonly Keyed[] =>
  fitting.flatMap(({ personId, name, key }) =>
    key && personId !== by ? [{ personId, name, ...key }] : [],
  );
