// What may come in about code slips: a sheet of them without their codes, and a number off a coupon.

import * as v from 'valibot';
import { isId, type CommandId, type UnitId } from '#ground/id.ts';
import { slipsOnSheet } from './slip.ts';

const id = <T extends string>() => v.custom<T>(isId);

const entry = v.object({
  slipNumber: v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{8}$/)),
  findHash: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
  answerRecipient: v.pipe(v.string(), v.regex(/^age1[a-z0-9]{50,4000}$/)),
});

/** A code, in whatever field, is none of these and is not taken in. */
export const sheetInput = v.object({
  commandId: id<CommandId>(),
  unitId: id<UnitId>(),
  slips: v.pipe(v.array(v.strictObject(entry.entries)), v.minLength(1), v.maxLength(slipsOnSheet)),
});
export type SheetInput = v.InferOutput<typeof sheetInput>;
