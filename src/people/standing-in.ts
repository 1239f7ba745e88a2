// Standing in: doing the work of somebody who is away, with their rights and no others, until a day.

import type { Day, Instant } from '#ground/day.ts';
import type { CommandId, Id, PersonId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { tidy } from '#ground/text.ts';
import { mayPassOn } from './giving.ts';
import type { Actor, Role, RoleHolding } from './person.ts';

export type StandInId = Id<'stand-in'>;

/** Says which standing-in is switched on in this browser; it is looked up again at every request. */
export const standInCookie = 'binh-yen.standing-in';

export type StandIn = {
  readonly standInId: StandInId;
  readonly absentId: PersonId;
  readonly absentName: string;
  /** Who does the work meanwhile. */
  readonly personId: PersonId;
  readonly personName: string;
  readonly from: Day;
  readonly to: Day;
  readonly reason: string;
  readonly namedBy: PersonId;
  readonly namedByName: string;
  readonly namedAt: Instant;
};

export type StandInInput = {
  readonly commandId: CommandId;
  readonly absentId: PersonId;
  readonly personId: PersonId;
  readonly from: Day;
  readonly to: Day;
  readonly reason: string;
};

export type StandInRefusal =
  | 'named-already'
  | 'same-person'
  | 'from-past'
  | 'to-before-from'
  | 'reason-missing'
  | 'nothing-to-do';

/** `held` is what the absent person holds at any time of it; `named` who stands in already. */
export function decideStandIn(
  input: StandInInput,
  held: readonly { readonly role: Role }[],
  named: readonly Pick<StandIn, 'personId' | 'from' | 'to'>[],
  today: Day,
): Outcome<StandInInput, StandInRefusal> {
  if (input.absentId === input.personId) return refused('same-person');
  if (input.from < today) return refused('from-past');
  if (input.to < input.from) return refused('to-before-from');
  const reason = tidy(input.reason);
  if (reason === '' || reason.length > 500) return refused('reason-missing');
  if (!held.some(({ role }) => isPassedOn(role))) return refused('nothing-to-do');
  const again = named.some(
    ({ personId, from, to }) => personId === input.personId && from <= input.to && to >= input.from,
  );
  return again ? refused('named-already') : done({ ...input, reason });
}

/** What the one standing in may use: never the keys to everybody's account. */
export const holdingsToUse = <H extends Pick<RoleHolding, 'role'>>(
  held: readonly H[],
): readonly H[] => held.filter(({ role }) => isPassedOn(role));

/** One's own stand-in, or that of somebody whose roles one may pass on. Never while standing in. */
export const mayName = (
  actor: Actor,
  absentId: PersonId,
  held: readonly { readonly role: Role }[],
): boolean =>
  !actor.actingFor &&
  (absentId === actor.personId ||
    (held.length > 0 && held.every(({ role }) => mayPassOn(actor, role))));

export const isOn = ({ from, to }: Pick<StandIn, 'from' | 'to'>, today: Day): boolean =>
  from <= today && today <= to;

const isPassedOn = (role: Role): boolean => role !== 'administrator';
