// Who has taken on a duty: one person of the role whose duty it is, until it is done or passed on.

import type { Day } from '#ground/day.ts';
import type { Id, PersonId, SiteId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { heldEverywhere } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import type { Duty } from './site.ts';

export type Holder = {
  readonly dutyId: Id<'duty'>;
  readonly personId: PersonId;
  readonly name: string;
  readonly since: Day;
};

export type TakeRefusal = 'not-yours' | 'already-done' | 'taken';

/** Nobody takes what another has taken on; taking one's own again changes nothing. */
export function decideTake(
  actor: Actor,
  duty: Pick<Duty, 'siteId' | 'role'>,
  now: { readonly isOpen: boolean; readonly holder: Holder | undefined },
): Outcome<{ readonly personId: PersonId; readonly until: Day | null }, TakeRefusal> {
  const held = actor.holdings.find((holding) => coversDuty(holding, duty));
  if (!held) return refused('not-yours');
  if (!now.isOpen) return refused('already-done');
  const personId = inWhoseName(actor);
  if (now.holder && now.holder.personId !== personId) return refused('taken');
  return done({ personId, until: held.to });
}

/** What is taken on while standing in for somebody is that person's. */
export const inWhoseName = ({ personId, actingFor }: Actor): PersonId =>
  actingFor?.personId ?? personId;

/** Whether the duty is one of the actor's role, where they hold it. */
export const mayTake = (actor: Actor, duty: Pick<Duty, 'siteId' | 'role'>): boolean =>
  actor.holdings.some((holding) => coversDuty(holding, duty));

const coversDuty = (
  { role, siteId, commune, glass }: Actor['holdings'][number],
  duty: Pick<Duty, 'siteId' | 'role'>,
): boolean =>
  !glass &&
  role === duty.role &&
  (heldEverywhere.includes(role) ||
    siteId === duty.siteId ||
    (commune?.siteIds.includes(duty.siteId) ?? false));

/** One thing that passed on with a role. */
export type MovedItem = { readonly siteId: SiteId; readonly place: string } & (
  | {
      readonly kind: 'duty';
      readonly dutyId: Id<'duty'>;
      readonly text: string;
      readonly expected: Day | null;
    }
  | {
      readonly kind: 'step';
      readonly number: number;
      readonly text: string;
      readonly expected: Day | null;
    }
);
