// What is held of people, for everybody to read: the register, the terms of today, and whom to ask.

import { contactOf } from '#installation/contact.ts';
import { readSettings } from '#installation/server/store.ts';
import { listRules } from '#law/server/store.ts';
import { publicLaw } from '#privacy/public-law.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [rules, settings] = await Promise.all([
    listRules(locals.withoutAccessCheck, locals.today),
    readSettings(locals.withoutAccessCheck),
  ]);
  return { ...publicLaw(rules, locals.language), contact: contactOf(settings) };
};
