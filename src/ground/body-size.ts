// How much may be sent by somebody nobody knows: a form, not a file; told before any of it is read.

const mostUnknownBytes = 64 * 1024;

/** What a request says of its body, as its headers have it. */
export type BodyHeaders = {
  readonly length: string | null | undefined;
  readonly coding: string | null | undefined;
};

/** A body that does not say its length is too big as well: no browser sends a form that way. */
export const isTooBigFromUnknown = ({ length, coding }: BodyHeaders): boolean =>
  Boolean(coding) || Number(length ?? 0) > mostUnknownBytes;
