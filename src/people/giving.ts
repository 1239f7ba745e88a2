// Which roles may be given, where each of them holds, and by whom.

import type { PersonId, SiteId, UnitId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { may, permissions, scopeOf, type Act } from './may.ts';
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

/** By which act each role that works at one site is given there. */
const actToGive = {
  commune_police: 'invite police',
  core_member: 'invite member',
  viewer: 'invite member',
} as const satisfies Partial<Record<Role, Act>>;
export type SiteRole = keyof typeof actToGive;
export const siteRoles = Object.keys(actToGive) as readonly SiteRole[];

/** Whose roles let them invite somebody to be this at a site. */
export const inviters = (role: SiteRole): readonly Role[] => permissions[actToGive[role]];

/** The roles a person may give at all: what their forms offer. */
export const rolesToGive = (actor: Actor): readonly Role[] =>
  may(actor, 'invite person')
    ? (Object.keys(placesOf) as Role[])
    : siteRoles.filter((role) => may(actor, actToGive[role]));

/** Administrators give every role everywhere; others at a site of theirs what works there. */
export function mayGive(actor: Actor, { role, siteId }: RoleAt): boolean {
  if (may(actor, 'invite person')) return true;
  const ofSite = siteRoles.find((one) => one === role);
  return ofSite !== undefined && siteId !== null && may(actor, actToGive[ofSite], siteId);
}

/** Whoever may give the role handles its sheet; a renewal is its maker's and the administrators'. */
export const mayHandle = (
  actor: Actor,
  sheet: Place & { readonly role: Role | null; readonly invitedBy: PersonId },
): boolean =>
  sheet.role
    ? mayGive(actor, { ...sheet, role: sheet.role })
    : may(actor, 'invite person') || sheet.invitedBy === actor.personId;

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

/** Without these a site does no work: the police who look after it and its core members. */
const neededRoles: readonly SiteRole[] = ['commune_police', 'core_member'];

export const lacksPeople = (held: readonly Role[]): boolean =>
  neededRoles.some((role) => !held.includes(role));
