// The record: filtered by place, person, day and kind; a page at a time.

import { may, scopeOf } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { wordOf, type Entry } from '#record/entry.ts';
import { queryFor } from '#record/entry.input.ts';
import { listEntries } from '#record/server/store.ts';
import { listSitesInScope } from '#sites/server/store.ts';
import { actorOf } from '../actor.ts';
import { askingOf, leaveView } from './asking.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const asking = await askingOf(locals, url);
  const { asked, reader, filter, wide } = asking;
  await leaveView(locals, asking, 'view audit');
  const { entries, next } = await listEntries(locals.db, reader, filter, { before: asked.before });
  const actor = actorOf(locals);
  const scope = scopeOf(actor, 'view site');
  const sites = wide ? await listSitesInScope(locals.db, scope, { limit: 300 }) : [];
  return {
    wide,
    entries: entries.map((entry) => ({ ...entry, opens: mayOpen(actor, entry) })),
    asked,
    nobody: filter.personIds?.length === 0,
    sites: sites.map(({ siteId, hamlet, commune }) => ({ siteId, name: `${hamlet}, ${commune}` })),
    query: queryFor(asked),
    nextQuery: next === undefined ? undefined : queryFor(asked, next),
    timeZone: locals.timeZone,
  };
};

/** No link leads where the reader would be turned away. */
function mayOpen(actor: Actor, { record, siteId }: Pick<Entry, 'record' | 'siteId'>): boolean {
  if (wordOf(record) === 'plan') return may(actor, 'read plan');
  return siteId === null || may(actor, 'view site', siteId);
}
