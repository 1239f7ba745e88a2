// The numbers and signs a word processor writes before list paragraphs by itself: '1.', 'a)', '-'.

/** format is Word's own word: decimal, upperRoman, lowerLetter, bullet… text is like '%1.%2.'. */
export type Level = { readonly format: string; readonly text: string; readonly start: number };
/** Levels by 'abstractId/level'. */
export type Levels = ReadonlyMap<string, Level>;
export type NumberedList = {
  /** Lists of one abstract list go on counting together. */
  readonly abstractId: string;
  /** Levels at which this list begins with a number of its own. */
  readonly starts: ReadonlyMap<number, number>;
};
export type Lists = ReadonlyMap<string, NumberedList>;
export type ListPlace = { readonly listId: string; readonly level: number };

type Counts = Map<string, number>;

/** The sign of the next paragraph at a place, with a space behind; it counts as it is called. */
export function listCounter(levels: Levels, lists: Lists): (place: ListPlace) => string {
  const counts: Counts = new Map();
  return (place) => nextSign(place, levels, lists, counts);
}

function nextSign(place: ListPlace, levels: Levels, lists: Lists, counts: Counts): string {
  const list = lists.get(place.listId);
  const level = levels.get(`${list?.abstractId}/${place.level}`);
  if (list === undefined || level === undefined || level.format === 'none') return '';
  if (level.format === 'bullet') return `${bulletSign(level.text)} `;
  count(place, list, levels, counts);
  const sign = level.text.replace(/%(\d)/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    const part = levels.get(`${list.abstractId}/${at}`);
    return numeral(counts.get(`${list.abstractId}/${at}`) ?? part?.start ?? 1, part?.format ?? '');
  });
  return sign === '' ? '' : `${sign} `;
}

/**
 * One more at this level; the levels below begin anew, and a level above that has not been seen
 * counts as begun. A list with a start of its own counts from it.
 */
function count(place: ListPlace, list: NumberedList, levels: Levels, counts: Counts): void {
  const key = (level: number): string => `${list.abstractId}/${level}`;
  const start = (level: number): number => levels.get(key(level))?.start ?? 1;
  const begun = `begun ${place.listId}/${place.level}`;
  const ownStart = counts.has(begun) ? undefined : list.starts.get(place.level);
  const before = counts.get(key(place.level)) ?? start(place.level) - 1;
  counts.set(begun, 1);
  counts.set(key(place.level), ownStart ?? before + 1);
  for (let above = 0; above < place.level; above++) {
    if (!counts.has(key(above))) counts.set(key(above), start(above));
  }
  for (let below = place.level + 1; below < 9; below++) counts.delete(key(below));
}

/** Word's bullets are signs of a symbol font, kept in the private area: such a sign reads as '-'. */
const bulletSign = (text: string): string => (/^[-+*•–—o]$/u.test(text) ? text : '-');

function numeral(value: number, format: string): string {
  if (format === 'upperRoman') return roman(value);
  if (format === 'lowerRoman') return roman(value).toLowerCase();
  if (format === 'upperLetter') return letter(value);
  if (format === 'lowerLetter') return letter(value).toLowerCase();
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  return String(value);
}

/** A to Z, then AA, BB… as Word does. */
const letter = (value: number): string =>
  String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(9, Math.ceil(value / 26)));

const romans = [
  ...([
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
  ] as const),
  ...([
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const),
];

function roman(value: number): string {
  const [worth, sign] = romans.find(([least]) => least <= value) ?? [0, ''];
  return worth === 0 || value > 3999 ? '' : sign + roman(value - worth);
}
