// What was set when the server started: to read, since it is changed elsewhere.

import { listEnvironment } from '#installation/server/environment.ts';
import { actorOf } from '../../actor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  actorOf(locals, 'change setting');
  return { environment: listEnvironment(locals.language) };
};
