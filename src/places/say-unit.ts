// One unit in a line: its name, where it stands, and its days where they are over.

import type { Language } from '#ground/words.ts';
import type { FoundUnit } from './found-unit.ts';
import { placesWords } from './places.words.ts';
import { asTitle, inSentence, type Unit } from './unit.ts';

/** 'Xã Phú Thịnh, huyện Đại Từ, tỉnh Thái Nguyên' */
export const nameAndParents = ({ name, parents }: Pick<FoundUnit, 'name' | 'parents'>): string =>
  [asTitle(name), ...parents.map(inSentence)].join(', ');

/** 'từ 01/07/2025' or '01/01/2020 – 30/06/2025' */
export const daysOf = (
  { validFrom, validTo }: Pick<Unit, 'validFrom' | 'validTo'>,
  language: Language,
): string => {
  const own = placesWords[language];
  return validTo === null ? own.since(validFrom) : own.until(validFrom, validTo);
};

/** With its days, where they are over: two of a name are told apart. */
export const unitInLine = (unit: FoundUnit, language: Language): string =>
  unit.validTo === null
    ? nameAndParents(unit)
    : `${nameAndParents(unit)} (${placesWords[language].ended(unit.validTo)})`;
