// Someone who signs in, and the roles they hold from one day until another.

import type { Day, Instant } from '#ground/day.ts';
import type { Id, PersonId, SiteId, UnitId } from '#ground/id.ts';

export const roles = [
  'administrator',
  'provincial_officer',
  'data_protection_officer',
  'commune_police',
  'core_member',
  'viewer',
] as const;
export type Role = (typeof roles)[number];

export type RoleHolding = {
  readonly role: Role;
  /** Null for roles that hold for a commune or for every site of the province. */
  readonly siteId: SiteId | null;
  /** The commune it holds for, with the sites that stand there on the day of the act. */
  readonly commune?: { readonly unitId: UnitId; readonly siteIds: readonly SiteId[] };
  readonly from: Day;
  /** The last day it holds; null while open. */
  readonly to: Day | null;
  /** Held only through a broken glass: to look, never to touch; PostgreSQL knows it by its id. */
  readonly glass?: { readonly openingId: Id<'opening'>; readonly endsAt: Instant };
};

/** The person who acts, as every command receives them. */
export type Actor = {
  readonly personId: PersonId;
  readonly name: string;
  /** Only the holdings valid on the day of the act. */
  readonly holdings: readonly RoleHolding[];
  /** Whose work the person does while that one is away: the holdings are that person's then. */
  readonly actingFor?: { readonly personId: PersonId; readonly name: string };
};

/** Which sites a query may touch: all of the province, or the ones named. */
export type Scope = 'all' | readonly SiteId[];
