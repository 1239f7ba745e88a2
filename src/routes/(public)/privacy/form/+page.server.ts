// The request form on paper: to whom it goes.

import { contactOf } from '#installation/contact.ts';
import { readSettings } from '#installation/server/store.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  contact: contactOf(await readSettings(locals.withoutAccessCheck)),
});
