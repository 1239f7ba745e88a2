// Code slips given out blank: the code is made and printed on a device; the server learns only what a letter is bound to.

import { recipientOf } from '#sealed/age.ts';
import { toBase64Url, toPrinted } from '#sealed/bytes.ts';
import { newCode, writeCode, type Random } from '#sealed/code.ts';
import { findHashOf, halvesOf } from '#sealed/halves.ts';

/** Eight capital letters and digits, read as two fours; random, so that it tells nothing of its sheet. */
export type SlipNumber = string;

/** What the server keeps of a slip. */
export type SlipEntry = {
  readonly slipNumber: SlipNumber;
  /** base64url, SHA-256 of the code's find half. */
  readonly findHash: string;
  readonly answerRecipient: string;
};
/** What is printed, and forgotten with the page. */
export type BlankSlip = SlipEntry & { readonly syllables: string; readonly digits: string };

/** A sheet of A4 is cut into so many. */
export const slipsOnSheet = 6;

export async function newSlip(random: Random): Promise<BlankSlip> {
  const code = newCode(random);
  const { find, open } = await halvesOf(code);
  return {
    slipNumber: toPrinted(random(5)).replace(/\s/g, ''),
    findHash: toBase64Url(findHashOf(find)),
    answerRecipient: await recipientOf(open),
    syllables: writeCode(code, 'syllables'),
    digits: writeCode(code, 'digits'),
  };
}

/** For a letter without a slip: a code that nobody keeps, so that nobody ever reads an answer to it. */
export const unkeptSlip = async (random: Random): Promise<Omit<SlipEntry, 'slipNumber'>> => {
  const { findHash, answerRecipient } = await newSlip(random);
  return { findHash, answerRecipient };
};

export const showSlipNumber = (slipNumber: SlipNumber): string =>
  `${slipNumber.slice(0, 4)} ${slipNumber.slice(4)}`;

/** As it is written by hand or typed: gaps, small letters, O for 0, I and L for 1; undefined where it is none. */
export function readSlipNumber(text: string): SlipNumber | undefined {
  const plain = text
    .replace(/[\s.·-]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(plain) ? plain : undefined;
}

export const withoutCode = ({ slipNumber, findHash, answerRecipient }: BlankSlip): SlipEntry => ({
  slipNumber,
  findHash,
  answerRecipient,
});
