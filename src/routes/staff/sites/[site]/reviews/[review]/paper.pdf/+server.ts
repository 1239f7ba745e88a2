// The review as PDF: as issued, or as the draft stands.

import type { RequestHandler } from '@sveltejs/kit';
import { paperFile } from '../../../../../paper-file.ts';
import { paperAt } from '../../address.ts';

export const GET: RequestHandler = async ({ locals, params }) =>
  paperFile(locals, await paperAt(locals, params), 'pdf');
