// What a field of a letter is called; one of a later form keeps its own name.

import type { Language } from '#ground/words.ts';
import { caseworkWords } from '#tips/casework.words.ts';

export const questionOf = (field: string, language: Language): string => {
  const names: Readonly<Record<string, string>> = caseworkWords[language].fields;
  return names[field] ?? field;
};
