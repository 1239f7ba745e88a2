// A closing value as people compare it by eye: short groups in rows, each row with its letter.

export type ValueRow = { readonly letter: string; readonly groups: readonly string[] };

/** 64 digits as four rows A to D of four groups of four: 'A 3f2c 91b0 …'. */
export function rowsOfValue(value: string): readonly ValueRow[] {
  const groups = value.match(/.{4}/g) ?? [];
  return ['A', 'B', 'C', 'D'].map((letter, at) => ({
    letter,
    groups: groups.slice(at * 4, at * 4 + 4),
  }));
}
