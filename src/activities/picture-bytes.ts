// Numbers and words in the bytes of a picture.

/** Past the end everything is nought. */
export function numberAt(bytes: Uint8Array, at: number, width: number, little = false): number {
  const digits = Array.from({ length: width }, (_, place) => bytes[at + place] ?? 0);
  return (little ? digits.toReversed() : digits).reduce((sum, digit) => sum * 256 + digit, 0);
}

export const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));
