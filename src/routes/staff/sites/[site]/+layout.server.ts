// What every page of one site knows: the site, and what the person signed in may do there.

import { may } from '#people/may.ts';
import { siteOf } from '../site-of.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params }) => {
  const { actor, site } = await siteOf(locals, params.site);
  const works = site.calendar !== 'record';
  return {
    site,
    timeZone: locals.timeZone,
    glassEndsAt: actor.holdings.find(({ glass }) => glass)?.glass?.endsAt,
    mayRecord: works && may(actor, 'record activity', site.siteId),
    mayEnter: works && may(actor, 'enter indicator', site.siteId),
    mayAdvance: works && may(actor, 'advance step', site.siteId),
    mayClose: works && may(actor, 'close step', site.siteId),
    mayDo: works && may(actor, 'do duty', site.siteId),
    maySeeRoster: may(actor, 'view roster', site.siteId),
  };
};
