// Ruled tables on a page of a PDF: which columns and rows its lines draw.

/** A level rule lies at a height and reaches from left to right; an upright one from top down. */
export type Rule = {
  readonly level: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
};

/** Edges of columns and rows, ascending, in points; one more edge than columns or rows. */
export type Grid = { readonly columns: readonly number[]; readonly rows: readonly number[] };

const sameEdge = 3; // points: double borders and the two sides of a thin box are one edge
const wholeRowShare = 0.6; // a level rule shorter than this ends only some cells of a row

/** Tables of at least two columns, from the top of the page down. */
export const gridsOf = (rules: readonly Rule[]): readonly Grid[] =>
  bandsOf(rules.filter((rule) => !rule.level)).flatMap((band) => gridOf(band, rules));

type Band = { top: number; bottom: number; readonly columns: number[] };

/** Upright rules that touch or overlap in height belong to one table. */
function bandsOf(upright: readonly Rule[]): readonly Band[] {
  const bands: Band[] = [];
  for (const rule of upright.toSorted((one, other) => one.from - other.from)) {
    const band = bands.at(-1);
    if (band === undefined || rule.from > band.bottom + sameEdge) {
      bands.push({ top: rule.from, bottom: rule.to, columns: [rule.at] });
    } else {
      band.bottom = Math.max(band.bottom, rule.to);
      band.columns.push(rule.at);
    }
  }
  return bands;
}

function gridOf(band: Band, rules: readonly Rule[]): readonly Grid[] {
  const columns = edges(band.columns);
  const [left = 0, right = 0] = [columns[0], columns.at(-1)];
  if (columns.length < 3) return [];
  const level = rules.filter((rule) => rule.level && isWithin(rule.at, band.top, band.bottom));
  const rows = edges(level.map((rule) => rule.at)).filter(
    (at) => coverage(level, at, left, right) >= (right - left) * wholeRowShare,
  );
  return [{ columns, rows: edges([band.top, ...rows, band.bottom]) }];
}

/** How much of the width the rules at this height cover. */
function coverage(level: readonly Rule[], at: number, left: number, right: number): number {
  let covered = 0;
  let reached = left;
  const here = level.filter((rule) => Math.abs(rule.at - at) <= sameEdge);
  for (const rule of here.toSorted((one, other) => one.from - other.from)) {
    covered += Math.max(0, Math.min(rule.to, right) - Math.max(rule.from, reached));
    reached = Math.max(reached, rule.to);
  }
  return covered;
}

const isWithin = (at: number, from: number, to: number): boolean =>
  at >= from - sameEdge && at <= to + sameEdge;

/** Ascending, near ones taken for one. */
const edges = (values: readonly number[]): readonly number[] =>
  values
    .toSorted((one, other) => one - other)
    .filter((value, at, all) => at === 0 || value - (all[at - 1] ?? value) > sameEdge);
