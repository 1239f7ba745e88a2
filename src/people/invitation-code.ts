// The code on a printed sheet: letters nobody mistakes for others, and a check for what is mistyped.

/** Neither I, L, O nor 0, 1: 31 signs, a prime, so that every slip below is noticed. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** Besides the check sign: 31¹⁵ codes, about 74 bits. */
const drawn = 15;

/** 'ABCD-EFGH-JKMN-PQRS' from random bytes; 32 are enough all but once in 10¹⁵ times. */
export function codeFrom(random: Uint8Array): string {
  const fair = Math.floor(256 / signs.length) * signs.length;
  const numbers = [...random].filter((byte) => byte < fair).slice(0, drawn);
  if (numbers.length < drawn) throw new Error('not enough random bytes');
  const values = numbers.map((byte) => byte % signs.length);
  return inGroups([...values, checkOf(values)].map((value) => signs[value] ?? '').join(''));
}

/**
 * The code as it is kept, however it was typed: small letters, spaces, other lines between the
 * groups. Undefined where one sign is wrong or two have changed places.
 */
export function readCode(typed: string): string | undefined {
  const text = typed.toUpperCase().replace(/[\s\p{Pd}.]/gu, '');
  const values = Array.from(text, (sign) => signs.indexOf(sign));
  if (values.length !== drawn + 1 || values.includes(-1)) return undefined;
  return checkOf(values.slice(0, drawn)) === values[drawn] ? inGroups(text) : undefined;
}

/** Each place weighs differently, and the check weighs minus one: the sum is zero modulo 31. */
const checkOf = (values: readonly number[]): number =>
  values.reduce((sum, value, at) => sum + value * (at + 1), 0) % signs.length;

const inGroups = (text: string): string => (text.match(/.{4}/g) ?? []).join('-');
