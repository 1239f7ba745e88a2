// The steps of the whole paper: called so, in a table, or listed; what else tables say are duties.

import type { PlanDuty, PlanReview, PlanStep } from '../plan.ts';
import { topicsFor, type Item } from './outline.ts';
import { reviewsIn } from './oversight.ts';
import { listedSteps, namedSteps } from './steps.ts';
import { timedSteps } from './timed-steps.ts';
import { dutiesOfTable, stepsOfTable, tablesIn, type Table } from './table.ts';
import type { When } from './time/when.ts';

export type WorkFound = {
  readonly steps: readonly PlanStep[];
  readonly duties: readonly PlanDuty[];
  readonly reviews: readonly PlanReview[];
  readonly used: ReadonlySet<Item>;
};

/** Named steps come first; without two of them a table of work, then a list about steps. */
export function stepsIn(items: readonly Item[], when: When): WorkFound {
  const tables = tablesIn(items).filter(isOfWork);
  const named = namedSteps(items, when);
  if (named.steps.length > 1) return withTables(named.steps, named.used, tables, when);
  const [table, ...others] = bySteps(tables);
  if (table !== undefined) {
    const steps = stepsOfTable(table, when);
    if (steps.length > 1) return withTables(steps, new Set(rowsOf(table)), others, when);
  }
  const listed = listedSteps(items, when);
  const best = [listed, named].find(({ steps }) => steps.length > 0) ?? timedSteps(items, when);
  return withTables(best.steps, best.used, tables, when);
}

/** Tables of the situation count what is; they set no work. */
const isOfWork = (table: Table): boolean =>
  table.rows.every((row) => !['situation', 'objectives'].includes(topicsFor(row)[0] ?? ''));

/** A table in a section on steps before any other. */
const bySteps = (tables: readonly Table[]): readonly Table[] => {
  const isSteps = (table: Table): boolean =>
    table.rows.some((row) => topicsFor(row).includes('steps'));
  return [...tables.filter(isSteps), ...tables.filter((table) => !isSteps(table))];
};

const rowsOf = (table: Table): readonly Item[] => [...table.head, ...table.rows];

function withTables(
  steps: readonly PlanStep[],
  used: ReadonlySet<Item>,
  tables: readonly Table[],
  when: When,
): WorkFound {
  const free = tables.filter((table) => !table.rows.some((row) => used.has(row)));
  return {
    steps,
    duties: free.flatMap((table) => dutiesOfTable(table, when)),
    reviews: reviewsOf(used, steps, when),
    used: new Set([...used, ...free.flatMap(rowsOf)]),
  };
}

/** A step may itself be a review ('Tổ chức sơ kết sau 06 tháng'): then it takes the step's day. */
function reviewsOf(
  used: ReadonlySet<Item>,
  steps: readonly PlanStep[],
  when: When,
): readonly PlanReview[] {
  return [...used].flatMap(({ paragraph }) =>
    reviewsIn(paragraph, paragraph.lines, when).map((review) => {
      const step = steps.find(
        (one) => one.lines[0] <= paragraph.lines[0] && paragraph.lines[1] <= one.lines[1],
      );
      const isUntimed =
        review.due === null && review.everyMonths === null && review.dueText === null;
      return isUntimed && step !== undefined
        ? { ...review, due: step.due, dueText: step.dueText }
        : review;
    }),
  );
}
