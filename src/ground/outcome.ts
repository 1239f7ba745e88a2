// An expected refusal is a value, not an exception: callers must look before they use the result.

export type Outcome<T, Refusal> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const done = <T>(value: T): { readonly ok: true; readonly value: T } => ({
  ok: true,
  value,
});

export const refused = <const R>(refusal: R): { readonly ok: false; readonly refusal: R } => ({
  ok: false,
  refusal,
});
