// What may come in about help: from the door sealed bytes of bounded size, from helpers steps and sealed files.

import * as v from 'valibot';
import { parseDay, type Day } from '#ground/day.ts';
import { isId, type CommandId, type Id, type UnitId } from '#ground/id.ts';
import type { KeyId, RingId } from '#sealed/ring.ts';
import { endings, type HelpId } from './help.ts';
import { workKinds } from './work.ts';

/** Bytes. A letter is padded to 64 KiB at most but for very long ones; a file holds years of notes. */
export const mostLetterBytes = 300_000;
const mostFileBytes = 600_000;

const id = <T extends string>() => v.custom<T>(isId);
const command = { commandId: id<CommandId>() };
const aDay = v.custom<Day>((value) => parseDay(value) !== undefined);

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
const recipient = v.pipe(v.string(), v.regex(/^age1[a-z0-9]{50,4000}$/));
const epoch = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));

/** A recipient for answers makes it a request, or adds to it where the code is known already. */
export const helpLetterInput = v.object({
  ...command,
  ringId: id<RingId>(),
  epoch,
  find,
  answerRecipient: v.optional(recipient),
  sealed: sealed(mostLetterBytes),
});
export type HelpLetterInput = v.InferOutput<typeof helpLetterInput>;

export const codeInput = v.object({ find, commandId: v.optional(v.string()) });
export const withdrawByCodeInput = v.object({ find, withdraw: v.literal(true) });

const ofHelp = { ...command, helpId: id<HelpId>() };
export const helpStepInput = v.object(ofHelp);
export const helpAnswerInput = v.object({
  ...ofHelp,
  epoch,
  sealed: sealed(mostLetterBytes),
  sealedCopy: sealed(mostLetterBytes),
});
export const closeHelpInput = v.object({ ...ofHelp, ending: v.picklist(endings) });
export type HelpStepInput = v.InferOutput<typeof helpStepInput>;
export type HelpAnswerInput = v.InferOutput<typeof helpAnswerInput>;
export type CloseHelpInput = v.InferOutput<typeof closeHelpInput>;

const fileContent = {
  ...command,
  fileId: id<Id<'file'>>(),
  keyId: id<KeyId>(),
  sealed: sealed(mostFileBytes),
  endsOn: aDay,
  remindOn: v.nullable(aDay),
};
/** The person's own code: of their request, or a new one that their helper wrote down for them. */
const code = v.object({
  of: v.union([v.object({ helpId: id<HelpId>() }), v.object({ find })]),
  recipient,
  sealedCopy: sealed(mostFileBytes),
});
export const beginFileInput = v.object({ ...fileContent, code: v.nullable(code) });
export const changeFileInput = v.object({
  ...fileContent,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  sealedCopy: v.nullable(sealed(mostFileBytes)),
});
export const fileInput = v.object({ ...command, fileId: id<Id<'file'>>() });
export type BeginFileInput = v.InferOutput<typeof beginFileInput>;
export type ChangeFileInput = v.InferOutput<typeof changeFileInput>;
export type FileInput = v.InferOutput<typeof fileInput>;

export const helpContactInput = v.object({
  ...command,
  unitId: id<UnitId>(),
  phone: v.pipe(v.string(), v.trim(), v.regex(/^[0-9+][0-9 .]{2,24}$/)),
  source: v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(200)),
  /** Empty where nobody has called it to try. */
  checkedOn: v.optional(v.union([aDay, v.literal('')]), ''),
});
export type HelpContactInput = v.InferOutput<typeof helpContactInput>;

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
export const workInput = v.object({
  ...command,
  month: v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d{2}-01$/),
    v.check((text) => parseDay(text) !== undefined),
    v.transform((text) => text as Day),
  ),
  kind: v.picklist(workKinds),
  times: whole(1, 500),
  minutes: whole(0, 50_000),
});
export type WorkInput = v.InferOutput<typeof workInput>;
export const removeWorkInput = v.object({ ...command, workId: id<Id<'work'>>() });
export type RemoveWorkInput = v.InferOutput<typeof removeWorkInput>;
