// The notice of a breach to the authority, as PDF.

import { paperFile } from '../../../../paper-file.ts';
import { noticeAt } from '../../notice.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) =>
  paperFile(locals, await noticeAt(locals, params), 'pdf');
