// Which plan an address names, and what its pages show; what it does not name is not found.

import { error } from '@sveltejs/kit';
import { dayAt } from '#ground/day.ts';
import { findId } from '#ground/id.ts';
import { appendView } from '#ground/server/audit.ts';
import type { Paper } from '#papers/paper.ts';
import { reprint } from '#plans/plan-paper.ts';
import type { PlanReading } from '#plans/plan-reading.ts';
import { getPlanReading } from '#plans/server/commands.ts';
import { actorOf } from '../actor.ts';
import { staffWords } from '../staff.words.ts';

type Params = Readonly<Record<string, string | undefined>>;

export async function readingAt(locals: App.Locals, params: Params): Promise<PlanReading> {
  const planId = findId<'plan'>(params['plan']);
  const found = planId && (await getPlanReading(locals.db, actorOf(locals), planId));
  if (!found?.ok) error(404, staffWords[locals.language].notFound);
  return found.value;
}

/** What both of a plan's pages show; that it was seen is written down. */
export async function seenPlan(locals: App.Locals, reading: PlanReading) {
  const { planId, siteId, fileName, text, plan, readByName, readAt } = reading;
  await appendView(locals.db, { siteId, record: `plan ${planId}` });
  const { isExtract, missing } = reprint(text);
  const readOn = dayAt(readAt, locals.timeZone);
  return { planId, siteId, fileName, text, plan, readByName, readOn, isExtract, missing };
}

/** The plan put out again in the prescribed form. */
export async function planPaperAt(locals: App.Locals, params: Params): Promise<Paper> {
  const { planId, siteId, text } = await readingAt(locals, params);
  await appendView(locals.db, { siteId, record: `plan ${planId}`, command: 'download record' });
  return reprint(text).paper;
}
