// A blueprint as rows: what the tables of a new site are filled with.

import type { Day } from '#ground/day.ts';
import { newId, type Id, type PersonId, type PlanId, type SiteId } from '#ground/id.ts';
import type { Lines } from '#plans/plan.ts';
import type { SiteBlueprint } from '../blueprint.ts';
import { dutyOf, latest, madeAheadUntil, type Occurrence } from '../calendar.ts';
import { madeAhead } from '../site-calendar.ts';
import type { NewDuty, Rhythm } from '../site.ts';
import { siteWords } from '../sites.words.ts';

export type NewSite = {
  readonly siteId: SiteId;
  readonly planId: PlanId;
  readonly personId: PersonId;
  /** Whether the site came with the demo. */
  readonly demo: boolean;
};

/** As it is kept, with what its duties are known by. */
export type KeptRhythm = Rhythm & { readonly rhythmId: Id<'rhythm'>; readonly madeUntil: Day };

export function siteRows(blueprint: SiteBlueprint, of: NewSite, today: Day) {
  const own = { site_id: of.siteId };
  const rhythms = keptRhythms(blueprint, today);
  return {
    site: siteRow(blueprint, of),
    baseline_figure: blueprint.figures.map(({ lines, ...figure }, position) => ({
      ...figure,
      ...own,
      ...lineColumns(lines),
      figure_id: newId(),
      position,
    })),
    step: blueprint.steps.map(({ lines, plannedFrom, dueText, inPlan, ...step }) => ({
      ...step,
      ...own,
      ...lineColumns(lines),
      planned_from: plannedFrom,
      due_text: dueText,
      plan_from: inPlan?.from ?? null,
      plan_due: inPlan?.due ?? null,
    })),
    rhythm: rhythms.map((rhythm) => rhythmRow(rhythm, of.siteId)),
    duty: [
      ...blueprint.duties.map((duty) => dutyRow(duty, of.siteId)),
      ...madeAhead({ ...blueprint, rhythms }, today).map((one) => occurrenceRow(one, of.siteId)),
    ],
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

const dutyRow = ({ lines, dueText, lead, support, inPlan, ...duty }: NewDuty, siteId: SiteId) => ({
  ...duty,
  ...lineColumns(lines),
  site_id: siteId,
  duty_id: newId(),
  lead: [...lead],
  support: [...support],
  due_text: dueText,
  plan_due: inPlan?.due ?? null,
});

const keptRhythms = ({ rhythms, period }: SiteBlueprint, today: Day): readonly KeptRhythm[] =>
  rhythms.map((rhythm) => ({
    ...rhythm,
    rhythmId: newId(),
    madeUntil: latest(period.to, madeAheadUntil(rhythm, today)),
  }));

/** The duty an occurrence is; known by its rhythm and its number, it is made once. */
export const occurrenceRow = (one: Occurrence<KeptRhythm>, siteId: SiteId) => ({
  ...dutyRow(dutyOf(one, siteWords.vi), siteId),
  rhythm_id: one.rhythm.rhythmId,
  occurrence: one.occurrence,
});

const rhythmRow = (rhythm: KeptRhythm, siteId: SiteId) => ({
  site_id: siteId,
  rhythm_id: rhythm.rhythmId,
  kind: rhythm.kind,
  review_kind: rhythm.reviewKind,
  every_months: rhythm.everyMonths,
  starts_on: rhythm.startsOn,
  role: rhythm.role,
  due_text: rhythm.dueText,
  ...lineColumns(rhythm.lines),
  made_until: rhythm.madeUntil,
});

const siteRow = (blueprint: SiteBlueprint, { siteId, planId, personId, demo }: NewSite) => ({
  site_id: siteId,
  plan_id: planId,
  hamlet: blueprint.hamlet,
  commune: blueprint.commune,
  district: blueprint.district,
  province: blueprint.province,
  planned_from: blueprint.plannedFrom,
  planned_to: blueprint.plannedTo,
  calendar: blueprint.calendar,
  plan_from: blueprint.planFrom,
  plan_to: blueprint.planTo,
  baseline_on: blueprint.baselineOn,
  demo,
  created_by: personId,
});

const lineColumns = ([from, to]: Lines) => ({ line_from: from, line_to: to });
