// The closing as DOCX, to be signed by two.

import { paperFile } from '../../../../paper-file.ts';
import { closingPaperAt } from '../../closing-at.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) =>
  paperFile(locals, await closingPaperAt(locals, params), 'docx');
