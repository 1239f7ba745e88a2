// The code of a tip or help request: ten syllables, or thirty digits, that whoever sent it keeps.

import { done, refused, type Outcome } from '#ground/outcome.ts';
import { fold } from '#ground/text.ts';
import { checkOf } from './code-check.ts';
import { indexOf, nearestTo, syllables } from './code-syllables.ts';

/** Ten numbers from 0 to 511: nine at random (81 bits) and one that checks them. */
export type Code = readonly number[] & { readonly [checked]: true };
export type CodeRefusal = 'too-short' | 'too-long' | 'unknown-word' | 'check-failed';
export type UnknownWord = {
  /** Which of the ten, from 0. */
  readonly at: number;
  readonly word: string;
  /** Our words that look most like it, at most three; where the check tells which, that one. */
  readonly nearest: readonly string[];
};
/** So many random bytes: `(length) => crypto.getRandomValues(new Uint8Array(length))`. */
export type Random = (length: number) => Uint8Array;

declare const checked: unique symbol;

const codeLength = 10;

export function newCode(random: Random): Code {
  const bytes = random(2 * dataLength);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const data = Array.from({ length: dataLength }, (_, at) => view.getUint16(2 * at) & 511);
  const code = [...data, checkOf(data)];
  if (!isChecked(code)) throw new Error('nine numbers were needed');
  return code;
}

/**
 * Reads syllables or digits: with or without diacritics and capitals, spelled as heard in the
 * north or the south, parted by anything. Any one wrong syllable and any two that changed places
 * are found out always, anything else with odds of 511 in 512.
 */
export function readCode(text: string): Outcome<Code, CodeRefusal> {
  const words = wordsOf(text);
  if (words.length > codeLength) return refused('too-long');
  if (words.length < codeLength || words.some(isCutOff)) return refused('too-short');
  const numbers = words.map(numberOf).filter((number) => number !== undefined);
  if (numbers.length < codeLength) return refused('unknown-word');
  return isChecked(numbers) ? done(numbers) : refused('check-failed');
}

/** Which words of a text, also of one half typed, are none of ours. */
export function unknownWords(text: string): readonly UnknownWord[] {
  const words = wordsOf(text);
  return words.flatMap((word, at) =>
    numberOf(word) === undefined && !isCutOff(word)
      ? [{ at, word, nearest: startsWithDigit(word) ? [] : proposalsFor(words, at) }]
      : [],
  );
}

/** Ten syllables, or ten groups of three digits, parted by spaces. */
export const writeCode = (code: Code, form: 'syllables' | 'digits'): string =>
  code.map(form === 'syllables' ? syllableOf : threeDigits).join(' ');

const dataLength = codeLength - 1;

const syllableOf = (number: number): string => {
  const syllable = syllables[number];
  if (syllable === undefined) throw new Error('no such syllable');
  return syllable;
};

const threeDigits = (number: number): string => String(number).padStart(3, '0');

/** Letters run to what is no letter; digits are taken by threes whatever stands between them. */
const wordsOf = (text: string): string[] =>
  (fold(text.normalize('NFKC')).match(/[a-z]+|\d[^a-z]*/g) ?? []).flatMap((word) =>
    startsWithDigit(word) ? (word.replace(/\D/g, '').match(/\d{1,3}/g) ?? []) : [word],
  );

const startsWithDigit = (word: string): boolean => /^\d/.test(word);

/** The last digits of a code that is not typed to its end. */
const isCutOff = (word: string): boolean => /^\d{1,2}$/.test(word);

function numberOf(word: string): number | undefined {
  if (!startsWithDigit(word)) return indexOf(word);
  const number = Number(word);
  return number < syllables.length && !isCutOff(word) ? number : undefined;
}

function proposalsFor(words: readonly string[], at: number): readonly string[] {
  const near = nearestTo(words[at] ?? '');
  const fitting = near.filter((syllable) => isCode(words.with(at, syllable)));
  return (fitting.length > 0 ? fitting : near).slice(0, 3);
}

const isCode = (words: readonly string[]): boolean => {
  const numbers = words.map(numberOf).filter((number) => number !== undefined);
  return words.length === codeLength && isChecked(numbers);
};

const isChecked = (numbers: readonly number[]): numbers is Code =>
  numbers.length === codeLength && checkOf(numbers.slice(0, dataLength)) === numbers[dataLength];
