// The site a page is about, for whoever is signed in: there, and theirs to see, or not found.

import { error } from '@sveltejs/kit';
import { findId } from '#ground/id.ts';
import { scopeOf } from '#people/may.ts';
import type { Actor, Scope } from '#people/person.ts';
import type { Site } from '#sites/site.ts';
import { findSite } from '#sites/server/store.ts';
import { actorOf } from '../actor.ts';
import { staffWords } from '../staff.words.ts';
import { calledToday } from './called-today.ts';

export type SiteSeen = { readonly actor: Actor; readonly scope: Scope; readonly site: Site };

export async function siteOf(locals: App.Locals, param: string): Promise<SiteSeen> {
  const actor = actorOf(locals);
  const scope = scopeOf(actor, 'view site');
  const siteId = findId<'site'>(param);
  const found = siteId && (await findSite(locals.db, scope, siteId));
  const [site] = await calledToday(locals, scope, found ? [found] : []);
  return site ? { actor, scope, site } : notFound(locals);
}

export const notFound = (locals: App.Locals): never =>
  error(404, staffWords[locals.language].notFound);
