// One indicator: its chart, its months with their corrections, and the form for a month's value.

import { addMonths, monthOf, type Day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { enterIndicator } from '#sites/server/commands.ts';
import { indicatorTile } from '#sites/compare.ts';
import { countedSince } from '#sites/roster-figure.ts';
import { entriesOf } from '#sites/indicator.ts';
import { indicatorChart } from '#sites/site-charts.ts';
import { entryInput } from '#sites/site.input.ts';
import { readForm } from '#ui/read-form.ts';
import { actorOf } from '../../../../actor.ts';
import { numberTyped, typedIn } from '../../../../../form-fields.ts';
import { answer } from '../../../../refusals.ts';
import { notFound, siteOf } from '../../../site-of.ts';
import { indicatorRecords } from '../../../site-records.ts';
import type { Actions, PageServerLoad } from './$types';

/** How far back a forgotten month may be entered from this form. */
const monthsOffered = 24;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { scope, site } = await siteOf(locals, params.site);
  const { db, today, language } = locals;
  const { views, entries, standings } = await indicatorRecords(
    { db, scope, site, today },
    language,
  );
  const view = views.find(({ indicator }) => indicator.indicatorId === params.indicator);
  if (!view) return notFound(locals);
  const since = countedSince(view.indicator.key, standings);
  return {
    view,
    tile: indicatorTile(view, language),
    chart: indicatorChart(view, language),
    since,
    months: view.series
      .toReversed()
      .map(({ month, value }) => ({
        month,
        value,
        entries: entriesOf(view.indicator, entries, month),
      }))
      .filter(({ value, entries: told }) => value !== null || told.length > 0),
    offered: monthsToEnter(today, since),
    commandId: newId<'command'>(),
  };
};

/** The latest first; a month which a roster counts is not asked for. */
const monthsToEnter = (today: Day, since: Day | undefined): readonly Day[] =>
  Array.from({ length: monthsOffered }, (_, at) => addMonths(monthOf(today), -at)).filter(
    (month) => since === undefined || month < since,
  );

export const actions = {
  default: async ({ request, locals, params }) => {
    const typed = typedIn(await request.formData());
    const input = readForm(entryInput, typed, locals, {
      siteId: params.site,
      indicatorId: params.indicator,
      value: numberTyped(typed['value']),
      note: typed['note'] ?? '',
    });
    const outcome = input.ok
      ? await enterIndicator(locals.db, actorOf(locals), input.value, locals.today)
      : input;
    return answer(outcome, { at: 'enter', typed }, locals.language);
  },
} satisfies Actions;
