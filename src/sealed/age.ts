// The one door to the age format: making keys, sealing to them, opening, and letters for export.

import {
  armor,
  Decrypter,
  Encrypter,
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { fromBech32, toBech32 } from './bytes.ts';

/**
 * `hybrid` (ML-KEM-768 with X25519) also withstands a quantum computer of later years; `classic`
 * (X25519) is what every installed `age` program opens, and is for exports alone.
 */
export type KeyKind = 'hybrid' | 'classic';
export type KeyPair = { readonly identity: string; readonly recipient: string };
export type OpenRefusal = 'not-for-this-key' | 'damaged';

export async function newIdentity(kind: KeyKind): Promise<KeyPair> {
  const identity = await (kind === 'hybrid' ? generateHybridIdentity : generateX25519Identity)();
  return { identity, recipient: await recipientOf(identity) };
}

export const recipientOf = (identity: string): Promise<string> => identityToRecipient(identity);

/** The hybrid identity of 32 bytes: the same bytes make the same key. */
export function identityFromSeed(seed: Uint8Array): string {
  if (seed.length !== 32) throw new Error('a hybrid identity is made of 32 bytes');
  return toBech32(hybridKind, seed);
}

/** The 32 bytes of an identity made by `newIdentity('hybrid')`: shorter to divide and to print. */
export function seedOf(identity: string): Uint8Array {
  if (!identity.startsWith(`${hybridKind}1`)) throw new Error('no hybrid identity');
  return fromBech32(identity);
}

/** Throws where there is nobody to seal to, or where keys of both kinds would weaken the stronger. */
export async function sealTo(
  recipients: readonly string[],
  plain: Uint8Array,
): Promise<Uint8Array> {
  const kinds = new Set(recipients.map((recipient) => recipient.startsWith(hybridRecipient)));
  if (kinds.size !== 1) throw new Error('seal to keys of one kind, and to at least one');
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(plain);
}

/**
 * What was sealed to this identity; undefined where it was sealed to others. Throws where it is
 * damaged. Damage within a recipient's own lines cannot be told from another's lines.
 */
export const openWith = async (
  identity: string,
  sealed: Uint8Array,
): Promise<Uint8Array | undefined> => valueUnlessDamaged(await tryOpen(identity, sealed));

/** As `openWith`, with both refusals as values. A text that is no identity still throws. */
export async function tryOpen(
  identity: string,
  sealed: Uint8Array,
): Promise<Outcome<Uint8Array, OpenRefusal>> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return attempt(decrypter, sealed);
}

/** Sealed by the passphrase alone, with age's own slow step. */
export async function sealWithPassphrase(
  passphrase: string,
  plain: Uint8Array,
): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(workFactor);
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(plain);
}

/** Undefined where the passphrase is another; throws where the sealed bytes are damaged. */
export async function openWithPassphrase(
  passphrase: string,
  sealed: Uint8Array,
): Promise<Uint8Array | undefined> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return valueUnlessDamaged(await attempt(decrypter, sealed));
}

/** Sealed bytes as letters, as `age --armor` writes them. */
export const armored = (sealed: Uint8Array): string => armor.encode(sealed);

/** Two to this power, times 1 KiB: 64 MiB while a passphrase is tried, which a 2 GB phone still has. */
const workFactor = 16;
const hybridKind = 'AGE-SECRET-KEY-PQ-';
const hybridRecipient = 'age1pq1';
/** How the library says that no line is for the key; a test holds it to that. */
const noneMatched = "no identity matched any of the file's recipients";

async function attempt(
  decrypter: Decrypter,
  sealed: Uint8Array,
): Promise<Outcome<Uint8Array, OpenRefusal>> {
  try {
    return done(await decrypter.decrypt(sealed));
  } catch (error) {
    const isForOthers = error instanceof Error && error.message === noneMatched;
    return refused(isForOthers ? 'not-for-this-key' : 'damaged');
  }
}

function valueUnlessDamaged(opened: Outcome<Uint8Array, OpenRefusal>): Uint8Array | undefined {
  if (opened.ok) return opened.value;
  if (opened.refusal === 'damaged') throw new Error('what was sealed is damaged');
  return undefined;
}
