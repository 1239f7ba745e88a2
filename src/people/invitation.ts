// An invitation: a printed sheet that lets one person in, once, until a day.

import { addDays, type Day, type Instant } from '#ground/day.ts';
import type { CommandId, Id, PersonId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { fold, tidy } from '#ground/text.ts';
import { decidePlace, type Place, type RoleAt } from './giving.ts';
import type { Role } from './person.ts';

export type InvitationId = Id<'invitation'>;

export type InvitationInput = RoleAt & {
  readonly commandId: CommandId;
  readonly name: string;
  /** The first day of the role. */
  readonly from: Day;
  /** The last day on which the sheet works; missing: `invitationDays` on. */
  readonly until?: Day | undefined;
  readonly email?: string | undefined;
};

/** What is on record of a sheet; the code itself is on paper only. */
export type Invitation = {
  readonly invitationId: InvitationId;
  readonly name: string;
  readonly email: string | null;
  readonly until: Day;
  readonly invitedBy: PersonId;
  readonly invitedByName: string;
  readonly invitedAt: Instant;
} & (
  | ({
      readonly kind: 'new';
      readonly role: Role;
      readonly from: Day;
      readonly place: string | null;
    } & Place)
  | { readonly kind: 'renewal'; readonly personId: PersonId; readonly username: string }
);

/** How long a sheet works where nobody says otherwise; the one place where that is written. */
const invitationDays = 14;
/** A sheet lying about for longer is a door left open. */
const longestInvitation = 60;

export type NewInvitation = RoleAt & {
  readonly name: string;
  readonly from: Day;
  readonly until: Day;
  readonly email: string | null;
};

export type InvitationRefusal =
  'name-missing' | 'place-missing' | 'from-past' | 'until-wrong' | 'email-wrong';

export function decideInvitation(
  input: InvitationInput,
  today: Day,
): Outcome<NewInvitation, InvitationRefusal> {
  const name = tidy(input.name);
  if (name === '' || name.length > 120) return refused('name-missing');
  const placed = decidePlace(input);
  if (!placed.ok) return placed;
  if (input.from < today) return refused('from-past');
  const until = input.until ?? lastDayFrom(today);
  if (!isGoodEnd(until, today)) return refused('until-wrong');
  const email = decideEmail(input.email ?? '');
  if (!email.ok) return email;
  return done({ ...placed.value, name, from: input.from, until, email: email.value });
}

export const lastDayFrom = (today: Day): Day => addDays(today, invitationDays);

export const isGoodEnd = (until: Day, today: Day): boolean =>
  until >= today && until <= addDays(today, longestInvitation);

/** Null where none was given: mail is never required of anybody. */
export function decideEmail(typed: string): Outcome<string | null, 'email-wrong'> {
  const email = typed.trim().toLowerCase();
  if (email === '') return done(null);
  return email.length <= 200 && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email)
    ? done(email)
    : refused('email-wrong');
}

/** What a person may sign in with: 'nguyen.van.vi-du' from the name; the first that nobody has. */
export function suggestUsername(name: string, taken: ReadonlySet<string>): string {
  const plain = fold(tidy(name))
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
    .slice(0, 50);
  const base = plain.length < 3 ? `nguoi.${plain || 'moi'}` : plain;
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? base : `${base}.${number}`;
    if (!taken.has(tried)) return tried;
  }
}
