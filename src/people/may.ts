// Who may do what: deny by default, one line for each act; scope is part of every query.

import type { SiteId } from '#ground/id.ts';
import type { Actor, Role, RoleHolding, Scope } from './person.ts';

/** Each act is a verb on a noun of the glossary, followed by the roles that may. */
export const permissions = {
  'invite person': ['administrator'],
  'invite police': ['administrator', 'provincial_officer'],
  'invite member': ['administrator', 'provincial_officer', 'commune_police'],
  'renew access': ['administrator', 'commune_police'],
  'hand over role': ['administrator', 'provincial_officer'],
  'manage role rule': ['administrator'],
  'change setting': ['administrator'],
  'remove demo': ['administrator'],
  'view unit': [
    'administrator',
    'provincial_officer',
    'data_protection_officer',
    'commune_police',
    'core_member',
    'viewer',
  ],
  'manage unit': ['administrator', 'provincial_officer'],
  'manage rule': ['administrator'],
  'view audit': ['administrator', 'provincial_officer', 'data_protection_officer'],
  'handle request': ['data_protection_officer'],
  'keep breach record': ['data_protection_officer'],
  'end records': ['administrator', 'data_protection_officer'],
  'view roster': ['provincial_officer', 'commune_police', 'core_member'],
  'keep roster': ['commune_police', 'core_member'],
  'break glass': ['provincial_officer', 'commune_police'],
  'view glass': [
    'provincial_officer',
    'data_protection_officer',
    'commune_police',
    'core_member',
    'viewer',
  ],
  'oversee glass': ['provincial_officer'],
  'read plan': ['provincial_officer', 'commune_police'],
  'create site': ['provincial_officer'],
  'view site': ['administrator', 'provincial_officer', 'commune_police', 'core_member', 'viewer'],
  'advance step': ['provincial_officer', 'commune_police', 'core_member'],
  'close step': ['provincial_officer', 'commune_police'],
  'do duty': ['provincial_officer', 'commune_police', 'core_member'],
  'record activity': ['provincial_officer', 'commune_police', 'core_member'],
  'enter indicator': ['provincial_officer', 'commune_police', 'core_member'],
  'draft review': ['provincial_officer', 'commune_police'],
  'issue review': ['provincial_officer'],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof permissions;

/** Whether the actor may do this anywhere, or, where a site is named, at that site. */
export function may(actor: Actor, act: Act, siteId?: SiteId): boolean {
  const scope = scopeOf(actor, act);
  if (scope === 'all') return true;
  return siteId === undefined ? scope.length > 0 : scope.includes(siteId);
}

/** The sites at which the actor may do this; an empty list where there is none. */
export function scopeOf(actor: Actor, act: Act): Scope {
  const allowed: readonly Role[] = permissions[act];
  return scopeOfHoldings(
    // Through a broken glass a site is looked at, whatever else its holder's role may do elsewhere.
    actor.holdings.filter(({ role, glass }) =>
      glass ? act === 'view site' : allowed.includes(role),
    ),
  );
}

/**
 * Everything the actor may touch by any act: what the database itself is limited to. What stands
 * behind a broken glass is not among it; PostgreSQL opens that by itself, to be read only.
 */
export const reachOf = (actor: Actor): Scope =>
  scopeOfHoldings(actor.holdings.filter(({ glass }) => !glass));

/** Roles for all sites; every other role holds at one site or in one commune. */
export const heldEverywhere: readonly Role[] = [
  'administrator',
  'provincial_officer',
  'data_protection_officer',
];

function scopeOfHoldings(holdings: readonly RoleHolding[]): Scope {
  if (holdings.some(({ role }) => heldEverywhere.includes(role))) return 'all';
  return [...new Set(holdings.flatMap(({ siteId, commune }) => siteId ?? commune?.siteIds ?? []))];
}
