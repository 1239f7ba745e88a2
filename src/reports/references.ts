// Records as a sentence points to them: what a person sees when asking where a sentence comes from.

import type { Activity } from '#activities/activity.ts';
import type { BaselineFigure } from '#sites/site.ts';
import { activityNames } from './activity-phrases.ts';
import { inShort, planName, upperFirst } from './phrases.ts';
import type { ReviewDuty, ReviewIndicator, ReviewRecords, ReviewStep } from './records.ts';
import type { RecordRef } from './review.ts';

export const toPlan = ({ plan }: ReviewRecords): RecordRef => ({
  kind: 'plan',
  id: plan.planId,
  label: planName(plan.paper),
  day: plan.paper.date,
});

export const toActivity = (activity: Activity): RecordRef => ({
  kind: 'activity',
  id: activity.activityId,
  label: `${upperFirst(activityNames[activity.kind].name)}, ${activity.place}`,
  day: activity.day,
});

export const toStep = ({ step }: ReviewStep): RecordRef => ({
  kind: 'step',
  id: String(step.number),
  label: `Bước ${step.number}: ${inShort(step.text)}`,
  day: step.due,
});

export const toDuty = ({ duty }: ReviewDuty): RecordRef => ({
  kind: 'duty',
  id: duty.dutyId,
  label: inShort(duty.text),
  day: duty.due,
});

export const toIndicator = ({ indicator }: ReviewIndicator): RecordRef => ({
  kind: 'indicator',
  id: indicator.indicatorId,
  label: indicator.name,
  day: null,
});

/** Without its value, which may be too small to show. */
export const toFigure = (
  figure: Pick<BaselineFigure, 'figureId' | 'measure' | 'of'>,
): RecordRef => ({
  kind: 'baseline',
  id: figure.figureId,
  label: upperFirst(figure.of === null ? figure.measure : `${figure.measure}, ${figure.of}`),
  day: null,
});
