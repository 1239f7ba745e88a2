// A request for help: who has taken it over, how it ended, and which of the two may come next.

import type { Day } from '#ground/day.ts';
import type { Id, PersonId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { RingId } from '#sealed/ring.ts';

export type HelpId = Id<'help'>;
export type HelpLetterId = Id<'help-letter'>;

/** One word of how it ended, and nothing about whoever asked; only 'helped' is ever counted. */
export const endings = ['helped', 'led_on', 'not_reached', 'not_wanted'] as const;
export type Ending = (typeof endings)[number];

/** As helpers of the ring see it; what was written is in its letters. */
export type HelpRequest = {
  readonly helpId: HelpId;
  readonly ringId: RingId;
  /** base64url: letters are bound to it. */
  readonly findHash: string;
  readonly answerRecipient: string;
  readonly receivedOn: Day;
  readonly lastLetterOn: Day;
  /** The first day on which something lay there that nobody opened. */
  readonly unreadSince: Day | null;
  readonly takenBy: PersonId | null;
  readonly takenOn: Day | null;
  readonly closedOn: Day | null;
  readonly ending: Ending | null;
};

export type HelpState = 'new' | 'taken' | 'closed';

export function stateOf({
  takenBy,
  closedOn,
}: Pick<HelpRequest, 'takenBy' | 'closedOn'>): HelpState {
  if (closedOn !== null) return 'closed';
  return takenBy === null ? 'new' : 'taken';
}

export type TakeRefusal = 'taken-by-other' | 'closed';
/** `isStillThere`: the one who has it is still in the ring; else anybody of it may step in. */
export function decideTake(
  { takenBy, closedOn }: Pick<HelpRequest, 'takenBy' | 'closedOn'>,
  by: PersonId,
  isStillThere: boolean,
): Outcome<true, TakeRefusal> {
  if (closedOn !== null) return refused('closed');
  return takenBy === null || takenBy === by || !isStillThere
    ? done(true)
    : refused('taken-by-other');
}

export type OwnRefusal = 'not-taken' | 'closed';
/** One helper speaks with the person: whoever has taken it over answers, hands back and ends. */
export function decideOwn(
  { takenBy, closedOn }: Pick<HelpRequest, 'takenBy' | 'closedOn'>,
  by: PersonId,
): Outcome<true, OwnRefusal> {
  if (takenBy !== by) return refused('not-taken');
  return closedOn === null ? done(true) : refused('closed');
}
