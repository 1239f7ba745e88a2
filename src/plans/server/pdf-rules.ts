// The ruled lines drawn on a page of a PDF, from its list of drawing operations.

import type { Rule } from './pdf-grid.ts';

export type Matrix = readonly [number, number, number, number, number, number];
type Operations = {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly path: number;
};

/** Lines that are level or upright, in points from the top left corner. */
export function rulesOf(
  operations: readonly number[],
  values: readonly unknown[],
  names: Operations,
  page: Matrix,
): readonly Rule[] {
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let now = page;
  operations.forEach((operation, at) => {
    const value = values[at];
    if (operation === names.save) saved.push(now);
    else if (operation === names.restore) now = saved.pop() ?? now;
    else if (operation === names.transform) now = within(now, numbersOf(value));
    else if (operation === names.path) rules.push(...rulesOfPath(pathOf(value), now));
  });
  return rules;
}

const numbersOf = (value: unknown): readonly number[] =>
  value instanceof Float32Array || Array.isArray(value)
    ? Array.from(value, (item: unknown) => (typeof item === 'number' ? item : 0))
    : [];

/** constructPath comes as [paint, [points], box]. */
const pathOf = (value: unknown): readonly number[] =>
  Array.isArray(value) && Array.isArray(value[1]) ? numbersOf(value[1][0]) : [];

function within([a, b, c, d, e, f]: Matrix, inner: readonly number[]): Matrix {
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

type Point = readonly [x: number, y: number];

/** A path is a row of numbers: 0 move x y, 1 line x y, 2 curve of six numbers, 3 close. */
function rulesOfPath(path: readonly number[], [a, b, c, d, e, f]: Matrix): readonly Rule[] {
  const rules: Rule[] = [];
  let start: Point = [0, 0];
  let from: Point = start;
  const to = (at: number): Point => {
    const [x = 0, y = 0] = [path[at], path[at + 1]];
    return [a * x + c * y + e, b * x + d * y + f];
  };
  for (let at = 0; at < path.length;) {
    const step = path[at];
    const next = step === 3 ? start : to(step === 2 ? at + 5 : at + 1);
    if (step === 1 || step === 3) rules.push(...ruleBetween(from, next));
    if (step === 0) start = next;
    from = next;
    at += step === 3 ? 1 : step === 2 ? 7 : 3;
  }
  return rules;
}

const shortestRule = 4; // points; shorter strokes are dashes, ticks and the ends of thin boxes
const straightness = 0.7;

function ruleBetween([x, y]: Point, [toX, toY]: Point): readonly Rule[] {
  const wide = Math.abs(toX - x);
  const high = Math.abs(toY - y);
  if (high <= straightness && wide >= shortestRule) {
    return [{ level: true, at: y, from: Math.min(x, toX), to: Math.max(x, toX) }];
  }
  if (wide <= straightness && high >= shortestRule) {
    return [{ level: false, at: x, from: Math.min(y, toY), to: Math.max(y, toY) }];
  }
  return [];
}
