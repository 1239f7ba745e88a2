// Which languages an installation offers, and in which one a visitor is answered.

import type { Language } from '#ground/words.ts';
import { valueOf, type Recorded } from './setting.ts';

export type Languages = { readonly standard: Language; readonly offered: readonly Language[] };

/** The standard one is always offered. */
export function languagesOf(recorded: Recorded): Languages {
  const standard = languageOf(valueOf(recorded, 'language.default'));
  const offered = valueOf(recorded, 'language.offered').split(' ').map(languageOf);
  return { standard, offered: [...new Set([standard, ...offered])] };
}

/** What was chosen before, where it is still offered; else the standard. */
export const languageFor = (
  chosen: string | undefined,
  { standard, offered }: Languages,
): Language => offered.find((one) => one === chosen) ?? standard;

const languageOf = (text: string): Language => (text === 'en' ? 'en' : 'vi');
