// How long somebody stays signed in: long on one's own device, briefly on a computer others use too.

/** Minutes without use after which a session ends. */
export const sessionMinutes = { own: 30 * 24 * 60, shared: 30 } as const;

/**
 * Minutes after which it ends however much it is used (since December 2026): what was taken from a
 * device is worth nothing after that. A shared computer is left at the end of a working day.
 */
export const longestMinutes = { own: 90 * 24 * 60, shared: 12 * 60 } as const;

/** A step written at every request would cost each page a write; this often is enough (minutes). */
const stepMinutes = { own: 60, shared: 1 } as const;

/** Minutes in which whoever has just shown who they are is not asked again. */
const freshMinutes = 10;

type Session = { readonly shared: boolean; readonly begunAt: Date; readonly expiresAt: Date };

const kindOf = (shared: boolean): 'shared' | 'own' => (shared ? 'shared' : 'own');

export const expiryOf = (shared: boolean, now: Date): Date =>
  new Date(now.getTime() + sessionMinutes[kindOf(shared)] * 60_000);

/** When the session then ends, or undefined where it was moved on a moment ago or cannot be moved. */
export function nextExpiry({ shared, begunAt, expiresAt }: Session, now: Date): Date | undefined {
  const last = begunAt.getTime() + longestMinutes[kindOf(shared)] * 60_000;
  const next = new Date(Math.min(expiryOf(shared, now).getTime(), last));
  const gained = next.getTime() - expiresAt.getTime();
  return gained >= stepMinutes[kindOf(shared)] * 60_000 ? next : undefined;
}

export const isFresh = (provedAt: Date, now: Date): boolean =>
  now.getTime() - provedAt.getTime() < freshMinutes * 60_000;

/** The start of the hour: enough to see which session one has forgotten, no more. */
export const hourOf = (now: Date): Date =>
  new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
