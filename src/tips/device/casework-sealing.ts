// What an officer's device opens and seals beyond answers: letters anew for the ring above, reasons, layers.

import { done, type Outcome } from '#ground/outcome.ts';
import { fromBase64Url, toBase64Url } from '#sealed/bytes.ts';
import {
  sealEnvelope,
  type Json,
  type Opened,
  type Place,
  type Purpose,
} from '#sealed/envelope.ts';
import type { About } from '#sealed/halves.ts';
import type { Sealed } from '#sealed/ring.ts';

/** As Unlock.svelte gives it: opens what was sealed to an epoch of a ring the person holds. */
export type Open = (
  sealed: Uint8Array,
  epoch: number,
  expected: Place,
) => Promise<Outcome<Opened, string>>;
export type RingKey = { readonly ringId: string; readonly recipient: string };
/** Something sealed, with where it was sealed to. */
export type Held = { readonly ringId: string; readonly epoch: number; readonly sealed: Sealed };

export const openHeld = (
  open: Open,
  { ringId, epoch, sealed }: Held,
  about: About,
  purpose: Purpose,
  direction: Place['direction'] = 'in',
): Promise<Outcome<Opened, string>> =>
  open(fromBase64Url(sealed) ?? new Uint8Array(), epoch, {
    purpose,
    to: ringId,
    about,
    direction,
  });

/** Opened and sealed to another ring: the same words, bound to the same case; `change` names files anew. */
export async function sealAnew(
  open: Open,
  held: Held,
  { purpose, about }: Pick<Place, 'purpose' | 'about'>,
  to: RingKey,
  change: (body: Json) => Json | Promise<Json> = (body) => body,
): Promise<Outcome<Sealed, string>> {
  const opened = await openHeld(open, held, about, purpose);
  if (!opened.ok) return opened;
  const { body, attachment } = opened.value;
  return done(await sealIn(purpose, to, about, await change(body), attachment));
}

/** A note to a ring: a reason, what the ring above is to know, or a layer over a letter. */
export const sealNote = (to: RingKey, about: About, body: Json): Promise<Sealed> =>
  sealIn('note', to, about, body);

async function sealIn(
  purpose: Purpose,
  to: RingKey,
  about: About,
  body: Json,
  attachment?: Uint8Array,
): Promise<Sealed> {
  const place = { purpose, to: to.ringId, about, direction: 'in' } as const;
  return toBase64Url(await sealEnvelope([to.recipient], { v: 1, ...place, body }, attachment));
}
