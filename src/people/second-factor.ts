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

/** A role somebody holds, as far as it decides about a second factor. */
export type Held = {
  readonly role: Role;
  /** Whether it needs one where no administrator decided anything for the role. */
  readonly byDefault: boolean;
};

/** What reaches beyond one site needs a second factor from the first day; the demo's people do not. */
export const heldAs = (
  { role, siteId }: { readonly role: Role; readonly siteId: string | null },
  isDemo: boolean,
): Held => ({ role, byDefault: siteId === null && !isDemo });

/** 'soon' while a grace still runs: the person is reminded and let through. */
export function secondFactorNeed(
  rules: readonly RoleRule[],
  held: readonly Held[],
  today: Day,
): Need {
  const needs = held.map((one) => needOf(rules, one, today));
  return (['now', 'soon'] as const).find((need) => needs.includes(need)) ?? 'none';
}

/** What an administrator decided for the role goes before the default. */
function needOf(rules: readonly RoleRule[], { role, byDefault }: Held, today: Day): Need {
  const rule = rules.find((one) => one.role === role && one.since <= today);
  if (!rule) return byDefault ? 'now' : 'none';
  if (!rule.needsSecondFactor) return 'none';
  return rule.graceUntil < today ? 'now' : 'soon';
}

/** The last day on which the person may still go without, where a grace runs. */
export const graceOf = (
  rules: readonly RoleRule[],
  held: readonly Held[],
  today: Day,
): Day | undefined =>
  rules
    .filter(({ role }) =>
      held.some((one) => one.role === role && needOf(rules, one, today) === 'soon'),
    )
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
