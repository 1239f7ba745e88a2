// For tests and benches: rings with people on duty, letters of no content, and a door to hand them in at.

import { randomBytes } from 'node:crypto';
import { newId, type CommandId, type PersonId, type UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import { testLogin, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '#people/person.ts';
import type { RingId } from '#sealed/ring.ts';
import { aUnit, somebody, today } from '#sealed/server/testing.ts';
import type { LetterInput, PieceInput } from '../tip.input.ts';
import type { TipId, UploadId } from '../tip.ts';
import type { Intake } from '../intake.ts';
import { openIntake } from './intake.ts';

export type Unit = {
  readonly unitId: UnitId;
  readonly ringId: RingId;
  /** On duty, with a share of the ring. */
  readonly actor: Actor;
  readonly db: Database;
  readonly colleague: { readonly actor: Actor; readonly db: Database };
};

const recipient = (): string => `age1${randomBytes(40).toString('hex')}`;

/** A unit with a ring that two people hold; nothing is sealed to it in earnest. */
export async function aTipUnit(
  fresh: FreshDatabase,
  level: 'xa' | 'tinh' = 'xa',
  purpose: 'tip' | 'help' = 'tip',
): Promise<Unit> {
  const unitId = await aUnit(fresh, level);
  const role = level === 'xa' ? 'commune_police' : 'provincial_police';
  const on = level === 'xa' ? unitId : null;
  const [first, colleague] = [await somebody(fresh, role, on), await somebody(fresh, role, on)];
  const ringId = await aRing(fresh.owner, { unitId, purpose, madeBy: first.actor.personId });
  for (const { actor } of [first, colleague]) await aShare(fresh.owner, ringId, actor.personId);
  return { unitId, ringId, ...first, colleague };
}

type RingOf = {
  readonly unitId: UnitId;
  readonly purpose: 'tip' | 'help';
  readonly madeBy: PersonId;
};

export async function aRing(owner: Database, { unitId, purpose, madeBy }: RingOf): Promise<RingId> {
  const ringId = newId<'ring'>();
  const made = { made_by: madeBy, made_on: today };
  const ring = { ring_id: ringId, command_id: newId(), purpose, unit_id: unitId, ...made };
  await owner.insertInto('key_ring').values(ring).execute();
  await anEpoch(owner, ringId, 1, madeBy);
  return ringId;
}

export const anEpoch = (
  owner: Database,
  ringId: RingId,
  epoch: number,
  madeBy: PersonId,
): Promise<unknown> =>
  owner
    .insertInto('ring_epoch')
    .values({
      ring_id: ringId,
      epoch,
      command_id: newId(),
      recipient: recipient(),
      proof: randomBytes(32),
      made_by: madeBy,
      made_on: today,
      ended_on: epoch > 1 ? today : null,
    })
    .execute();

export async function aShare(owner: Database, ringId: RingId, personId: PersonId): Promise<void> {
  const keyId = newId();
  await owner
    .insertInto('device_key')
    .values({
      key_id: keyId,
      command_id: newId(),
      person_id: personId,
      recipient: recipient(),
      made_on: today,
    })
    .execute();
  await owner
    .insertInto('ring_share')
    .values({
      ring_id: ringId,
      epoch: 1,
      person_id: personId,
      key_id: keyId,
      command_id: newId(),
      sealed_identity: randomBytes(200),
      given_by: personId,
      given_on: today,
    })
    .execute();
}

export const aCommand = (): CommandId => newId<'command'>();
export const aFind = (): string => randomBytes(16).toString('base64url');
/** A small tip as it is sealed: 2 KiB of padding and what the format adds. */
export const someBytes = (length = 4_000): string => randomBytes(length).toString('base64url');

/** A tip with a code of its own. */
export const aLetter = (ringId: RingId, more: Partial<LetterInput> = {}): LetterInput => ({
  commandId: aCommand(),
  ringId,
  epoch: 1,
  find: aFind(),
  answerRecipient: recipient(),
  sealed: someBytes(),
  ...more,
});

/** What is added to a tip that is there. */
export const more = (
  { ringId, find }: Pick<LetterInput, 'ringId' | 'find'>,
  commandId = aCommand(),
): LetterInput => ({ commandId, ringId, epoch: 1, find, sealed: someBytes() });

export const aPiece = (
  { ringId, find }: Pick<LetterInput, 'ringId' | 'find'>,
  number: number,
  uploadId: UploadId = newId<'upload'>(),
): PieceInput => ({ ringId, epoch: 1, find, uploadId, number, sealed: someBytes(20_000) });

export const openTestIntake = ({ url }: Pick<FreshDatabase, 'url'>, now?: () => Date): Intake =>
  openIntake({
    databaseUrl: testLogin(url, 'binh_yen_intake'),
    secret: 'for tests alone',
    timeZone: 'Asia/Ho_Chi_Minh',
    ...(now && { now }),
  });

/** A tip that came in at the door, by its id. */
export async function aTip(fresh: FreshDatabase, intake: Intake, unit: Unit): Promise<TipId> {
  const letter = aLetter(unit.ringId);
  const received = await intake.receiveTip(letter, 'web');
  if (!received.ok) throw new Error(received.refusal);
  const { tip_id: tipId } = await fresh.owner
    .selectFrom('tip_letter')
    .where('command_id', '=', letter.commandId)
    .select('tip_id')
    .executeTakeFirstOrThrow();
  return tipId as TipId;
}
