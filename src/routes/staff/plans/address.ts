// Which plan an address names; what it does not name is not found.

import { error } from '@sveltejs/kit';
import { findId } from '#ground/id.ts';
import type { PlanReading } from '#plans/plan-reading.ts';
import { getPlanReading } from '#plans/server/commands.ts';
import { actorOf } from '../actor.ts';
import { staffWords } from '../staff.words.ts';

export async function readingAt(
  locals: App.Locals,
  params: Readonly<Record<string, string | undefined>>,
): Promise<PlanReading> {
  const planId = findId<'plan'>(params['plan']);
  const found = planId && (await getPlanReading(locals.db, actorOf(locals), planId));
  if (!found?.ok) error(404, staffWords[locals.language].notFound);
  return found.value;
}
