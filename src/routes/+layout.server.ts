// What every page knows: the language of its sentences.

import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
  language: locals.language,
  languages: locals.languages,
});
