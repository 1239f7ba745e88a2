// What may come in about boxes: forms of those who keep them, and sealed letters of those who open one.

import * as v from 'valibot';
import { parseDay, type Day } from '#ground/day.ts';
import { isId, type CommandId, type PersonId, type UnitId } from '#ground/id.ts';
import type { RingId } from '#sealed/ring.ts';
import type { UploadId } from './tip.ts';
import { longestRhythm, mostLetters, type BoxId, type OpeningId } from './box.ts';
import { mostLetterBytes, mostPieceBytes } from './tip.input.ts';

const id = <T extends string>() => v.custom<T>(isId);
const line = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
const mayBeEmpty = (most: number) =>
  v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(most));
const aDay = v.custom<Day>((value) => parseDay(value) !== undefined);
const whole = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^\d{1,4}$/),
    v.transform(Number),
    v.minValue(least),
    v.maxValue(most),
  );
const command = { commandId: id<CommandId>() };
const keyholders = { firstKey: id<PersonId>(), secondKey: id<PersonId>() };
const place = v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(200));

export const addBoxInput = v.object({
  ...command,
  unitId: id<UnitId>(),
  place,
  sealNumber: line(40),
  everyDays: whole(1, longestRhythm),
  usedFrom: aDay,
  ...keyholders,
});
export type AddBoxInput = v.InferOutput<typeof addBoxInput>;

export const moveBoxInput = v.object({ ...command, boxId: id<BoxId>(), place, day: aDay });
export type MoveBoxInput = v.InferOutput<typeof moveBoxInput>;

export const keyholdersInput = v.object({ ...command, boxId: id<BoxId>(), ...keyholders });
export type KeyholdersInput = v.InferOutput<typeof keyholdersInput>;

export const rhythmInput = v.object({
  ...command,
  boxId: id<BoxId>(),
  everyDays: whole(1, longestRhythm),
});
export type RhythmInput = v.InferOutput<typeof rhythmInput>;

export const endBoxInput = v.object({ ...command, boxId: id<BoxId>(), day: aDay });
export type EndBoxInput = v.InferOutput<typeof endBoxInput>;

export const beginInput = v.object({
  ...command,
  boxId: id<BoxId>(),
  second: id<PersonId>(),
  reason: mayBeEmpty(300),
  sealFound: mayBeEmpty(40),
  /** 'yes' where the seal is undamaged. */
  whole: v.optional(v.picklist(['yes', 'no']), 'no'),
});
export type BeginInput = v.InferOutput<typeof beginInput>;

const ofOpening = { ...command, openingId: id<OpeningId>() };
export const presenceInput = v.object(ofOpening);
export type PresenceInput = v.InferOutput<typeof presenceInput>;

export const countInput = v.object({ ...ofOpening, letters: whole(0, mostLetters) });
export type CountInput = v.InferOutput<typeof countInput>;

export const closeInput = v.object({
  ...ofOpening,
  setAside: whole(0, mostLetters),
  setAsideReason: mayBeEmpty(300),
  differenceReason: mayBeEmpty(300),
  newSeal: mayBeEmpty(40),
  handedTo: mayBeEmpty(120),
});
export type CloseInput = v.InferOutput<typeof closeInput>;

const sealed = (mostBytes: number) =>
  v.pipe(
    v.string(),
    v.minLength(134),
    v.maxLength(Math.ceil((mostBytes * 4) / 3)),
    v.regex(/^[A-Za-z0-9_-]+$/),
  );
const bound = {
  openingId: id<OpeningId>(),
  number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostLetters)),
  ringId: id<RingId>(),
  epoch: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
  findHash: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
};

/** Sealed on the device; the id under which it is handed in is made of the opening and its number. */
export const enterInput = v.object({
  ...bound,
  answerRecipient: v.pipe(v.string(), v.regex(/^age1[a-z0-9]{50,4000}$/)),
  sealed: sealed(mostLetterBytes),
});
export type EnterInput = v.InferOutput<typeof enterInput>;

/** A piece of a photograph of the letter; it comes before the letter that names it. */
export const photoInput = v.object({
  ...bound,
  uploadId: id<UploadId>(),
  piece: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999)),
  sealed: sealed(mostPieceBytes),
});
export type PhotoInput = v.InferOutput<typeof photoInput>;
