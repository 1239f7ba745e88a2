// Who has an account and which role: for administrators.

import { fail, type Actions } from '@sveltejs/kit';
import { findId, type SiteId } from '#ground/id.ts';
import { byGivenName } from '#ground/text.ts';
import { scopeOf } from '#people/may.ts';
import { peopleWords } from '#people/people.words.ts';
import { roles, type Actor } from '#people/person.ts';
import { addPerson, endRole } from '#people/server/commands.ts';
import { listPeople } from '#people/server/store.ts';
import { findSite, listSitesInScope } from '#sites/server/store.ts';
import { typedIn } from '../../form-fields.ts';
import { actorOf } from '../actor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const actor = actorOf(locals, 'invite person');
  const sites = await listSitesInScope(locals.db, scopeOf(actor, 'view site'), { limit: 500 });
  const people = await listPeople(locals.db, locals.today);
  return {
    me: actor.personId,
    people: people.toSorted((a, b) => byGivenName(a.name, b.name)),
    sites: sites.map(({ siteId, hamlet, commune }) => ({ siteId, name: `${hamlet}, ${commune}` })),
  };
};

export const actions: Actions = {
  add: async ({ request, locals }) => {
    const actor = actorOf(locals, 'invite person');
    const own = peopleWords[locals.language];
    const { name = '', username = '', role = '', site = '' } = typedIn(await request.formData());
    const typed = { name, username, role, site };
    const input = {
      name,
      username,
      role: roles.find((one) => one === role) ?? 'viewer',
      siteId: await siteChosen(locals, actor, site),
    };
    const added = await addPerson(locals.db, locals.signIn, actor, input, locals.today);
    if (!added.ok) return fail(422, { ...typed, problem: own.refusal[added.refusal], said: '' });
    const said = own.added(added.value.username, added.value.password);
    return { ...empty, problem: '', said };
  },
  end: async ({ request, locals }) => {
    const actor = actorOf(locals, 'invite person');
    const own = peopleWords[locals.language];
    const holdingId = findId<'holding'>((await request.formData()).get('holdingId'));
    const ended = holdingId && (await endRole(locals.db, actor, holdingId, locals.today));
    if (!ended?.ok) {
      const refusal = ended?.refusal ?? 'not-found';
      return fail(422, { ...empty, problem: own.refusal[refusal], said: '' });
    }
    return { ...empty, problem: '', said: own.ended };
  },
};

/** What the form is filled with when nothing was refused. */
const empty = { name: '', username: '', role: '', site: '' };

/** Null where none was chosen, or one that is not there. */
async function siteChosen(
  { db }: App.Locals,
  actor: Actor,
  chosen: string,
): Promise<SiteId | null> {
  const siteId = findId<'site'>(chosen);
  const found = siteId && (await findSite(db, scopeOf(actor, 'view site'), siteId));
  return found?.siteId ?? null;
}
