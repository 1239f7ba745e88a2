// The lines of the paper a row came from, as the two columns that keep them.

import type { Lines } from '#plans/plan.ts';

export function withLines<R extends { readonly line_from: number; readonly line_to: number }>(
  row: R,
): Omit<R, 'line_from' | 'line_to'> & { readonly lines: Lines } {
  const { line_from: from, line_to: to, ...rest } = row;
  return { ...rest, lines: [from, to] };
}
