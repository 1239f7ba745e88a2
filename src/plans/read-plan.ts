// Reads a plan: the text of a signed paper, line by line, becomes data with the lines it came from.

import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { Lines, Plan, PlanPaper } from './plan.ts';
import { areaOf, programmeOf } from './reading/area.ts';
import { isPlan } from './reading/evidence.ts';
import { joinLines, wrapWidth } from './reading/lines/joining.ts';
import { stepsApart } from './reading/lines/run-in-steps.ts';
import { outline, topicsFor, type Item } from './reading/outline.ts';
import { layoutOf, type Layout } from './reading/paper/layout.ts';
import { readPaper, type PaperRead } from './reading/paper/paper.ts';
import { placeAll } from './reading/placing.ts';
import { stepsIn, type WorkFound } from './reading/steps-in.ts';
import { unreadOf } from './reading/unread.ts';

/**
 * Reads the lines of a paper (NFC, as a person would number them; a table's row is one line with
 * TAB between its cells) into a plan. Refuses a text that by its title and sections is none.
 */
export function readPlan(text: readonly string[]): Outcome<Plan, 'not-a-plan'> {
  const layout = layoutOf(text);
  const width = wrapWidth(text);
  const items = outline(
    layout.body.flatMap((lines) => joinLines(text, lines, width).flatMap(stepsApart)),
  );
  const paper = readPaper(text, layout);
  const found = stepsIn(items, paper.when);
  if (!isPlan(layout, items, found.steps.length)) return refused('not-a-plan');
  return done(planOf(text, { layout, paper, items, found }));
}

type Read = {
  readonly layout: Layout;
  readonly paper: PaperRead;
  readonly items: readonly Item[];
  readonly found: WorkFound;
};

function planOf(text: readonly string[], { layout, paper, items, found }: Read): Plan {
  const scope = items
    .filter((item) => topicsFor(item)[0] === 'scope')
    .map((item) => item.paragraph);
  const area = areaOf({ subject: layout.subject, ...paper.agencies, scope });
  const surroundings = { hamlet: area?.hamlet ?? null, commune: area?.commune ?? null };
  const free = items.filter((item) => !found.used.has(item));
  const placed = placeAll(free, { when: paper.when, area: surroundings });
  const programme = programmeOf(
    layout.subject,
    items.map((item) => item.paragraph),
    text,
  );
  const plan = {
    paper: { ...paper.paper, bases: placed.bases },
    programme,
    area,
    objectives: placed.objectives,
    facts: placed.facts,
    contents: placed.contents,
    steps: found.steps,
    duties: [...found.duties, ...placed.duties].toSorted(byLines),
    checks: placed.checks,
    reviews: [...found.reviews, ...placed.reviews].toSorted(byLines),
    assignments: placed.assignments,
    means: placed.means,
    funding: placed.funding,
    period: placed.period,
  };
  const covered = [...coveredBy(plan), ...paper.covered];
  return { ...plan, unread: unreadOf(text, items, covered, found.used) };
}

const byLines = (a: { lines: Lines }, b: { lines: Lines }): number => a.lines[0] - b.lines[0];

/** The lines of every item; the paper's header counts by its fields, not by its whole span. */
function coveredBy({ paper, programme, period, ...lists }: Omit<Plan, 'unread'>): readonly Lines[] {
  const { area, ...rest } = lists;
  const items = Object.values(rest).flat();
  const single = [programme, area, period, paper.approval, paper.signatory];
  return [
    ...items.map((item) => item.lines),
    ...single.flatMap((item) => (item === null ? [] : [item.lines])),
    ...[...paper.bases, ...paper.recipients].map((item) => item.lines),
    ...sourceLines(paper),
  ];
}

const sourceLines = (paper: PlanPaper): readonly Lines[] => Object.values(paper.sources);
