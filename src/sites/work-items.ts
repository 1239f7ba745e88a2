// Duties and steps as lines of a work list: what it is, until when, for whom, and where it is done.

import { daysBetween, type Day } from '#ground/day.ts';
import { showDay } from '#ground/show.ts';
import { headline } from '#ground/text.ts';
import type { Language } from '#ground/words.ts';
import type { DutyState } from './duty.ts';
import { stepTitle } from './names.ts';
import { siteWords } from './sites.words.ts';
import { dueNote } from './step-line.ts';
import type { StepState } from './step.ts';
import { workspaceWords } from './workspace.words.ts';

export type WorkItem = {
  readonly href: string;
  readonly title: string;
  /** Of a text taken from the plan. */
  readonly titleIn?: 'vi' | undefined;
  readonly note: string;
  readonly state?: 'done' | 'due' | 'overdue' | 'ongoing' | undefined;
  readonly stateText?: string | undefined;
};

export type WorkPlace = {
  /** '/staff/sites/…' */
  readonly base: string;
  /** Named where several sites stand in one list. */
  readonly site?: string | undefined;
};

export function dutyItem(
  state: DutyState,
  { base, site }: WorkPlace,
  today: Day,
  language: Language,
): WorkItem {
  const { duty, doneOn, expected } = state;
  const own = workspaceWords[language];
  const until = doneOn === null ? keptOrDue(state, language) : own.closed(showDay(doneOn));
  const kind = duty.kind === 'duty' ? undefined : siteWords[language].dutyKind[duty.kind];
  return {
    href: `${base}/duties/${duty.dutyId}`,
    title: headline(duty.text),
    titleIn: 'vi',
    note: noted([until, kind, duty.lead.join(', '), site]),
    ...standing(doneOn, expected, today, language),
  };
}

export function stepItem(
  state: StepState,
  { base, site }: WorkPlace,
  today: Day,
  language: Language,
): WorkItem {
  const { step, closedOn, expected, missing } = state;
  const own = workspaceWords[language];
  const papers = missing.length > 0 ? own.sites.missing(missing.length) : undefined;
  return {
    href: `${base}/steps/${step.number}`,
    title: own.stepAs(step.number, stepTitle(step, language)),
    note: noted([dueNote(expected, language), papers, site]),
    ...standing(closedOn, expected, today, language),
  };
}

const keptOrDue = ({ duty, expected }: DutyState, language: Language): string =>
  duty.due === null && expected === null
    ? (duty.dueText ?? workspaceWords[language].withoutEnd)
    : dueNote(expected, language);

const noted = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');

/** What lies ahead carries no badge: only what is late, due today or done needs one. */
export function standing(
  doneOn: Day | null,
  expected: Day | null,
  today: Day,
  language: Language,
): Pick<WorkItem, 'state' | 'stateText'> {
  if (doneOn !== null) return { state: 'done' };
  if (expected === null || expected > today) return {};
  if (expected === today) return { state: 'due' };
  const days = daysBetween(expected, today);
  return { state: 'overdue', stateText: workspaceWords[language].daysLate(days) };
}
