// The plan put out again in the prescribed form, as PDF.

import type { RequestHandler } from '@sveltejs/kit';
import { planToPaper } from '#plans/plan-paper.ts';
import { paperFile } from '../../../paper-file.ts';
import { readingAt } from '../../address.ts';

export const GET: RequestHandler = async ({ locals, params }) =>
  paperFile(planToPaper((await readingAt(locals, params)).plan), 'pdf');
