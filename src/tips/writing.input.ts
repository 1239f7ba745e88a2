// What devices of those on duty send of what they write: an answer to the sender, a note to colleagues, both sealed.

import * as v from 'valibot';
import { isId, type CommandId } from '#ground/id.ts';
import { epochInput, sealedInput } from './casework.input.ts';
import { mostLetterBytes } from './tip.input.ts';
import type { TipId } from './tip.ts';

const ofTip = {
  commandId: v.custom<CommandId>(isId),
  tipId: v.custom<TipId>(isId),
  /** Of the ring whose turn it is. */
  epoch: epochInput,
};

export const answerLetterInput = v.object({
  ...ofTip,
  /** To the sender's code. */
  sealed: sealedInput(mostLetterBytes),
  /** The same, to the ring. */
  sealedCopy: sealedInput(mostLetterBytes),
});
export const noteInput = v.object({ ...ofTip, sealed: sealedInput(mostLetterBytes) });
export type AnswerLetterInput = v.InferOutput<typeof answerLetterInput>;
export type NoteInput = v.InferOutput<typeof noteInput>;
