// How one table and its columns are entered: whether they are about people, whose, what for and until when.

import type { Role } from '#people/person.ts';
import type { privacyWords } from './privacy.words.ts';

type Dictionary = (typeof privacyWords)['vi'];
/** Both languages beside each other: what stands in the database is called here and nowhere else. */
export type Said = readonly [vi: string, en: string];

export type Whose = keyof Dictionary['whose'];
export type Purpose = keyof Dictionary['purpose'];
export type Basis = keyof Dictionary['basis'];
export type Keep = keyof Dictionary['keep'];
export type Seer = Role | keyof Dictionary['seer'];
/** Why a column is not about people. */
export type PlainReason = keyof Dictionary['plain'];
/**
 * What becomes of it when the person is erased: 'erased' with its row, 'replaced' by words that name
 * nobody, 'nameless' where an id stays whose name is gone, 'stays' where it is kept, and why is said.
 */
export type AtErase = keyof Dictionary['atErase'];

export type Personal = {
  readonly personal: true;
  readonly called: Said;
  readonly whose: readonly Whose[];
  readonly kind: 'basic' | 'sensitive';
  readonly atErase: AtErase;
  /** The id of an account: by it the rows about its holder are found. */
  readonly isLink: boolean;
  /** Never shown or handed out, to nobody: a hash, a key, a code. */
  readonly isClosed: boolean;
  /** Somebody typed it, or it is a paper: any name may stand in it. */
  readonly isFreeText: boolean;
};
export type Plain = { readonly personal: false; readonly why: PlainReason };
export type Column = Personal | Plain;
export type Columns = Readonly<Record<string, Column>>;

export type Table = {
  readonly called: Said;
  readonly purpose: Purpose;
  readonly basis: Basis;
  readonly keep: Keep;
  /** Nobody else; whoever looks after the machine itself is bound by other rules. */
  readonly seenBy: readonly Seer[];
  readonly columns: Columns;
};
export type Tables = Readonly<Record<string, Table>>;

const basic: Personal = {
  personal: true,
  called: ['', ''],
  whose: ['account_holder'],
  kind: 'basic',
  atErase: 'erased',
  isLink: false,
  isClosed: false,
  isFreeText: false,
};

/** Columns, named one after another, that are not about people for the same reason. */
export const plain = (why: PlainReason, names: string): Columns =>
  Object.fromEntries(names.split(' ').map((name) => [name, { personal: false, why }]));

/** Something about the holder of the account the row belongs to. */
export const own = (vi: string, en: string, more: Partial<Personal> = {}): Personal => ({
  ...basic,
  called: [vi, en],
  ...more,
});

/** Whose account it is; the id stays, its name goes. */
export const link = (vi: string, en: string, more: Partial<Personal> = {}): Personal =>
  own(vi, en, { isLink: true, atErase: 'nameless', ...more });

/** When the person did it: part of the work's record. */
export const moment = (vi: string, en: string): Personal => own(vi, en, { atErase: 'nameless' });

/** A hash, a key, a code: said to be there, never shown. */
export const closed = (vi: string, en: string): Personal => own(vi, en, { isClosed: true });

/** Typed by people: it ought to name nobody, and may all the same. */
export const freeText = (
  vi: string,
  en: string,
  atErase: 'replaced' | 'erased' | 'stays' = 'replaced',
  more: Partial<Personal> = {},
): Personal =>
  own(vi, en, { whose: ['account_holder', 'named'], isFreeText: true, atErase, ...more });
