// How many guesses a password withstands, by zxcvbn; its word lists are loaded only when first asked.

import type { Estimate, Estimator, Weakness } from '../password.ts';

let loaded: Promise<Estimator> | undefined;

/** In the browser on the pages that set a password; on the server at the first one that is set. */
export const loadEstimator = (): Promise<Estimator> => (loaded ??= load());

async function load(): Promise<Estimator> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: 100 });
  return (password, penalised): Estimate => {
    const { score, feedback } = zxcvbn.check(password, [...penalised]);
    return { score, weakness: weaknessOf(feedback.warning) };
  };
}

/** The library's names of its warnings, where we have a sentence of our own. */
const weaknesses: Readonly<Record<string, Weakness>> = {
  topTen: 'common',
  topHundred: 'common',
  common: 'common',
  similarToCommon: 'common',
  pwned: 'common',
  wordByItself: 'common',
  userInputs: 'own-words',
  namesByThemselves: 'own-words',
  commonNames: 'own-words',
  simpleRepeat: 'repeat',
  extendedRepeat: 'repeat',
  sequences: 'sequence',
  recentYears: 'date',
  dates: 'date',
  straightRow: 'keyboard',
  keyPattern: 'keyboard',
};

const weaknessOf = (warning: string | null): Weakness | undefined =>
  warning === null ? undefined : weaknesses[warning];
