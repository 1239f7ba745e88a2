// Which roles may be given, where each of them holds, and by whom.

import type { SiteId, UnitId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { may, scopeOf } from './may.ts';
import type { Actor, Role, Scope } from './person.ts';

/** At one site, in one commune, or everywhere (both null). */
export type Place = { readonly siteId: SiteId | null; readonly unitId: UnitId | null };
export type RoleAt = Place & { readonly role: Role };

/** Where a role can hold; the first is what a form offers. */
export const placesOf: Readonly<Record<Role, readonly ('everywhere' | 'commune' | 'site')[]>> = {
  administrator: ['everywhere'],
  provincial_officer: ['everywhere'],
  data_protection_officer: ['everywhere'],
  commune_police: ['commune', 'site'],
  core_member: ['site'],
  viewer: ['site', 'commune'],
};

/** What those who look after one site may give there. */
export const memberRoles: readonly Role[] = ['core_member', 'viewer'];

/** The roles a person may give at all: what their forms offer. */
export function rolesToGive(actor: Actor): readonly Role[] {
  if (may(actor, 'invite person')) return Object.keys(placesOf) as Role[];
  return may(actor, 'invite member') ? memberRoles : [];
}

/** Administrators give every role everywhere; others a member's role at a site of theirs. */
export const mayGive = (actor: Actor, { role, siteId }: RoleAt): boolean =>
  may(actor, 'invite person') ||
  (memberRoles.includes(role) && siteId !== null && may(actor, 'invite member', siteId));

/** The sites whose people the actor may see and look after in the list of people. */
export const peopleScope = (actor: Actor): Scope =>
  may(actor, 'hand over role') ? 'all' : scopeOf(actor, 'invite member');

/** The role with the place it needs and no other; a form may carry one that was chosen before. */
export function decidePlace({ role, siteId, unitId }: RoleAt): Outcome<RoleAt, 'place-missing'> {
  const [first, second] = placesOf[role];
  if (first === 'everywhere') return done({ role, siteId: null, unitId: null });
  if (siteId) return done({ role, siteId, unitId: null });
  return unitId && (first === 'commune' || second === 'commune')
    ? done({ role, siteId: null, unitId })
    : refused('place-missing');
}

/** Its holders watch over others, so that nobody but an administrator moves it. */
const moved: readonly Role[] = ['provincial_officer', 'commune_police', 'core_member', 'viewer'];

/** Whether the actor may let a role pass on, or name who stands in for its holder. */
export const mayPassOn = (actor: Actor, role: Role): boolean =>
  may(actor, 'invite person') || (may(actor, 'hand over role') && moved.includes(role));

/** Nobody changes their own roles, nor, while standing in, those of the person they stand in for. */
export const isOwn = (actor: Actor, personId: Actor['personId']): boolean =>
  personId === actor.personId || personId === actor.actingFor?.personId;
