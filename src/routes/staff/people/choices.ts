// Who looks after people, and what their forms offer: roles to give, sites and communes to hold them at.

import { error } from '@sveltejs/kit';
import { rolesToGive } from '#people/giving.ts';
import { may, scopeOf } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { listCommunesInUse } from '#people/server/role-store.ts';
import { sitePlace } from '#sites/names.ts';
import { listSitesInScope } from '#sites/server/store.ts';
import { actorOf } from '../actor.ts';
import { staffWords } from '../staff.words.ts';

/** Whoever looks after people somewhere; the others are told that it is not theirs. */
export function keeperOf(locals: App.Locals): Actor {
  const actor = actorOf(locals);
  const keeps = rolesToGive(actor).length > 0 || may(actor, 'hand over role');
  return keeps ? actor : error(403, staffWords[locals.language].forbidden);
}

export type Option = { readonly value: string; readonly label: string };
export type PlaceChoices = {
  readonly roles: ReturnType<typeof rolesToGive>;
  readonly sites: readonly Option[];
  readonly communes: readonly Option[];
};

export async function placeChoices(locals: App.Locals, actor: Actor): Promise<PlaceChoices> {
  const scope = scopeOf(actor, 'invite member');
  const [sites, communes] = await Promise.all([
    listSitesInScope(locals.db, scope, { limit: 500 }),
    may(actor, 'invite person') ? listCommunesInUse(locals.db, locals.today) : [],
  ]);
  return {
    roles: rolesToGive(actor),
    sites: sites.map((site) => ({
      value: site.siteId,
      label: sitePlace(site),
    })),
    communes: communes.map(({ unitId, name }) => ({ value: unitId, label: name })),
  };
}
