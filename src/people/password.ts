// Whether a password can be guessed: long enough, and not made of what everybody tries first.

import { done, refused, type Outcome } from '#ground/outcome.ts';
import { fold } from '#ground/text.ts';

/** Passwords shorter than this are refused (characters). */
export const shortestPassword = 10;
export const longestPassword = 200;
/** 0 to 4: from 3 on, more than a hundred million guesses are needed. */
export const weakestScore = 3;

export type Score = 0 | 1 | 2 | 3 | 4;
/** Why it is easy to guess, as far as it can be said. */
export type Weakness =
  'common' | 'own-words' | 'repeat' | 'sequence' | 'date' | 'keyboard' | 'short';
export type Estimate = { readonly score: Score; readonly weakness: Weakness | undefined };
export type Estimator = (password: string, penalised: readonly string[]) => Estimate;

export type PasswordRefusal = 'password-short' | 'password-long' | 'password-weak';

/** Whose password it is: their own words are the first anybody tries. */
export type Owner = { readonly words: readonly string[] };

/** Taken as it is typed, spaces and marks included. */
export function decidePassword(
  password: string,
  owner: Owner,
  estimate: Estimator,
): Outcome<string, PasswordRefusal> {
  const length = Array.from(password).length;
  if (length < shortestPassword) return refused('password-short');
  if (length > longestPassword) return refused('password-long');
  if (scoreOf(password, owner, estimate).score < weakestScore) return refused('password-weak');
  return done(password);
}

/** The weaker of the password as typed and without its Vietnamese marks: guessers leave them out. */
export function scoreOf(password: string, owner: Owner, estimate: Estimator): Estimate {
  const penalised = penalisedWords(owner);
  const typed = estimate(password, penalised);
  const folded = estimate(fold(password), penalised);
  const weaker = folded.score < typed.score ? folded : typed;
  return Array.from(password).length < shortestPassword
    ? { score: lower(weaker.score), weakness: weaker.weakness ?? 'short' }
    : weaker;
}

/** What is too short never looks good enough. */
const lower = (score: Score): Score => (score >= weakestScore ? 2 : score);

/** The owner's words folded: as they are written, every run of them joined, and the words of this house. */
export function penalisedWords({ words }: Owner): readonly string[] {
  const written = words.map((text) => fold(text).trim());
  const joined = written.flatMap((text) => runsOf(text.split(/[^a-z0-9]+/).filter(Boolean)));
  const all = [...written, ...joined, ...houseWords];
  return [...new Set(all)].filter((word) => word.length > 2);
}

/** 'xa dong che': each alone, 'xadong', 'dongche', 'xadongche', and the whole the other way round. */
const runsOf = (parts: readonly string[]): readonly string[] => [
  ...parts.flatMap((_, from) =>
    parts.slice(from).map((__, to) => parts.slice(from, from + to + 1).join('')),
  ),
  parts.toReversed().join(''),
];

/** Common in passwords here, and in none of the lists made elsewhere. */
const houseWords =
  'binhyen binh yen matkhau khau congan cong canbo quantri xom thon tinh vietnam hanoi nguyen tran anhyeuem emyeuanh admin'.split(
    ' ',
  );
