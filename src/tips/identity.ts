// Who the sender is, where they said so: one person asks with a reason, another one agrees or does not.

import type { Day } from '#ground/day.ts';
import type { Id, PersonId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { Sealed } from '#sealed/ring.ts';
import type { Tip, TipId } from './tip.ts';

export type RequestId = Id<'identity-request'>;
export const identityAnswers = ['consented', 'declined'] as const;
export type IdentityAnswer = (typeof identityAnswers)[number];

export type IdentityRequest = {
  readonly requestId: RequestId;
  readonly tipId: TipId;
  /** Of the ring, to which the reason is sealed. */
  readonly epoch: number;
  readonly sealedReason: Sealed;
  readonly askedBy: PersonId;
  readonly askedOn: Day;
  /** Null while nobody has answered. */
  readonly answer: IdentityAnswer | null;
  readonly answeredBy: PersonId | null;
  readonly answeredOn: Day | null;
};

type Answered = Pick<IdentityRequest, 'askedBy' | 'answer'>;

/** After a refusal one may ask again, with a better reason; the refusal stays to be seen. */
export function decideAsk(
  tip: Pick<Tip, 'hasIdentity' | 'bodyEndedOn'>,
  requests: readonly Answered[],
  asker: PersonId,
): Outcome<null, 'no-identity' | 'asked-already'> {
  if (!tip.hasIdentity || tip.bodyEndedOn !== null) return refused('no-identity');
  const isAsked = requests.some((one) => one.askedBy === asker && one.answer !== 'declined');
  return isAsked ? refused('asked-already') : done(null);
}

export function decideAnswer(
  { askedBy, answer }: Answered,
  by: PersonId,
): Outcome<null, 'own-request' | 'answered-already'> {
  if (askedBy === by) return refused('own-request');
  return answer === null ? done(null) : refused('answered-already');
}

/**
 * A consent lasts as long as the letters do, and is erased with them: who hands a case over, or
 * brings the sender the notice of its result, needs the name again. Each look is on record.
 */
export const mayLook = (requests: readonly Answered[], person: PersonId): boolean =>
  requests.some(({ askedBy, answer }) => askedBy === person && answer === 'consented');
