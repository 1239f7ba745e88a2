// What may come in about keys and rings: sealed bytes and public halves made on a device; sizes bounded.

import * as v from 'valibot';
import { isId, type CommandId, type Id, type PersonId, type UnitId } from '#ground/id.ts';
import { fromBase64Url } from './bytes.ts';
import { ringPurposes, type KeyId, type RingId } from './ring.ts';

const commandId = v.custom<CommandId>(isId);
const ringId = v.custom<RingId>(isId);
const keyId = v.custom<KeyId>(isId);
const personId = v.custom<PersonId>(isId);
const recipient = v.pipe(v.string(), v.regex(/^age1[a-z0-9]{50,2400}$/));
const epoch = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));

const bytesOf = (shortest: number, longest: number) =>
  v.pipe(
    v.string(),
    v.maxLength(Math.ceil((longest * 4) / 3)),
    v.check((text) => {
      const { length = -1 } = fromBase64Url(text) ?? {};
      return length >= shortest && length <= longest;
    }),
  );
const sealed = bytesOf(100, 20_000);
/** 32 bytes: shown, or their digest kept. */
const proof = bytesOf(32, 32);

const lock = v.object({ kind: v.picklist(['passphrase', 'passkey']), sealedIdentity: sealed });

export const makeKeyInput = v.object({
  commandId,
  recipient,
  lock,
  /** Said where another key is given up for it, with everything only that one opens. */
  givesUpOld: v.boolean(),
});
export type MakeKeyInput = v.InferOutput<typeof makeKeyInput>;

export const replaceLockInput = v.object({ commandId, keyId, lock });
export type ReplaceLockInput = v.InferOutput<typeof replaceLockInput>;

const share = v.object({ personId, keyId, sealedIdentity: sealed });
const newEpoch = {
  recipient,
  proof,
  /** The private half, sealed to the recovery key. */
  sealedRecovery: sealed,
};
const most = 200;

const recovery = v.object({
  recipient,
  need: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
  of: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
  /** Parts held with a key of one's own; the others are on paper, and the server has nothing of them. */
  held: v.pipe(
    v.array(
      v.object({
        number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(15)),
        personId,
        keyId,
        sealedShare: sealed,
      }),
    ),
    v.maxLength(15),
    v.readonly(),
  ),
});
const perEpoch = v.pipe(
  v.array(v.object({ epoch, sealedIdentity: sealed })),
  v.minLength(1),
  v.maxLength(most),
  v.readonly(),
);

export const openRingInput = v.object({
  commandId,
  purpose: v.picklist(ringPurposes),
  unitId: v.custom<UnitId>(isId),
  ...newEpoch,
  /** The opener's own. */
  share,
  recovery,
});
export type OpenRingInput = v.InferOutput<typeof openRingInput>;

export const admitInput = v.object({
  commandId,
  ringId,
  personId,
  keyId,
  /** One for each epoch the newcomer is to open; the current one among them. */
  shares: perEpoch,
});
export type AdmitInput = v.InferOutput<typeof admitInput>;

export const turnEpochInput = v.object({
  commandId,
  ringId,
  /** The epoch that ends. */
  epoch,
  leaving: v.pipe(v.array(personId), v.maxLength(most), v.readonly()),
  ...newEpoch,
  shares: v.pipe(v.array(share), v.minLength(1), v.maxLength(most), v.readonly()),
});
export type TurnEpochInput = v.InferOutput<typeof turnEpochInput>;

export const renewRecoveryInput = v.object({
  commandId,
  ringId,
  recovery,
  /** Every epoch whoever renews it can open, sealed to the new recovery key. */
  sealed: perEpoch,
});
export type RenewRecoveryInput = v.InferOutput<typeof renewRecoveryInput>;

export const startRecoveryInput = v.object({
  commandId,
  ringId,
  reason: v.pipe(v.string(), v.maxLength(500)),
});
export type StartRecoveryInput = v.InferOutput<typeof startRecoveryInput>;

export const giveRecoveryShareInput = v.object({
  commandId,
  callId: v.custom<Id<'recovery-call'>>(isId),
  number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(15)),
  /** Sealed to the key of whoever called. */
  sealedShare: sealed,
});
export type GiveRecoveryShareInput = v.InferOutput<typeof giveRecoveryShareInput>;

export const finishRecoveryInput = v.object({
  commandId,
  callId: v.custom<Id<'recovery-call'>>(isId),
  /** Each epoch the parts opened, with what shows that they did. */
  recovered: v.pipe(
    v.array(v.object({ epoch, shown: proof, sealedIdentity: sealed })),
    v.minLength(1),
    v.maxLength(most),
    v.readonly(),
  ),
});
export type FinishRecoveryInput = v.InferOutput<typeof finishRecoveryInput>;
