// What devices of those on duty send beyond the plain steps: requests, answers, copies and layers, sealed.

import * as v from 'valibot';
import { isId, type CommandId } from '#ground/id.ts';
import type { RingId, Sealed } from '#sealed/ring.ts';
import { identityAnswers, type RequestId } from './identity.ts';
import { mostIdentityBytes, mostLetterBytes, mostPieceBytes } from './tip.input.ts';
import type { LetterId, TipId, UploadId } from './tip.ts';

const id = <T extends string>() => v.custom<T>(isId);
/** base64url of something sealed, no longer than so many bytes. */
export const sealedInput = (mostBytes: number) =>
  v.custom<Sealed>(
    (value) =>
      typeof value === 'string' &&
      value.length >= 134 &&
      value.length <= Math.ceil((mostBytes * 4) / 3) &&
      /^[A-Za-z0-9_-]+$/.test(value),
  );
export const epochInput = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));
const ofTip = { commandId: id<CommandId>(), tipId: id<TipId>() };

export const askInput = v.object({
  ...ofTip,
  requestId: id<RequestId>(),
  epoch: epochInput,
  sealedReason: sealedInput(mostIdentityBytes),
});
export const answerInput = v.object({
  ...ofTip,
  requestId: id<RequestId>(),
  answer: v.picklist(identityAnswers),
});
export const passInput = v.object({
  ...ofTip,
  ringId: id<RingId>(),
  epoch: epochInput,
  copies: v.pipe(
    v.array(
      v.object({
        letterId: id<LetterId>(),
        sealed: sealedInput(mostLetterBytes),
        identity: v.optional(sealedInput(mostIdentityBytes)),
      }),
    ),
    v.minLength(1),
    v.maxLength(500),
  ),
  /** What the ring above is to know besides; sealed to it. */
  note: v.optional(sealedInput(mostLetterBytes)),
});
/** A piece of a file, sealed anew, before the letter that names it. */
export const passPieceInput = v.object({
  tipId: id<TipId>(),
  ringId: id<RingId>(),
  epoch: epochInput,
  uploadId: id<UploadId>(),
  number: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999)),
  sealed: sealedInput(mostPieceBytes),
});
export const mergeInput = v.object({ ...ofTip, into: id<TipId>() });
export const layerInput = v.object({
  ...ofTip,
  letterId: id<LetterId>(),
  epoch: epochInput,
  sealed: sealedInput(mostLetterBytes),
});
export const seeInput = v.object({ ...ofTip, view: v.picklist(['covered', 'uncovered']) });
export type AskInput = v.InferOutput<typeof askInput>;
export type AnswerInput = v.InferOutput<typeof answerInput>;
export type PassInput = v.InferOutput<typeof passInput>;
export type PassPieceInput = v.InferOutput<typeof passPieceInput>;
export type MergeInput = v.InferOutput<typeof mergeInput>;
export type LayerInput = v.InferOutput<typeof layerInput>;
