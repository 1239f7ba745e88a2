// What the sealing script does when it is asked: codes, sealing, opening, cleaning files, proofs of work.

import { fromBase64Url, toBase64Url } from '#sealed/bytes.ts';
import { newCode, readCode, unknownWords, writeCode, type Code } from '#sealed/code.ts';
import { openEnvelope, type Json } from '#sealed/envelope.ts';
import { solveProof, type Challenge } from '#sealed/device/solve-proof.ts';
import { halvesOf, type Halves } from '#sealed/halves.ts';
import { openSupportCopy, type SealedCopy } from '#help/door/seal-support.ts';
import type { HelpLetter, MoreHelp } from '#help/door/help-letter.ts';
import {
  sealHelp,
  sealMoreHelp,
  type HelpRing,
  type SealedHelp,
  type SealedMoreHelp,
} from '#help/door/seal-help.ts';
import { cleaned, type Cleaned } from '../door/clean/cleaned.ts';
import type { ShownCode } from '../door/code-sections.ts';
import type { IdentityLetter, MoreLetter, TipLetter } from '../door/letter.ts';
import {
  placeOf,
  sealMore,
  sealPiece,
  sealTip,
  type PieceOf,
  type Ring,
  type SealedLetter,
  type SealedTip,
} from '../door/seal-tip.ts';

/** As it is kept in the tab: the syllables of a code. */
type Written = { readonly code: string };
export type CodeTrouble = {
  readonly why: 'too-short' | 'too-long' | 'unknown-word' | 'check-failed' | 'differs';
  /** The first word that is none of ours, and those that look like it. */
  readonly unknown?: { readonly word: string; readonly nearest: readonly string[] };
};
type SealedAnswer = { readonly ringId: string; readonly sealed: string };

export const jobs = {
  /** Asked early, so that the script is there when it is needed. */
  load: (): true => true,

  newCode: (): ShownCode =>
    shown(newCode((length) => crypto.getRandomValues(new Uint8Array(length)))),

  showCode: ({ code }: Written): ShownCode => shown(codeOf(code)),

  /** What is wrong with what was typed back; undefined where it is the same code. */
  compare: ({ code, typed }: Written & { typed: string }): CodeTrouble | undefined => {
    const trouble = troubleOf(typed);
    if (trouble) return trouble;
    return writeCode(codeOf(typed), 'digits') === writeCode(codeOf(code), 'digits')
      ? undefined
      : { why: 'differs' };
  },

  troubleOf: ({ code }: Written): CodeTrouble | undefined => troubleOf(code),

  findHalf: async ({ code }: Written): Promise<string> => toBase64Url((await halvesFor(code)).find),

  sealTip: async (
    of: Written & { ring: Ring; letter: TipLetter; identity: IdentityLetter | undefined },
  ): Promise<SealedTip> => sealTip(await halvesFor(of.code), of.ring, of.letter, of.identity),

  sealMore: async (of: Written & { ring: Ring; letter: MoreLetter }): Promise<SealedLetter> =>
    sealMore((await halvesFor(of.code)).find, of.ring, of.letter),

  sealHelp: async (of: Written & { ring: HelpRing; letter: HelpLetter }): Promise<SealedHelp> =>
    sealHelp(await halvesFor(of.code), of.ring, of.letter),

  sealMoreHelp: async (
    of: Written & { ring: HelpRing; letter: MoreHelp },
  ): Promise<SealedMoreHelp> => sealMoreHelp((await halvesFor(of.code)).find, of.ring, of.letter),

  /** A file's copy for whoever is helped; undefined where it is not for this code. */
  openSupport: async (of: Written & { copy: SealedCopy }): Promise<Json | undefined> =>
    openSupportCopy(await halvesFor(of.code), of.copy),

  sealPiece: async (
    of: Written & { ring: Ring; piece: PieceOf; bytes: Uint8Array },
  ): Promise<SealedLetter> =>
    sealPiece((await halvesFor(of.code)).find, of.ring, of.piece, of.bytes),

  /** Undefined for what does not open with this code. */
  openAnswers: async (
    of: Written & { letters: readonly SealedAnswer[] },
  ): Promise<readonly (Json | undefined)[]> => {
    const halves = await halvesFor(of.code);
    return Promise.all(of.letters.map((letter) => openAnswer(halves, letter)));
  },

  clean: ({ bytes }: { bytes: Uint8Array }): Cleaned | undefined => cleaned(bytes),

  solveProof: ({ challenge }: { challenge: Challenge }): Promise<string | undefined> =>
    solveProof(challenge),
} as const;

export type Jobs = typeof jobs;

const shown = (code: Code): ShownCode => ({
  syllables: writeCode(code, 'syllables'),
  digits: writeCode(code, 'digits'),
});

function codeOf(text: string): Code {
  const read = readCode(text);
  if (!read.ok) throw new Error('no code');
  return read.value;
}

function troubleOf(typed: string): CodeTrouble | undefined {
  const read = readCode(typed);
  if (read.ok) return undefined;
  const [unknown] = unknownWords(typed);
  return { why: read.refusal, ...(unknown && { unknown }) };
}

const kept = new Map<string, Promise<Halves>>();

/** The slow step once for each code. */
function halvesFor(text: string): Promise<Halves> {
  const code = codeOf(text);
  const name = writeCode(code, 'digits');
  const halves = kept.get(name) ?? halvesOf(code);
  kept.set(name, halves);
  return halves;
}

async function openAnswer(
  { find, open }: Halves,
  { ringId, sealed }: SealedAnswer,
): Promise<Json | undefined> {
  const bytes = fromBase64Url(sealed);
  if (!bytes) return undefined;
  const opened = await openEnvelope(open, bytes, placeOf(find, ringId, 'answer', 'out'));
  return opened.ok ? opened.value.body : undefined;
}
