// A step as the bar of steps and the list of sites show it: its name, where it stands, what it lacks.

import type { Day } from '#ground/day.ts';
import { showDay } from '#ground/show.ts';
import type { Language } from '#ground/words.ts';
import { stepTitle } from './names.ts';
import type { RequirementKey } from './requirement.ts';
import { siteWords } from './sites.words.ts';
import { currentStep, type StepState } from './step.ts';
import { workspaceWords } from './workspace.words.ts';

export type StepLine = {
  readonly number: number;
  readonly title: string;
  readonly state: 'done' | 'current' | 'ahead';
  readonly late: boolean;
  readonly ongoing: boolean;
  /** 'hạn 30/06/2026' */
  readonly note: string;
  readonly missing: readonly RequirementKey[];
};

export function stepLines(states: readonly StepState[], language: Language): readonly StepLine[] {
  const current = currentStep(states);
  return states.map((state) => ({
    number: state.step.number,
    title: stepTitle(state.step, language),
    state: placeOf(state, current),
    late: state.status === 'overdue',
    ongoing: state.step.ongoing,
    note: noteOf(state, language),
    missing: state.missing,
  }));
}

/** 'Biên bản kiểm phiếu; Quyết định của cộng đồng dân cư' */
export const sayPapers = (papers: readonly RequirementKey[], language: Language): string =>
  papers.map((key) => siteWords[language].requirement[key].replace(/^./u, lower)).join('; ');

const lower = (letter: string): string => letter.toLocaleLowerCase('vi');

function placeOf(state: StepState, current: StepState | undefined): StepLine['state'] {
  if (state.status === 'closed') return 'done';
  return state === current ? 'current' : 'ahead';
}

function noteOf({ closedOn, expected, step }: StepState, language: Language): string {
  const own = workspaceWords[language];
  if (closedOn !== null) return own.closed(showDay(closedOn));
  if (step.ongoing) return own.withoutEnd;
  return dueNote(expected, language);
}

/** 'hạn 30/06/2026', 'chưa có hạn' */
export const dueNote = (expected: Day | null, language: Language): string =>
  expected === null
    ? workspaceWords[language].withoutDay
    : workspaceWords[language].due(showDay(expected));
