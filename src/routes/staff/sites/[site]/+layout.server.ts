// What every page of one site knows: the site, and what the person signed in may do there.

import { showMoment } from '#ground/show.ts';
import { glassWords } from '#people/glass.words.ts';
import { mayGive, siteRoles } from '#people/giving.ts';
import { may } from '#people/may.ts';
import { rosterWords } from '#rosters/roster.words.ts';
import { siteOf } from '../site-of.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params }) => {
  const { actor, site } = await siteOf(locals, params.site);
  const { siteId } = site;
  const { language, timeZone } = locals;
  const glass = actor.holdings.find((one) => one.glass)?.glass;
  const roster = rosterWords[language];
  const given = siteRoles.filter((role) => mayGive(actor, { role, siteId, unitId: null }));
  const works = site.calendar !== 'record';
  return {
    site,
    timeZone,
    // In words: the sentences of other slices would all be script of every page of a site.
    glassBanner: glass && glassWords[language].banner(showMoment(glass.endsAt, timeZone)),
    mayRecord: works && may(actor, 'record activity', site.siteId),
    mayEnter: works && may(actor, 'enter indicator', site.siteId),
    mayAdvance: works && may(actor, 'advance step', site.siteId),
    mayClose: works && may(actor, 'close step', site.siteId),
    mayDo: works && may(actor, 'do duty', site.siteId),
    rosterTabs: may(actor, 'view roster', site.siteId)
      ? (['members', 'households'] as const).map((part) => ({ part, label: roster[part] }))
      : [],
    /** The roles which whoever looks may invite people to here. */
    given,
    inviteHref: given.length > 0 ? `/staff/people/invite?site=${siteId}` : undefined,
  };
};
