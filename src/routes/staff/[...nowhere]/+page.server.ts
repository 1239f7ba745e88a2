// An address of the staff pages that is none: said within their frame.

import { error } from '@sveltejs/kit';
import { staffWords } from '../staff.words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  error(404, staffWords[locals.language].notFound);
