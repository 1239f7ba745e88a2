// Why a request came to nothing, as a status: it could not be read, nothing had room, or it is our fault.

/** Thrown where what was sent is not what its type says; the sender is told so. */
export class Unreadable extends Error {}

/** Thrown where so much is being done that this found no place in time; nothing of it was begun. */
export class Busy extends Error {}

const noRoom = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** A statement that took too long, a lock that was not given in time. */
const tookTooLong = new Set(['57014', '55P03']);

/** 507 where a disk is full, 503 where PostgreSQL lacks time, memory or connections (its class 53). */
export function failureStatus(error: unknown): 400 | 500 | 503 | 507 {
  if (error instanceof Unreadable) return 400;
  if (error instanceof Busy) return 503;
  const codes = codesOf(error);
  if (codes.some((code) => noRoom.has(code))) return 507;
  return codes.some((code) => tookTooLong.has(code) || /^53\w{3}$/.test(code)) ? 503 : 500;
}

/** Its own and those of what caused it. */
function codesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [...own, ...codesOf(error.cause)];
}
