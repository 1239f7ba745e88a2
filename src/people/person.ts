// Someone who signs in, and the roles they hold from one day until another.

import type { Day } from '#ground/day.ts';
import type { PersonId, SiteId } from '#ground/id.ts';

export const roles = [
  'administrator',
  'provincial_officer',
  'commune_police',
  'core_member',
  'viewer',
] as const;
export type Role = (typeof roles)[number];

export type RoleHolding = {
  readonly role: Role;
  /** Null for roles that hold for every site of the province. */
  readonly siteId: SiteId | null;
  readonly from: Day;
  /** The last day it holds; null while open. */
  readonly to: Day | null;
};

/** The person who acts, as every command receives them. */
export type Actor = {
  readonly personId: PersonId;
  readonly name: string;
  /** Only the holdings valid on the day of the act. */
  readonly holdings: readonly RoleHolding[];
};

/** Which sites a query may touch: all of the province, or the ones named. */
export type Scope = 'all' | readonly SiteId[];
