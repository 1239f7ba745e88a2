// The closing as it prints.

import { listLaw } from '#law/server/store.ts';
import { pageStyle, paperToHtml } from '#papers/html.ts';
import { formOn } from '#papers/measures.ts';
import { closingPaperAt } from '../../closing-at.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const paper = await closingPaperAt(locals, params);
  const form = formOn(await listLaw(locals.db), paper.header.date, locals.today);
  return { number: params.number, html: paperToHtml(paper, form), pageStyle: pageStyle(form) };
};
