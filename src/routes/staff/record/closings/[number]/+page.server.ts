// One closing of the record, to be compared with its paper.

import { closingAt } from '../closing-at.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  closing: await closingAt(locals, params),
  made: url.searchParams.has('made'),
  timeZone: locals.timeZone,
});
