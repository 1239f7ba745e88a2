// The charts of a site, each in the width of a phone and of a desk.

import type { Day } from '#ground/day.ts';
import type { Language } from '#ground/words.ts';
import { onPage, type Look } from '#papers/charts/look.ts';
import { barsAgainstBaseline, monthlyLine } from '#papers/charts/monthly.ts';
import type { Chart } from '#papers/charts/svg.ts';
import { timeLine, type TimeLineRow } from '#papers/charts/time-line.ts';
import type { IndicatorView } from './indicator.ts';
import { stepTitle } from './names.ts';
import type { StepState } from './step.ts';
import { indicatorWords } from './indicator.words.ts';
import { workspaceWords } from './workspace.words.ts';

/** SVG text. */
type WidthChart = { readonly narrow: string; readonly wide: string };

/** The steps stand across a desk's whole page, an indicator in half of it. */
const widths = {
  steps: { narrow: 320, wide: 720 },
  indicator: { narrow: 320, wide: 480 },
} as const;
/** More months than this would be too fine to read on a phone. */
const monthsDrawn = 12;

export function stepsChart(
  steps: readonly StepState[],
  today: Day,
  language: Language,
): WidthChart {
  const rows = steps.map((state) => timeLineRow(state, language));
  const title = workspaceWords[language].overview.timeLine;
  return inWidths({ id: 'steps', ...widths.steps }, title, language, (look) =>
    timeLine(rows, today, look),
  );
}

export function indicatorChart(
  { indicator, series }: IndicatorView,
  language: Language,
): WidthChart & { readonly caption: string } {
  const { name, unit, kind, indicatorId } = indicator;
  const drawn = {
    label: name,
    unit,
    baseline: indicator.baselineYear === null ? indicator.baseline : null,
    points: series.slice(-monthsDrawn),
  };
  const draw = kind === 'level' ? monthlyLine : barsAgainstBaseline;
  const caption = indicatorWords[language].chartSays(name);
  const place = { id: `i${indicatorId}`, ...widths.indicator };
  return { caption, ...inWidths(place, caption, language, (look) => draw(drawn, look)) };
}

function timeLineRow({ step, startedOn, closedOn }: StepState, language: Language): TimeLineRow {
  const own = workspaceWords[language];
  return {
    label: own.stepAs(step.number, stepTitle(step, language)),
    planned: { from: step.plannedFrom, to: step.due },
    actual: { from: startedOn, to: closedOn },
    ongoing: step.ongoing,
  };
}

const inWidths = (
  { id, narrow, wide }: { readonly id: string; readonly narrow: number; readonly wide: number },
  title: string,
  language: Language,
  draw: (look: Look) => Chart,
): WidthChart => ({
  narrow: draw(onPage(`${id}-narrow`, title, narrow, language)).svg,
  wide: draw(onPage(`${id}-wide`, title, wide, language)).svg,
});
