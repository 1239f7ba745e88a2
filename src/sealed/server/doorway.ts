// Fair turns at a door: nobody is turned away, and a noisy source waits behind its own noise alone.

import type { Doorway, Knock } from '../knock.ts';
import { openNoise, type Noise } from './noise.ts';
import { openProofs, type Proofs } from './proof.ts';
import { openTurns, type Lane, type Turns } from './turns.ts';

type Watched = { readonly turns: Turns; readonly noise: Noise; readonly proofs: Proofs };
export type DoorwayParts = {
  readonly secret: string;
  readonly now: () => Date;
  /** Together with the largest letter this bounds what a flood can make the server hold. */
  readonly room: { readonly inside: number; readonly ofOneBucket: number };
};

/** So many waiting, from however many sources, and every device is asked for a puzzle. */
const crowd = 400;
/** Bytes that weigh as much as one more knock. */
const weightOfBytes = 256 * 1024;

export function openDoorway({ secret, now, room }: DoorwayParts): Doorway {
  const door: Watched = {
    turns: openTurns(room),
    noise: openNoise(() => now().getTime()),
    proofs: openProofs(secret, () => now().getTime()),
  };
  return {
    inTurn: (knock, action) => inTurn(door, knock, action),
    challengeFor: (knock) => challengeFor(door, knock),
  };
}

async function inTurn<T>(door: Watched, knock: Knock, action: () => Promise<T>): Promise<T> {
  const { turns, noise } = door;
  const bucket = noise.bucketOf(knock.address);
  const lane = await laneOf(door, bucket, knock);
  noise.add(bucket, 1 + (knock.bytes ?? 0) / weightOfBytes);
  const leave = await turns.take(bucket, lane);
  try {
    return await action();
  } finally {
    leave();
  }
}

async function laneOf(
  { noise, proofs }: Watched,
  bucket: string,
  { proof, commandId }: Knock,
): Promise<Lane> {
  if (proof && commandId && (await proofs.isProved(proof, commandId))) return 'proved';
  return noise.levelOf(bucket) === 0 ? 'quiet' : 'noisy';
}

/** Only while people wait: on a calm day nobody's telephone works for nothing. */
async function challengeFor(
  { turns, noise, proofs }: Watched,
  { address, commandId }: Knock,
): Promise<object | undefined> {
  const bucket = noise.bucketOf(address);
  noise.add(bucket, 1);
  const waiting = turns.waiting();
  if (waiting === 0 || !commandId) return undefined;
  const level = Math.max(noise.levelOf(bucket), waiting > crowd ? 1 : 0);
  return level === 0 ? undefined : proofs.challenge(commandId, level);
}
