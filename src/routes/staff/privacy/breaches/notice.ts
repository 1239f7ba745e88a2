// The notice of one breach as a paper, by the law and the floor of the day.

import { listLaw } from '#law/server/store.ts';
import { ruleOn, rulesOn } from '#law/rule.ts';
import type { Paper } from '#papers/paper.ts';
import { breachPaper, foundOn } from '#privacy/breach-paper.ts';
import { suppressionBy } from '#sites/suppress.ts';
import { breachAt } from './breach-view.ts';

export async function noticeAt(
  locals: App.Locals,
  params: { readonly breach: string },
): Promise<Paper> {
  const { timeZone, today } = locals;
  const state = await breachAt(locals, params);
  const law = await listLaw(locals.db);
  const rule = ruleOn(law, 'privacy.breach.notify', foundOn(state, timeZone));
  const { below } = suppressionBy(rulesOn(law, today));
  return breachPaper(state, { timeZone, below, source: rule?.source ?? '……………………' });
}
