// For tests: small true files of every kind, as a telephone or an office writes them.

export const text = (of: string): Uint8Array =>
  Uint8Array.from(of, (sign) => sign.charCodeAt(0) & 255);

export const joined = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

/** The highest byte first. */
export const number = (value: number, width: number): number[] =>
  Array.from({ length: width }, (_, at) => Math.floor(value / 256 ** (width - 1 - at)) % 256);

export function box(type: string, ...parts: readonly (Uint8Array | readonly number[])[]) {
  const inside = joined(...parts);
  return joined(number(inside.length + 8, 4), text(type), inside);
}

/** With the four bytes of version and flags that many boxes begin with. */
export const fullBox = (
  type: string,
  version: number,
  ...parts: readonly (Uint8Array | readonly number[])[]
) => box(type, [version, 0, 0, 0], ...parts);

export const says = (bytes: Uint8Array | undefined, words: string): boolean =>
  Buffer.from(bytes ?? []).includes(Buffer.from(words, 'latin1'));
