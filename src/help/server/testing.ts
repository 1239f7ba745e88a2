// For tests: a commune with helpers and an open ring of theirs, and a door to hand requests in at.

import { randomBytes } from 'node:crypto';
import { newId, type CommandId, type UnitId } from '#ground/id.ts';
import { testLogin, type FreshDatabase } from '#ground/server/testing.ts';
import type { RingId } from '#sealed/ring.ts';
import { admit } from '#sealed/server/ring-commands.ts';
import { sealAgain } from '#sealed/device/ring-keys.ts';
import { listMyShares } from '#sealed/server/ring-store.ts';
import { anOpenRing, aUnit, onDuty, today, type OnDuty } from '#sealed/server/testing.ts';
import type { HelpLetterInput } from '../help.input.ts';
import type { HelpId } from '../help.ts';
import type { HelpIntake } from '../intake.ts';
import { openHelpIntake } from './intake.ts';

export type HelpUnit = {
  readonly unitId: UnitId;
  readonly ringId: RingId;
  readonly recipient: string;
  /** Both hold the ring's key. */
  readonly helper: OnDuty;
  readonly colleague: OnDuty;
};

export async function aHelpUnit(fresh: FreshDatabase): Promise<HelpUnit> {
  const unitId = await aUnit(fresh, 'xa');
  const helper = await onDuty(fresh, 'helper', unitId);
  const colleague = await onDuty(fresh, 'helper', unitId);
  const { ringId, recipient } = await anOpenRing(helper, { purpose: 'help', unitId });
  const shares = await sealAgain(
    helper.identity,
    await listMyShares(helper.db),
    colleague.recipient,
  );
  if (!shares.ok) throw new Error(shares.refusal);
  const { actor, keyId } = colleague;
  const input = { commandId: aCommand(), ringId, personId: actor.personId, keyId };
  const admitted = await admit(
    helper.db,
    helper.actor,
    { ...input, shares: [...shares.value] },
    today,
  );
  if (!admitted.ok) throw new Error(admitted.refusal);
  return { unitId, ringId, recipient, helper, colleague };
}

export const aCommand = (): CommandId => newId<'command'>();
export const aFind = (): string => randomBytes(16).toString('base64url');
const someBytes = (length = 4_000): string => randomBytes(length).toString('base64url');
export const someRecipient = (): string => `age1${randomBytes(40).toString('hex')}`;

/** A request with a code of its own, sealed to nobody. */
export const aHelpLetter = (
  ringId: RingId,
  more: Partial<HelpLetterInput> = {},
): HelpLetterInput => ({
  commandId: aCommand(),
  ringId,
  epoch: 1,
  find: aFind(),
  answerRecipient: someRecipient(),
  sealed: someBytes(),
  ...more,
});

export const openTestHelpIntake = (
  { url }: Pick<FreshDatabase, 'url'>,
  now?: () => Date,
): HelpIntake =>
  openHelpIntake({
    databaseUrl: testLogin(url, 'binh_yen_intake'),
    secret: 'for tests alone',
    timeZone: 'Asia/Ho_Chi_Minh',
    ...(now && { now }),
  });

/** A request that came in at the door, by its id. */
export async function aRequest(
  fresh: FreshDatabase,
  intake: HelpIntake,
  ringId: RingId,
  letter = aHelpLetter(ringId),
): Promise<HelpId> {
  const received = await intake.receive(letter);
  if (!received.ok) throw new Error(received.refusal);
  const { help_id: helpId } = await fresh.owner
    .selectFrom('help_letter')
    .where('command_id', '=', letter.commandId)
    .select('help_id')
    .executeTakeFirstOrThrow();
  return helpId as HelpId;
}
