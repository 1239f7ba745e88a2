// What the devices of a ring's people do with its keys: a new epoch, a newcomer, parts of a recovery key.

import { done, refused, type Outcome } from '#ground/outcome.ts';
import {
  identityFromSeed,
  newIdentity,
  recipientOf,
  sealTo,
  seedOf,
  tryOpen,
  type OpenRefusal,
} from '../age.ts';
import { derive, digest, fromBase64Url, toBase64Url, toBytes } from '../bytes.ts';
import { joinShares, splitSecret, type ShareRefusal } from '../recovery.ts';
import type { Fitting, HeldPart, NewShare, Parts, RingShare, Sealed } from '../ring.ts';

type Key = { readonly personId: Fitting['personId'] } & NonNullable<Fitting['key']>;

export type NewEpoch = {
  readonly recipient: string;
  readonly proof: string;
  readonly sealedRecovery: Sealed;
  readonly shares: readonly NewShare[];
};

/** Made for everybody who stays, and for the recovery key; the private half is forgotten at once. */
export async function newEpoch(keys: readonly Key[], recoveryRecipient: string): Promise<NewEpoch> {
  const { identity, recipient } = await newIdentity('hybrid');
  return {
    recipient,
    proof: toBase64Url(digest(proofFrom(identity))),
    sealedRecovery: await sealIdentity(identity, recoveryRecipient),
    shares: await Promise.all(
      keys.map(async ({ personId, keyId, recipient: own }) => ({
        personId,
        keyId,
        sealedIdentity: await sealIdentity(identity, own),
      })),
    ),
  };
}

export type Divided = {
  readonly recipient: string;
  /** In the order of their numbers, from 1. */
  readonly parts: readonly Uint8Array[];
};

/** A recovery key that exists in its parts alone. */
export async function newRecovery({ of, need }: Parts): Promise<Divided> {
  const { identity, recipient } = await newIdentity('hybrid');
  return { recipient, parts: await splitSecret(seedOf(identity), { of, need }) };
}

/** Beside each part, in their order, whose key it is sealed to; where nobody stands, it stays on paper. */
export async function holdParts(
  parts: readonly Uint8Array[],
  holders: readonly (Key | undefined)[],
): Promise<readonly HeldPart[]> {
  const held = parts.map(async (part, at) => {
    const holder = holders[at];
    if (!holder) return [];
    const { personId, keyId, recipient } = holder;
    const sealedShare = toBase64Url(await sealTo([recipient], part));
    return [{ number: at + 1, personId, keyId, sealedShare }];
  });
  return (await Promise.all(held)).flat();
}

export type OpenShareRefusal = OpenRefusal | 'recipient-mismatch';

/**
 * The private half of an epoch. Refused where it is not that of the recipient the doors are given:
 * then the server has put another key in its place, and letters go to somebody else.
 */
export async function openShare(
  ownIdentity: string,
  { sealedIdentity, recipient }: Pick<RingShare, 'sealedIdentity' | 'recipient'>,
): Promise<Outcome<string, OpenShareRefusal>> {
  const sealed = fromBase64Url(sealedIdentity);
  if (!sealed) return refused('damaged');
  const opened = await tryOpen(ownIdentity, sealed);
  if (!opened.ok) return opened;
  const identity = new TextDecoder().decode(opened.value);
  return (await recipientOf(identity)) === recipient
    ? done(identity)
    : refused('recipient-mismatch');
}

export type SharesFor = readonly { readonly epoch: number; readonly sealedIdentity: Sealed }[];

/** What one has of a ring, sealed again: to a newcomer's key, or to a new recovery key. */
export async function sealAgain(
  ownIdentity: string,
  shares: readonly RingShare[],
  to: string,
): Promise<Outcome<SharesFor, OpenShareRefusal>> {
  const given: { epoch: number; sealedIdentity: Sealed }[] = [];
  for (const share of shares) {
    const opened = await openShare(ownIdentity, share);
    if (!opened.ok) return opened;
    const sealedIdentity = await sealIdentity(opened.value, to);
    given.push({ epoch: share.epoch, sealedIdentity });
  }
  return done(given);
}

/** A keyholder's part, opened with their own key and sealed to whoever called for it. */
export async function passOnPart(
  ownIdentity: string,
  sealedShare: Sealed,
  caller: string,
): Promise<Outcome<Sealed, OpenRefusal>> {
  const sealed = fromBase64Url(sealedShare);
  if (!sealed) return refused('damaged');
  const part = await tryOpen(ownIdentity, sealed);
  return part.ok ? done(toBase64Url(await sealTo([caller], part.value))) : part;
}

/** What keyholders gave, opened with the key of whoever called; what is not for it is left out. */
export async function openParts(
  ownIdentity: string,
  gifts: readonly Sealed[],
): Promise<readonly Uint8Array[]> {
  const opened = await Promise.all(
    gifts.map((gift) => tryOpen(ownIdentity, fromBase64Url(gift) ?? new Uint8Array())),
  );
  return opened.flatMap((part) => (part.ok ? [part.value] : []));
}

export type ToRecover = {
  readonly epoch: number;
  readonly recipient: string;
  /** Sealed to the recovery key. */
  readonly sealedIdentity: Sealed;
};
export type Recovered = {
  readonly epoch: number;
  readonly shown: string;
  readonly sealedIdentity: Sealed;
};

/** From enough parts: every epoch of the ring, sealed to the key of whoever recovers it. */
export async function recoverRing(
  parts: readonly Uint8Array[],
  epochs: readonly ToRecover[],
  own: string,
): Promise<Outcome<readonly Recovered[], ShareRefusal | OpenShareRefusal>> {
  const seed = await joinShares(parts);
  if (!seed.ok) return seed;
  const recovery = identityFromSeed(seed.value);
  const recovered: Recovered[] = [];
  for (const { epoch, ...share } of epochs) {
    const opened = await openShare(recovery, share);
    if (!opened.ok) return opened;
    const shown = toBase64Url(proofFrom(opened.value));
    recovered.push({ epoch, shown, sealedIdentity: await sealIdentity(opened.value, own) });
  }
  return done(recovered);
}

const sealIdentity = async (identity: string, recipient: string): Promise<Sealed> =>
  toBase64Url(await sealTo([recipient], toBytes(identity)));

/** What only a holder of the private half can show; the server keeps its digest. */
const proofFrom = (identity: string): Uint8Array =>
  derive(seedOf(identity), 'binh-yen ring proof v1', 32);
