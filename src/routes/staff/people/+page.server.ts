// The list of people: found by name, filtered by standing, role and site, a page at a time.

import { findId } from '#ground/id.ts';
import { tidy } from '#ground/text.ts';
import { peopleScope, rolesToGive } from '#people/giving.ts';
import { may, scopeOf } from '#people/may.ts';
import { roles, type Actor } from '#people/person.ts';
import { listPeople, type PeopleAsked } from '#people/server/people-store.ts';
import { listHeldRoles } from '#people/server/role-store.ts';
import { standingOf } from '#people/role-dates.ts';
import { sitePlace } from '#sites/names.ts';
import { listSitesInScope } from '#sites/server/store.ts';
import { keeperOf } from './choices.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const actor = keeperOf(locals);
  const { db, today } = locals;
  const asked = askedIn(url, actor, locals);
  const found = await listPeople(db, asked, Number(url.searchParams.get('page')) || 1);
  const ids = found.people.map(({ personId }) => personId);
  const held = await listHeldRoles(db, asked.scope, ids);
  const sites = await listSitesInScope(db, scopeOf(actor, 'view site'), { limit: 500 });
  return {
    asked,
    found: {
      ...found,
      people: found.people.map((person) => ({
        ...person,
        held: held.filter(
          (one) =>
            one.personId === person.personId && ['held', 'ahead'].includes(standingOf(one, today)),
        ),
      })),
    },
    sites: sites.map((site) => ({
      value: site.siteId,
      label: sitePlace(site),
    })),
    mayInvite: rolesToGive(actor).length > 0,
    mayRule: may(actor, 'manage role rule'),
  };
};

function askedIn({ searchParams }: URL, actor: Actor, { today }: App.Locals): PeopleAsked {
  const given = (name: string): string => searchParams.get(name) ?? '';
  const standings = ['left', 'all'] as const;
  return {
    scope: peopleScope(actor),
    query: tidy(given('q')).slice(0, 100),
    standing: standings.find((one) => one === given('standing')) ?? 'holding',
    role: roles.find((one) => one === given('role')),
    siteId: findId<'site'>(given('site')),
    today,
  };
}
