// The level and upright lines in a path drawn on a page of a PDF.

import type { Rule } from './pdf-grid.ts';
import { pointAt, type Matrix } from './pdf-matrix.ts';

type Point = readonly [x: number, y: number];

const stepLengths = [3, 3, 7, 1];

/** A path is a row of numbers: 0 move x y, 1 line x y, 2 curve of six numbers, 3 close. */
export function rulesOfPath(path: readonly number[], matrix: Matrix): readonly Rule[] {
  const rules: Rule[] = [];
  let start: Point = [0, 0];
  let from: Point = start;
  const to = (at: number): Point => pointAt(matrix, path[at] ?? 0, path[at + 1] ?? 0);
  for (let at = 0; at < path.length;) {
    const step = path[at];
    const next = step === 3 ? start : to(step === 2 ? at + 5 : at + 1);
    if (step === 1 || step === 3) rules.push(...ruleBetween(from, next));
    if (step === 0) start = next;
    from = next;
    at += stepLengths[step ?? 0] ?? 3;
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
