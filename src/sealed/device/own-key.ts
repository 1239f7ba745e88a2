// A person's own key, made and opened on their device: what leaves it is public or sealed.

import { newIdentity, openWithPassphrase, sealWithPassphrase } from '../age.ts';
import { fromBase64Url, toBase64Url, toBytes } from '../bytes.ts';
import type { Sealed } from '../ring.ts';

/** Characters: with age's slow step, what a passphrase of the server's own thieves must withstand. */
export const shortestPassphrase = 16;

export type MadeKey = {
  readonly identity: string;
  readonly recipient: string;
  /** The private half, sealed by the passphrase. */
  readonly sealedIdentity: Sealed;
};

export async function makeOwnKey(passphrase: string): Promise<MadeKey> {
  const { identity, recipient } = await newIdentity('hybrid');
  return { identity, recipient, sealedIdentity: await lockIdentity(identity, passphrase) };
}

/** The same key under another passphrase; nothing that was sealed to it changes. */
export async function lockIdentity(identity: string, passphrase: string): Promise<Sealed> {
  if (passphrase.length < shortestPassphrase) throw new Error('a passphrase too short to lock');
  return toBase64Url(await sealWithPassphrase(passphrase, toBytes(identity)));
}

/** Undefined where the passphrase is another. Throws where what came is damaged. */
export async function unlockIdentity(
  sealedIdentity: Sealed,
  passphrase: string,
): Promise<string | undefined> {
  const sealed = fromBase64Url(sealedIdentity);
  if (!sealed) throw new Error('the sealed key is damaged');
  const opened = await openWithPassphrase(passphrase, sealed);
  return opened && new TextDecoder().decode(opened);
}
