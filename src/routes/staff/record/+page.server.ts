// The record: filtered by place, person, day and kind; a page at a time.

import { scopeOf } from '#people/may.ts';
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
  const scope = scopeOf(actorOf(locals), 'view site');
  const sites = wide ? await listSitesInScope(locals.db, scope, { limit: 300 }) : [];
  return {
    wide,
    entries,
    asked,
    nobody: filter.personIds?.length === 0,
    sites: sites.map(({ siteId, hamlet, commune }) => ({ siteId, name: `${hamlet}, ${commune}` })),
    query: queryFor(asked),
    nextQuery: next === undefined ? undefined : queryFor(asked, next),
    timeZone: locals.timeZone,
  };
};
