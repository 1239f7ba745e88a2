// The record of breaches, for the one role that keeps it.

import { actorOf } from '../../actor.ts';
import { listClockedBreaches } from './breach-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  actorOf(locals, 'keep breach record');
  return { breaches: await listClockedBreaches(locals), timeZone: locals.timeZone };
};
