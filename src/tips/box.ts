// A tip box: whose it is, when it is due to be opened, and an opening by two people from seal to seal.

import { addDays, daysBetween, type Day } from '#ground/day.ts';
import type { Id, PersonId, UnitId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';

export type BoxId = Id<'box'>;
export type OpeningId = Id<'box-opening'>;

export type Named = { readonly personId: PersonId; readonly name: string };

export type Box = {
  readonly boxId: BoxId;
  readonly unitId: UnitId;
  /** In words, where it hangs now. */
  readonly place: string;
  readonly hangsFrom: Day;
  readonly sealNumber: string;
  /** It is to be opened at least once in so many days. */
  readonly everyDays: number;
  readonly usedFrom: Day;
  readonly usedUntil: Day | null;
  readonly lastOpenedOn: Day | null;
  readonly keyholders: readonly Named[];
};

export const sealStates = ['whole', 'broken', 'other', 'missing'] as const;
export type SealState = (typeof sealStates)[number];

export type Opening = {
  readonly openingId: OpeningId;
  readonly boxId: BoxId;
  readonly openedOn: Day;
  readonly first: Named;
  readonly second: Named;
  /** Why one of them, who holds no key, came in a keyholder's place. */
  readonly replacementReason: string | null;
  readonly sealExpected: string;
  readonly sealFound: string;
  readonly sealState: SealState;
  /** The second person said with their own sign-in that they are there. */
  readonly isConfirmed: boolean;
  /** As counted; null until then. */
  readonly letters: number | null;
  /** The numbers of the letters that were sealed and handed in. */
  readonly entered: readonly number[];
  readonly setAside: number | null;
  readonly setAsideReason: string | null;
  readonly differenceReason: string | null;
  readonly newSeal: string | null;
  /** To whom the letters on paper were given. */
  readonly handedTo: string | null;
  readonly closedOn: Day | null;
};

/** Two people, two keys. */
const keysOfBox = 2;
export const longestRhythm = 92;
export const mostLetters = 500;
const shortestReason = 5;

/** The day by which it is to be opened next; undefined where it is out of use. */
export const dueOn = (box: Pick<Box, 'lastOpenedOn' | 'usedFrom' | 'everyDays'>): Day =>
  addDays(box.lastOpenedOn ?? box.usedFrom, box.everyDays);

export const isInUse = ({ usedFrom, usedUntil }: Box, today: Day): boolean =>
  usedFrom <= today && (usedUntil === null || usedUntil >= today);

/** Days past the day it was due; 0 where it is not late. */
export const daysLate = (box: Box, today: Day): number =>
  isInUse(box, today) ? Math.max(0, daysBetween(dueOn(box), today)) : 0;

export type KeyholderRefusal = 'two-keyholders' | 'keyholder-unknown';

/** Two different people of the place, so that nobody opens alone. */
export function decideKeyholders(
  chosen: readonly PersonId[],
  fitting: readonly Named[],
): Outcome<readonly PersonId[], KeyholderRefusal> {
  if (chosen.length !== keysOfBox || new Set(chosen).size !== keysOfBox)
    return refused('two-keyholders');
  const isKnown = (id: PersonId): boolean => fitting.some(({ personId }) => personId === id);
  return chosen.every(isKnown) ? done(chosen) : refused('keyholder-unknown');
}

export type BeginRefusal =
  | 'not-in-use'
  | 'opening-there'
  | 'same-person'
  | 'second-unknown'
  /** Whoever holds no key says why they come in a keyholder's place. */
  | 'reason-missing'
  /** One of the two at least has a key of this box. */
  | 'no-keyholder';

export type Beginning = {
  readonly first: PersonId;
  readonly second: PersonId;
  readonly reason: string;
  readonly sealFound: string;
  readonly isWhole: boolean;
};

/** Who opens with whom, and what the seal says against the register. */
export function decideBegin(
  box: Box,
  { first, second, reason, sealFound, isWhole }: Beginning,
  known: { readonly isOpen: boolean; readonly fitting: readonly Named[] },
  today: Day,
): Outcome<SealState, BeginRefusal> {
  if (!isInUse(box, today)) return refused('not-in-use');
  if (known.isOpen) return refused('opening-there');
  if (first === second) return refused('same-person');
  const holders = box.keyholders.map(({ personId }) => personId);
  if (![...holders, ...known.fitting.map(({ personId }) => personId)].includes(second))
    return refused('second-unknown');
  const replacing = [first, second].filter((one) => !holders.includes(one)).length;
  if (replacing === keysOfBox) return refused('no-keyholder');
  if (replacing > 0 && reason.trim().length < shortestReason) return refused('reason-missing');
  return done(sealStateOf(box.sealNumber, sealFound, isWhole));
}

/** What was read on the seal against what the register says hangs there. */
export function sealStateOf(expected: string, found: string, isWhole: boolean): SealState {
  if (plainSeal(found) === '') return 'missing';
  if (!isWhole) return 'broken';
  return plainSeal(found) === plainSeal(expected) ? 'whole' : 'other';
}

export const isOpener = ({ first, second }: Opening, personId: PersonId): boolean =>
  first.personId === personId || second.personId === personId;

export type CountRefusal = 'closed' | 'not-confirmed' | 'count-invalid' | 'entered-already';

/** Counted by both before the first letter is read; empty is a count too. */
export function decideCount(opening: Opening, letters: number): Outcome<number, CountRefusal> {
  if (opening.closedOn !== null) return refused('closed');
  if (!opening.isConfirmed) return refused('not-confirmed');
  if (!Number.isInteger(letters) || letters < 0 || letters > mostLetters)
    return refused('count-invalid');
  return opening.entered.length > 0 ? refused('entered-already') : done(letters);
}

export type EnterRefusal = 'closed' | 'not-counted' | 'no-such-letter';

/** One of the counted letters, by its place in the pile. */
export function decideEnter(opening: Opening, number: number): Outcome<number, EnterRefusal> {
  if (opening.closedOn !== null) return refused('closed');
  if (opening.letters === null || !opening.isConfirmed) return refused('not-counted');
  const isOne = Number.isInteger(number) && number >= 1 && number <= opening.letters;
  return isOne ? done(number) : refused('no-such-letter');
}

export type Closing = {
  readonly setAside: number;
  readonly setAsideReason: string;
  readonly differenceReason: string;
  readonly newSeal: string;
  readonly handedTo: string;
};

export type CloseRefusal =
  | 'closed'
  | 'not-counted'
  | 'count-invalid'
  | 'set-aside-unexplained'
  | 'difference-unexplained'
  | 'seal-missing'
  | 'seal-same'
  | 'receiver-missing';

/** Counted = entered + set aside, or the difference is explained; a new seal hangs on the box. */
export function decideClose(opening: Opening, closing: Closing): Outcome<Closing, CloseRefusal> {
  if (opening.closedOn !== null) return refused('closed');
  if (opening.letters === null) return refused('not-counted');
  const reason = findCloseReason(opening, closing);
  return reason ? refused(reason) : done(tidiedClosing(opening, closing));
}

/** Counted less what was entered and set aside: positive where letters are missing. */
export const differenceOf = (
  { letters, entered }: Pick<Opening, 'letters' | 'entered'>,
  setAside: number,
): number => (letters ?? 0) - entered.length - setAside;

/** The next letter of the pile that is not sealed yet; undefined where all are. */
export const nextLetter = ({ letters, entered }: Opening): number | undefined =>
  Array.from({ length: letters ?? 0 }, (_, at) => at + 1).find((one) => !entered.includes(one));

const isReason = (text: string): boolean => text.trim().length >= shortestReason;

function findCloseReason(opening: Opening, closing: Closing): CloseRefusal | undefined {
  const { setAside, setAsideReason, differenceReason, newSeal, handedTo } = closing;
  if (!Number.isInteger(setAside) || setAside < 0 || setAside > mostLetters) return 'count-invalid';
  if (setAside > 0 && !isReason(setAsideReason)) return 'set-aside-unexplained';
  const differs = differenceOf(opening, setAside) !== 0;
  if (differs && !isReason(differenceReason)) return 'difference-unexplained';
  if (plainSeal(newSeal) === '') return 'seal-missing';
  if (plainSeal(newSeal) === plainSeal(opening.sealExpected)) return 'seal-same';
  return opening.entered.length > 0 && handedTo.trim().length < 2 ? 'receiver-missing' : undefined;
}

/** Reasons that explain nothing are not kept. */
const tidiedClosing = (opening: Opening, closing: Closing): Closing => ({
  setAside: closing.setAside,
  setAsideReason: closing.setAside > 0 ? closing.setAsideReason.trim() : '',
  differenceReason:
    differenceOf(opening, closing.setAside) === 0 ? '' : closing.differenceReason.trim(),
  newSeal: closing.newSeal.trim(),
  handedTo: opening.entered.length > 0 ? closing.handedTo.trim() : '',
});

/** Gaps, dots and capitals are how people write a number, not the number. */
const plainSeal = (text: string): string => text.replace(/[\s.·/-]/g, '').toUpperCase();
