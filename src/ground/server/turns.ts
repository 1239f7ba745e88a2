// Work that weighs much takes turns: a few pieces at once, one of each person's, then the next person's.

import { done, refused, type Outcome } from '../outcome.ts';

type Terms = {
  /** Pieces done at once. */
  readonly atOnce: number;
  /** Pieces that may wait, of everybody and of one person. */
  readonly waiting: number;
  readonly waitingEach: number;
};

export type Turns = <T>(who: string, work: () => Promise<T>) => Promise<Outcome<T, 'queue-full'>>;

/** Whoever has many pieces waits behind everybody who has one. */
export function takeTurns({ atOnce, waiting, waitingEach }: Terms): Turns {
  /** In the order in which people are served next. */
  const queues = new Map<string, readonly (() => void)[]>();
  const working = new Set<string>();
  const serve = (): void => {
    for (const [who, [start, ...later]] of queues) {
      if (working.size >= atOnce) return;
      if (working.has(who)) continue;
      queues.set(who, later);
      working.add(who);
      start?.();
    }
  };
  /** Their next piece comes after everybody else's first. */
  const end = (who: string): void => {
    const later = queues.get(who) ?? [];
    working.delete(who);
    queues.delete(who);
    if (later.length > 0) queues.set(who, later);
    serve();
  };
  const isFull = (who: string): boolean => {
    const all = [...queues.values()].reduce((sum, { length }) => sum + length, 0);
    const mustWait = working.size >= atOnce || working.has(who);
    return mustWait && (all >= waiting || (queues.get(who)?.length ?? 0) >= waitingEach);
  };
  return async (who, work) => {
    if (isFull(who)) return refused('queue-full');
    await new Promise<void>((start) => {
      queues.set(who, [...(queues.get(who) ?? []), start]);
      serve();
    });
    try {
      return done(await work());
    } finally {
      end(who);
    }
  };
}
