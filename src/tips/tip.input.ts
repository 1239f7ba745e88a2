// What may come in about tips: from the doors sealed bytes of bounded size, from those on duty steps.

import * as v from 'valibot';
import { parseDay, type Day } from '#ground/day.ts';
import { isId, type CommandId } from '#ground/id.ts';
import type { RingId } from '#sealed/ring.ts';
import { longestNumber, tipClasses, type TipId, type UploadId } from './tip.ts';

/** Bytes. A letter is padded to 64 KiB at most but for very long ones; a piece is 256 KiB. */
export const mostLetterBytes = 300_000;
export const mostIdentityBytes = 100_000;
export const mostPieceBytes = 400_000;
/** Files of one tip together: 50 MB, their padding and their seals. */
export const mostFileBytes = 64 * 1024 * 1024;

const id = <T extends string>() => v.custom<T>(isId);
const command = { commandId: id<CommandId>() };

/** Base64url without padding. */
const sealed = (mostBytes: number) =>
  v.pipe(
    v.string(),
    v.minLength(134),
    v.maxLength(Math.ceil((mostBytes * 4) / 3)),
    v.regex(/^[A-Za-z0-9_-]+$/),
  );
/** 16 bytes. */
const find = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));
const ring = {
  ringId: id<RingId>(),
  epoch: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
};

/** A recipient for answers makes it a tip, or adds to it where the code is known already. */
export const letterInput = v.object({
  ...command,
  ...ring,
  find,
  answerRecipient: v.optional(v.pipe(v.string(), v.regex(/^age1[a-z0-9]{50,4000}$/))),
  sealed: sealed(mostLetterBytes),
  identity: v.optional(sealed(mostIdentityBytes)),
});
export type LetterInput = v.InferOutput<typeof letterInput>;

export const pieceInput = v.object({
  ...ring,
  find,
  uploadId: id<UploadId>(),
  number: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999)),
  sealed: sealed(mostPieceBytes),
});
export type PieceInput = v.InferOutput<typeof pieceInput>;

export const findInput = v.object({ find });

const aDay = v.custom<Day>((value) => parseDay(value) !== undefined);
const ofTip = { ...command, tipId: id<TipId>() };
const number = v.pipe(v.string(), v.maxLength(longestNumber * 2));

export const openInput = v.object(ofTip);
export const dayInput = v.object({ ...ofTip, day: aDay });
export const numberInput = v.object({ ...ofTip, day: aDay, reference: number });
export const classInput = v.object({ ...ofTip, day: aDay, class: v.picklist(tipClasses) });
export type OpenInput = v.InferOutput<typeof openInput>;
export type DayInput = v.InferOutput<typeof dayInput>;
export type NumberInput = v.InferOutput<typeof numberInput>;
export type ClassInput = v.InferOutput<typeof classInput>;
