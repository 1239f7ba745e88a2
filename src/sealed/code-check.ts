// The check of a code: a sum in a field of 512 elements, each place with a weight of its own.

/**
 * The weights are the powers of a generator, 2^9 for the first number to 2^1 for the ninth; the
 * check itself has 2^0. One wrong number changes the sum, since no weight is 0; two that changed
 * places change it, since no two weights are equal.
 */
export const checkOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => doubled(sum ^ number), start);

/** Any but 0, so that ten zeros are no code. */
const start = 0b1_0110_1011;

/** Times x, modulo x^9 + x^4 + 1, which is primitive. */
const doubled = (a: number): number => (a < 256 ? a << 1 : (a << 1) ^ 0b10_0001_0001);
