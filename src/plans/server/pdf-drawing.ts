// Walks what a page of a PDF draws and keeps its text, glyph by glyph, and its ruled lines.
//
// The library's own text reader takes a letter whose accent is written apart (NFD, which many
// Vietnamese papers hold) for one without width and tears words: 'Th á i'. So widths are added here.

import type { Rule } from './pdf-grid.ts';
import { matrixOf, pointAt, unmoved, within, type Matrix } from './pdf-matrix.ts';
import { rulesOfPath } from './pdf-rules.ts';
import type { Run } from './pdf-page.ts';

/** The library's numbers for the operations. */
export type Operations = Readonly<Record<OperationName | 'endPath', number>>;
export type Drawing = { readonly runs: readonly Run[]; readonly rules: readonly Rule[] };

const names = [
  'save', 'restore', 'transform', 'paintFormXObjectBegin', 'paintFormXObjectEnd', 'constructPath',
  'beginText', 'setFont', 'setCharSpacing', 'setWordSpacing', 'setHScale', 'setLeading',
  'setTextRise', 'setTextMatrix', 'moveText', 'setLeadingMoveText', 'nextLine', 'showText',
] as const; // prettier-ignore
type OperationName = (typeof names)[number];

type State = {
  readonly page: Matrix;
  readonly text: Matrix;
  /** The place of the next glyph and of the line's start, in text space. */
  readonly x: number;
  readonly y: number;
  readonly lineX: number;
  readonly font: string;
  readonly size: number;
  readonly letterGap: number;
  readonly wordGap: number;
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
};

type Walk = {
  now: State;
  readonly saved: State[];
  readonly runs: Run[];
  readonly rules: Rule[];
  readonly noPaint: number;
  /** Width of one glyph unit of a font, 1/1000 but for fonts that draw their own glyphs. */
  readonly unitOf: (font: string) => number;
};

export function readDrawing(
  list: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  operations: Operations,
  page: Matrix,
  unitOf: (font: string) => number,
): Drawing {
  const byNumber = new Map(names.map((name) => [operations[name], steps[name]]));
  const noPaint = operations.endPath;
  const walk: Walk = { now: startOf(page), saved: [], runs: [], rules: [], noPaint, unitOf };
  list.fnArray.forEach((operation, at) => {
    const values = list.argsArray[at];
    byNumber.get(operation)?.(walk, Array.isArray(values) ? values : []);
  });
  return walk;
}

const startOf = (page: Matrix): State => {
  const place = { page, text: unmoved, x: 0, y: 0, lineX: 0, leading: 0, rise: 0 };
  return { ...place, font: '', size: 0, letterGap: 0, wordGap: 0, stretch: 1 };
};

type Step = (walk: Walk, values: readonly unknown[]) => void;

const set = (walk: Walk, part: Partial<State>): void => {
  walk.now = { ...walk.now, ...part };
};
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** A matrix or a path comes as one array, typed or not, or as loose numbers. */
const numbers = (values: readonly unknown[]): readonly number[] =>
  values.flatMap((value) =>
    ArrayBuffer.isView(value) || Array.isArray(value)
      ? Array.from(value as ArrayLike<unknown>, number)
      : [number(value)],
  );

const save: Step = (walk) => walk.saved.push(walk.now);
const restore: Step = (walk) => (walk.now = walk.saved.pop() ?? walk.now);
const transform: Step = (walk, values) =>
  set(walk, { page: within(walk.now.page, matrixOf(numbers(values))) });
const moveText: Step = (walk, [x, y]) => {
  const lineX = walk.now.lineX + number(x);
  set(walk, { x: lineX, lineX, y: walk.now.y + number(y) });
};

const steps: Readonly<Record<OperationName, Step>> = {
  save,
  restore,
  transform,
  paintFormXObjectBegin: (walk, [matrix]) => {
    save(walk, []);
    if (Array.isArray(matrix) || ArrayBuffer.isView(matrix)) transform(walk, [matrix]);
  },
  paintFormXObjectEnd: restore,
  // [paint, [points], box]; a path only for clipping is painted by no stroke or fill.
  constructPath: (walk, [paint, path]) => {
    if (paint === walk.noPaint) return;
    walk.rules.push(...rulesOfPath(numbers(Array.isArray(path) ? path : []), walk.now.page));
  },
  beginText: (walk) => set(walk, { text: unmoved, x: 0, y: 0, lineX: 0 }),
  setFont: (walk, [font, size]) => set(walk, { font: String(font), size: number(size) }),
  setCharSpacing: (walk, [gap]) => set(walk, { letterGap: number(gap) }),
  setWordSpacing: (walk, [gap]) => set(walk, { wordGap: number(gap) }),
  setHScale: (walk, [percent]) => set(walk, { stretch: number(percent) / 100 }),
  setLeading: (walk, [leading]) => set(walk, { leading: -number(leading) }),
  setTextRise: (walk, [rise]) => set(walk, { rise: number(rise) }),
  setTextMatrix: (walk, values) =>
    set(walk, { text: matrixOf(numbers(values)), x: 0, y: 0, lineX: 0 }),
  moveText,
  setLeadingMoveText: (walk, [x, y]) => {
    set(walk, { leading: number(y) });
    moveText(walk, [x, y]);
  },
  nextLine: (walk) => moveText(walk, [0, walk.now.leading]),
  showText: (walk, [glyphs]) => {
    for (const glyph of Array.isArray(glyphs) ? glyphs : []) showGlyph(walk, glyph);
  },
};

/** A glyph, or a number that moves back by thousandths of the size. */
function showGlyph(walk: Walk, glyph: unknown): void {
  const { now } = walk;
  if (typeof glyph === 'number') {
    set(walk, { x: now.x - (glyph * now.size * now.stretch) / 1000 });
  } else if (typeof glyph === 'object' && glyph !== null) {
    const width = 'width' in glyph ? number(glyph.width) * walk.unitOf(now.font) * now.size : 0;
    const isSpace = 'isSpace' in glyph && glyph.isSpace === true;
    const text = 'unicode' in glyph ? String(glyph.unicode) : '';
    walk.runs.push(runAt(now, text, width * now.stretch));
    const advance = width + now.letterGap + (isSpace ? now.wordGap : 0);
    set(walk, { x: now.x + advance * now.stretch });
  }
}

function runAt(now: State, text: string, width: number): Run {
  const matrix = within(now.page, now.text);
  const [left, base] = pointAt(matrix, now.x, now.y + now.rise);
  const [right] = pointAt(matrix, now.x + width, now.y + now.rise);
  return { text, left, right, base, size: now.size * Math.hypot(matrix[2], matrix[3]) };
}
