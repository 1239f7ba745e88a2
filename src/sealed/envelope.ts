// The envelope: what is sealed, for whom, about which case and in which direction, bound into one.

import { done, refused, type Outcome } from '#ground/outcome.ts';
import { sealTo, tryOpen, type OpenRefusal } from './age.ts';
import { toBytes } from './bytes.ts';
import type { About } from './halves.ts';
import { padded, unpadded } from './padding.ts';

export type Purpose = 'tip' | 'help' | 'identity' | 'answer' | 'note' | 'file' | 'support';

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Where an envelope belongs; it is refused anywhere else. */
export type Place = {
  readonly purpose: Purpose;
  /** The ring that it was sealed to, or whose case it answers. */
  readonly to: string;
  /** The case: `aboutOf(find)` on the sender's device, `aboutOfHash(find_hash)` on the officer's. */
  readonly about: About;
  /** `in` from the sender to the ring, `out` from the ring to the sender. */
  readonly direction: 'in' | 'out';
};
export type Envelope = Place & { readonly v: 1; readonly body: Json };
export type Opened = { readonly body: Json; readonly attachment?: Uint8Array };

/** Throws where there is nobody to seal to; nothing leaves the device unsealed. */
export const sealEnvelope = async (
  recipients: readonly string[],
  envelope: Envelope,
  attachment?: Uint8Array,
): Promise<Uint8Array> => sealTo(recipients, padded(framed(envelope, attachment)));

/**
 * Opens and compares: an envelope that was moved to another unit, case, purpose or direction is
 * `misplaced`. What the body holds is for the caller to check, as anything from outside.
 */
export async function openEnvelope(
  identity: string,
  sealed: Uint8Array,
  expected: Place,
): Promise<Outcome<Opened, OpenRefusal | 'misplaced'>> {
  const opened = await tryOpen(identity, sealed);
  if (!opened.ok) return opened;
  const parts = unframed(opened.value);
  if (parts === undefined) return refused('damaged');
  const { head, attachment } = parts;
  if (!bound.every((key) => head[key] === expected[key])) return refused('misplaced');
  return done({ body: head.body, ...(head.attached && { attachment }) });
}

const bound = ['purpose', 'to', 'about', 'direction'] as const;

/** What stands before the attachment. */
type Head = {
  readonly v: 1;
  readonly attached: boolean;
  readonly body: Json;
  readonly [key: string]: unknown;
};

/** The length of the head, the head as JSON, the attachment as it is. */
const lengthBytes = 4;

function framed(
  { v, purpose, to, about, direction, body }: Envelope,
  attachment: Uint8Array | undefined,
): Uint8Array {
  const attached = attachment !== undefined;
  const head = toBytes(JSON.stringify({ v, purpose, to, about, direction, attached, body }));
  const frame = new Uint8Array(lengthBytes + head.length + (attachment?.length ?? 0));
  new DataView(frame.buffer).setUint32(0, head.length);
  frame.set(head, lengthBytes);
  if (attached) frame.set(attachment, lengthBytes + head.length);
  return frame;
}

function unframed(plain: Uint8Array): { head: Head; attachment: Uint8Array } | undefined {
  const frame = unpadded(plain);
  if (frame === undefined || frame.length < lengthBytes) return undefined;
  const end = lengthBytes + new DataView(frame.buffer).getUint32(0);
  const head = parsed(frame.slice(lengthBytes, end));
  return isHead(head) ? { head, attachment: frame.slice(end) } : undefined;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

const isHead = (value: unknown): value is Head =>
  typeof value === 'object' &&
  value !== null &&
  'v' in value &&
  value.v === 1 &&
  'attached' in value &&
  typeof value.attached === 'boolean' &&
  'body' in value;
