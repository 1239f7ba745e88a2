// The review as it prints.

import { paperToHtml } from '#papers/html.ts';
import { paperAt } from '../../address.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  reviewId: params.review,
  html: paperToHtml(await paperAt(locals, params)),
});
