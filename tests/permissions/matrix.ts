// For tests: what a row of the matrix of permissions says, and where the roles of its columns are held.

import {
  newId,
  type CommandId,
  type PersonId,
  type PlanId,
  type SiteId,
  type UnitId,
} from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import { heldEverywhere } from '#people/may.ts';
import type { Actor, Role } from '#people/person.ts';

/** What a command is tried on. */
export type Where = {
  readonly siteId: SiteId;
  readonly unitId: UnitId;
  readonly planId: PlanId;
  /** A core member of the site. */
  readonly memberId: PersonId;
  /** For what needs one that reaches more than the person does. */
  readonly withoutAccessCheck: Database;
};

export type CommandRow = {
  readonly allowed: readonly Role[];
  /** Whether it acts on one site, so that a role held elsewhere is no permission. */
  readonly ofSite: boolean;
  readonly run: (db: Database, actor: Actor, where: Where) => Promise<unknown>;
};
export type CommandRows = Readonly<Record<string, CommandRow>>;

type Run = CommandRow['run'];
export const ofSite = (allowed: readonly Role[], run: Run): CommandRow => ({
  allowed,
  ofSite: true,
  run,
});
export const ofHouse = (allowed: readonly Role[], run: Run): CommandRow => ({
  allowed,
  ofSite: false,
  run,
});

export const commandId = (): CommandId => newId<'command'>();

/** Whether the answer says that the person may not, in any of the forms commands give it. */
export function isForbidden(outcome: unknown): boolean {
  if (typeof outcome !== 'object' || outcome === null || !('refusal' in outcome)) return false;
  const { refusal } = outcome;
  if (refusal === 'forbidden') return true;
  return typeof refusal === 'object' && refusal !== null && 'kind' in refusal
    ? refusal.kind === 'forbidden'
    : false;
}

/** Where the role is held, and what it is tried on. */
export type Standing = {
  readonly name: string;
  readonly held: 'at the site' | 'in the commune' | 'nowhere';
  readonly on: 'own' | 'neighbour' | 'foreign';
  /** Whether a role held there reaches what it is tried on. */
  readonly reaches: boolean;
};

export const standings: readonly Standing[] = [
  { name: 'their own site', held: 'at the site', on: 'own', reaches: true },
  { name: 'a site of their own commune', held: 'in the commune', on: 'neighbour', reaches: true },
  {
    name: 'another site of the same commune',
    held: 'at the site',
    on: 'neighbour',
    reaches: false,
  },
  { name: 'a site of another commune', held: 'in the commune', on: 'foreign', reaches: false },
  { name: 'a site elsewhere', held: 'at the site', on: 'foreign', reaches: false },
  { name: 'their own site without a role', held: 'nowhere', on: 'own', reaches: false },
];

/** Core members belong to one site and no commune. */
export const canHold = (role: Role, { held }: Standing): boolean =>
  held !== 'in the commune' || role !== 'core_member';

export const reachesThere = (role: Role, { held, reaches }: Standing): boolean =>
  held !== 'nowhere' && (reaches || heldEverywhere.includes(role));
