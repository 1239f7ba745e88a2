// A site is the programme at one hamlet: where it is, what it started from, and what it works with.

import type { Day, Instant } from '#ground/day.ts';
import type { Id, PersonId, PlanId, SiteId } from '#ground/id.ts';
import type { Lines, PlanReview, Qualifier } from '#plans/plan.ts';

/**
 * By which days a site works: its plan's own; those moved so that the plan begins on the day the
 * site was made; or none, where it only keeps a record and nothing is ever due.
 */
export const siteCalendars = ['shift', 'plan', 'record'] as const;
export type SiteCalendar = (typeof siteCalendars)[number];

export type Site = {
  readonly siteId: SiteId;
  readonly planId: PlanId;
  readonly programme: string;
  /** Names with their word of kind: 'xóm Phố', 'xã Phú Thịnh'. */
  readonly hamlet: string;
  readonly commune: string;
  readonly district: string | null;
  readonly province: string;
  /** The plan's names, where the place is called by the names of some day. */
  readonly planned?: Pick<Site, 'hamlet' | 'commune' | 'district' | 'province'>;
  /** The number or day of its plan, where another site of the programme stands in the same hamlet. */
  readonly toldBy?: string | null;
  readonly plannedFrom: Day;
  readonly plannedTo: Day | null;
  readonly baselineOn: Day;
  readonly calendar: SiteCalendar;
  /** The plan's own time, where the calendar was moved. */
  readonly planFrom: Day | null;
  readonly planTo: Day | null;
  readonly demo: boolean;
};

/** A fact of the area on the day the site was made; never changed afterwards. */
export type BaselineFigure = {
  readonly figureId: Id<'figure'>;
  readonly measure: string;
  readonly of: string | null;
  readonly value: number;
  readonly unit: string | null;
  readonly qualifier: Qualifier;
  readonly year: number | null;
  readonly lines: Lines;
};

export type StepKind =
  'survey' | 'core_meeting' | 'prepare' | 'assembly' | 'launch' | 'operate' | 'other';

export type Step = {
  readonly number: number;
  readonly kind: StepKind;
  readonly text: string;
  readonly plannedFrom: Day | null;
  readonly due: Day | null;
  readonly dueText: string | null;
  readonly ongoing: boolean;
  readonly lines: Lines;
  /** The plan's own days, where the site's calendar is not the plan's. */
  readonly inPlan?: { readonly from: Day | null; readonly due: Day | null };
};

/** Who put a happening on record, and when: never changed afterwards. */
export type Recorded = {
  readonly eventId: Id<'event'>;
  readonly recordedBy: PersonId;
  readonly recordedByName: string;
  readonly recordedAt: Instant;
};

/** The day of a delay is the day the work is now expected to be done; its note is the reason. */
export type StepHappening = {
  readonly number: number;
  readonly day: Day;
  readonly note: string;
} & (
  | { readonly kind: 'started' | 'delayed' | 'closed' | 'reopened' }
  | {
      readonly kind: 'evidenced';
      readonly requirement: string;
      readonly fileRef: string | null;
      readonly fileName: string | null;
    }
);

/** What happened to a step. Its state is a fold over these, on the server and on the device. */
export type StepEvent = StepHappening & Recorded;

export type DutyKind = 'duty' | 'check' | 'review';
export const dutyRoles = ['provincial_officer', 'commune_police', 'core_member'] as const;
export type DutyRole = (typeof dutyRoles)[number];

export type Duty = {
  readonly siteId: SiteId;
  readonly dutyId: Id<'duty'>;
  readonly kind: DutyKind;
  readonly text: string;
  readonly lead: readonly string[];
  readonly support: readonly string[];
  /** Whose list of the day it stands in. */
  readonly role: DutyRole;
  readonly due: Day | null;
  readonly dueText: string | null;
  readonly lines: Lines;
  /** The plan's own day, where the site's calendar is not the plan's. */
  readonly inPlan?: { readonly due: Day | null };
};

/** Checks or reviews that come back; the days are in `calendar.ts`. */
export type Rhythm = {
  readonly kind: 'check' | 'review';
  /** Null for checks. */
  readonly reviewKind: PlanReview['kind'] | null;
  readonly everyMonths: number;
  readonly startsOn: Day;
  readonly role: DutyRole;
  readonly dueText: string;
  readonly lines: Lines;
};

/** As with steps, the day of a delay is the new expected day and its note the reason. */
export type DutyHappening = {
  readonly dutyId: Id<'duty'>;
  readonly kind: 'done' | 'delayed' | 'reopened';
  readonly day: Day;
  readonly note: string;
};

export type DutyEvent = DutyHappening & Recorded;

/**
 * Where the months' values come from: 'counted' from activities; 'flow' is entered and adds up over
 * months (cases); 'level' is entered and stands at the month's end (households committed).
 */
export type IndicatorKind = 'counted' | 'flow' | 'level';

export type Indicator = {
  readonly indicatorId: Id<'indicator'>;
  readonly key: string;
  readonly kind: IndicatorKind;
  readonly name: string;
  readonly unit: string;
  readonly baseline: number | null;
  /** The year the baseline adds up over; null where it is the state at the start. */
  readonly baselineYear: number | null;
  readonly target: number | null;
};

export type IndicatorEntry = {
  readonly entryId: Id<'entry'>;
  readonly indicatorId: Id<'indicator'>;
  /** The first day of the month it speaks of. */
  readonly month: Day;
  readonly value: number;
  readonly note: string;
  readonly recordedByName: string;
  readonly recordedAt: Instant;
};

export type Resource = { readonly kind: 'means' | 'funding'; readonly text: string };
export type SiteRecipient = { readonly name: string; readonly purpose: string | null };

/** What a site is made of, before it has ids. */
export type NewFigure = Omit<BaselineFigure, 'figureId'>;
export type NewDuty = Omit<Duty, 'siteId' | 'dutyId'>;
export type NewIndicator = Omit<Indicator, 'indicatorId'>;
