// What a bench measures and hands on: one figure, beside a limit or a baseline where one makes sense.

/** Where `limit` is given the issue promised no more than that; the baseline has the same unit. */
export type Measure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
  readonly baseline?: { readonly name: string; readonly value: number };
};

/** The value below which the share lies: `percentile(times, 0.95)`; 0 of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
