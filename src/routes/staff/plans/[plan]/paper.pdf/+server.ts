// The plan put out again in the prescribed form, as PDF.

import type { RequestHandler } from '@sveltejs/kit';
import { paperFile } from '../../../paper-file.ts';
import { planPaperAt } from '../../address.ts';

export const GET: RequestHandler = async ({ locals, params }) =>
  paperFile(locals, await planPaperAt(locals, params), 'pdf');
