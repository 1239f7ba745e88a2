// The number of a missed call, sealed to those on duty and bound to that call: the server keeps no number.

import { digest, fromBase64Url, toBase64Url, toBytes } from '#sealed/bytes.ts';
import { sealEnvelope, type Place } from '#sealed/envelope.ts';
import { aboutOfHash } from '#sealed/halves.ts';
import type { Sealed } from '#sealed/ring.ts';
import type { Ring } from './door/seal-tip.ts';
import type { CallId } from './hotline.ts';

export async function sealNumber(callId: CallId, ring: Ring, number: string): Promise<Sealed> {
  const body = { number: number.trim().slice(0, 40) };
  const envelope = { v: 1, ...placeOfCall(callId, ring.ringId), body } as const;
  return toBase64Url(await sealEnvelope([ring.recipient], envelope));
}

/** For the device of somebody on duty: where the number of that call belongs, and nowhere else. */
export const placeOfCall = (callId: CallId, ringId: string): Place => ({
  purpose: 'note',
  to: ringId,
  about: aboutOfHash(digest(toBytes(`missed call ${callId}`))),
  direction: 'in',
});

export const sealedBytes = (sealed: Sealed): Uint8Array =>
  fromBase64Url(sealed) ?? new Uint8Array();

/** What was opened, where it is a number. */
export const numberIn = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'number' in body && typeof body.number === 'string'
    ? body.number
    : undefined;
