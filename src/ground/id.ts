// Branded identifiers: the id of one thing cannot be passed where another's is meant.

declare const brand: unique symbol;
export type Id<Of extends string> = string & { readonly [brand]: Of };

export type SiteId = Id<'site'>;
/** One version of an administrative unit: a name, a code and a parent, from a day until a day. */
export type UnitId = Id<'unit'>;
export type PlanId = Id<'plan'>;
export type PersonId = Id<'person'>;
/** Made on the device before a command is sent, so that a retry is harmless. */
export type CommandId = Id<'command'>;

/** Random (v4), never time-ordered: an id says nothing about when its record was made. */
export const newId = <Of extends string>(): Id<Of> => crypto.randomUUID() as Id<Of>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isId = (value: unknown): boolean => typeof value === 'string' && uuid.test(value);

/** The id in a string from outside, or undefined where it is none. */
export const findId = <Of extends string>(value: unknown): Id<Of> | undefined =>
  isId(value) ? (value as Id<Of>) : undefined;
