// The minutes of an opening, as PDF.

import { paperFile } from '../../../../paper-file.ts';
import { minutesAt } from '../minutes.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) =>
  paperFile(locals, await minutesAt(locals, params), 'pdf');
