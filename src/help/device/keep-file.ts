// What a helper's device does with a support file: seals it anew at every change, makes a code for the person.

import { toBase64Url } from '#sealed/bytes.ts';
import { newCode, writeCode, type Code } from '#sealed/code.ts';
import { recipientOf } from '#sealed/age.ts';
import { findHashOf, halvesOf } from '#sealed/halves.ts';
import { openFile, sealCopy, sealFile } from '../door/seal-support.ts';
import { nextReminder, withinConsent, type SupportFile } from '../support.ts';
import { readSupportFile } from '../support.input.ts';

export type HelperKey = { readonly keyId: string; readonly recipient: string };

export const aCode = (): Code =>
  newCode((length) => crypto.getRandomValues(new Uint8Array(length)));

/** To be read out, and to be written on paper. */
export const sayCode = (code: Code): { readonly syllables: string; readonly digits: string } => ({
  syllables: writeCode(code, 'syllables'),
  digits: writeCode(code, 'digits'),
});

/** What of a new code the server is given: the half that finds, and the public half of the other. */
export async function halvesForServer(code: Code) {
  const { find, open } = await halvesOf(code);
  const recipient = await recipientOf(open);
  return { find: toBase64Url(find), findHash: toBase64Url(findHashOf(find)), recipient };
}

/** Only what was agreed to leaves the page; of it the server is told two days. */
export async function sealForServer(fileId: string, file: SupportFile, key: HelperKey) {
  const kept = withinConsent(file);
  return {
    fileId,
    keyId: key.keyId,
    sealed: await sealFile(key.recipient, fileId, kept),
    sealedCopy: kept.code && (await sealCopy(kept.code.recipient, fileId, kept)),
    endsOn: kept.consent.until,
    remindOn: nextReminder(kept),
  };
}

/** Undefined where this key does not open it, or it is another file's. */
export const openOwnFile = async (
  identity: string,
  of: { readonly fileId: string; readonly sealed: string },
): Promise<SupportFile | undefined> => readSupportFile(await openFile(identity, of));
