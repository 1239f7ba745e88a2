// A blueprint as rows: what the tables of a new site are filled with.

import { newId, type PersonId, type PlanId, type SiteId } from '#ground/id.ts';
import type { Lines } from '#plans/plan.ts';
import type { SiteBlueprint } from '../blueprint.ts';

export type NewSite = {
  readonly siteId: SiteId;
  readonly planId: PlanId;
  readonly personId: PersonId;
  /** Whether the site came with the demo. */
  readonly demo: boolean;
};

export function siteRows(blueprint: SiteBlueprint, of: NewSite) {
  const own = { site_id: of.siteId };
  return {
    site: siteRow(blueprint, of),
    baseline_figure: blueprint.figures.map(({ lines, ...figure }, position) => ({
      ...figure,
      ...own,
      ...lineColumns(lines),
      figure_id: newId(),
      position,
    })),
    step: blueprint.steps.map(({ lines, plannedFrom, dueText, ...step }) => ({
      ...step,
      ...own,
      ...lineColumns(lines),
      planned_from: plannedFrom,
      due_text: dueText,
    })),
    duty: blueprint.duties.map(({ lines, dueText, lead, support, ...duty }) => ({
      ...duty,
      ...own,
      ...lineColumns(lines),
      duty_id: newId(),
      lead: [...lead],
      support: [...support],
      due_text: dueText,
    })),
    indicator: blueprint.indicators.map(({ baselineYear, ...indicator }, position) => ({
      ...indicator,
      ...own,
      indicator_id: newId(),
      baseline_year: baselineYear,
      position,
    })),
    resource: blueprint.resources.map((resource, position) => ({
      ...resource,
      ...own,
      resource_id: newId(),
      position,
    })),
    site_recipient: blueprint.recipients.map((recipient, position) => ({
      ...recipient,
      ...own,
      recipient_id: newId(),
      position,
    })),
  };
}

const siteRow = (blueprint: SiteBlueprint, { siteId, planId, personId, demo }: NewSite) => ({
  site_id: siteId,
  plan_id: planId,
  hamlet: blueprint.hamlet,
  commune: blueprint.commune,
  district: blueprint.district,
  province: blueprint.province,
  planned_from: blueprint.plannedFrom,
  planned_to: blueprint.plannedTo,
  baseline_on: blueprint.baselineOn,
  demo,
  created_by: personId,
});

const lineColumns = ([from, to]: Lines) => ({ line_from: from, line_to: to });
