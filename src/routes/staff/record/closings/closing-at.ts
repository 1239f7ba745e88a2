// Which closing an address names, for those who may see the whole record, and its paper.

import { error } from '@sveltejs/kit';
import { findClosingOf, type Closing } from '#ground/server/audit-closing.ts';
import { appendView } from '#ground/server/audit.ts';
import type { Paper } from '#papers/paper.ts';
import { closingPaper } from '#record/closing-paper.ts';
import { actorOf } from '../../actor.ts';
import { staffWords } from '../../staff.words.ts';

type Params = Readonly<Record<string, string | undefined>>;

export async function closingAt(locals: App.Locals, params: Params): Promise<Closing> {
  actorOf(locals, 'view audit');
  const number = /^\d{1,9}$/.test(params['number'] ?? '') ? Number(params['number']) : 0;
  const closing = await findClosingOf(locals.db, number);
  if (!closing) error(404, staffWords[locals.language].notFound);
  await appendView(locals.db, { siteId: null, record: `closing ${closing.number}` });
  return closing;
}

export async function closingPaperAt(locals: App.Locals, params: Params): Promise<Paper> {
  const closing = await closingAt(locals, params);
  return closingPaper(closing, { agency: '…………………………', place: '…………' }, locals.timeZone);
}
