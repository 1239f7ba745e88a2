// Requests about personal data for whoever answers them: overdue ones first.

import { actorOf } from '../actor.ts';
import { listClocked } from './request-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  actorOf(locals, 'handle request');
  return { requests: await listClocked(locals), saved: url.searchParams.has('saved') };
};
