// Whether somebody must show more than a password: what their roles ask, and from which day.

import type { Day } from '#ground/day.ts';
import type { Role } from './person.ts';

/** The rule of a role that counts now. */
export type RoleRule = {
  readonly role: Role;
  readonly needsSecondFactor: boolean;
  readonly since: Day;
  /** The last day on which the role may still be used without. */
  readonly graceUntil: Day;
};

export type Need = 'none' | 'soon' | 'now';

/** 'soon' while a grace still runs: the person is reminded and let through. */
export function secondFactorNeed(
  rules: readonly RoleRule[],
  held: readonly Role[],
  today: Day,
): Need {
  const own = rules.filter(
    ({ role, needsSecondFactor, since }) =>
      needsSecondFactor && since <= today && held.includes(role),
  );
  if (own.some(({ graceUntil }) => graceUntil < today)) return 'now';
  return own.length > 0 ? 'soon' : 'none';
}

/** The last day on which the person may still go without, where a grace runs. */
export const graceOf = (
  rules: readonly RoleRule[],
  held: readonly Role[],
  today: Day,
): Day | undefined =>
  rules
    .filter((rule) => secondFactorNeed([rule], held, today) === 'soon')
    .map(({ graceUntil }) => graceUntil)
    .toSorted((a, b) => (a < b ? -1 : 1))[0];

/** What a person shows after the right password. A passkey that verified its user is two factors by itself. */
export type Has = { readonly authenticator: boolean; readonly passkeys: boolean };
export type Way = 'code' | 'passkey';

/** Empty where the password is enough. Who has only a passkey shows it where a role asks for two. */
export function secondWays(has: Has, need: Need): readonly Way[] {
  if (has.authenticator) return has.passkeys ? ['code', 'passkey'] : ['code'];
  return has.passkeys && need !== 'none' ? ['passkey'] : [];
}

/** Six digits as typed from an authenticator, with or without spaces; undefined for anything else. */
export const digitsOf = (typed: string): string | undefined =>
  /^\d{6}$/.exec(typed.replace(/\s/g, ''))?.[0];

/** A recovery code as it is compared: letters and digits, lower case. */
export const recoveryLetters = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 40);
