// Passwords tried for a user name: guessing is slowed down, a few typing errors are not.

/** So many tries of one name within the span below; the next must wait. */
export const mostTries = 10;
export const minutesOfTries = 5;
/** More names than this are guesses themselves: the oldest are forgotten. */
const mostNames = 10_000;

export type Tries = {
  /** `now` in milliseconds. */
  readonly mustWait: (name: string, now: number) => boolean;
  readonly add: (name: string, now: number) => void;
  /** The right password ends the count. */
  readonly forget: (name: string) => void;
};

/** Counts in memory: a restart forgets it, and no list of who failed to sign in is kept. */
export function countTries(): Tries {
  const times = new Map<string, readonly number[]>();
  const recent = (name: string, now: number): readonly number[] =>
    (times.get(keyOf(name)) ?? []).filter((time) => time > now - minutesOfTries * 60_000);
  return {
    mustWait: (name, now) => recent(name, now).length >= mostTries,
    add: (name, now) => {
      const tried = [...recent(name, now), now];
      times.delete(keyOf(name));
      times.set(keyOf(name), tried);
      const [oldest] = times.keys();
      if (times.size > mostNames && oldest !== undefined) times.delete(oldest);
    },
    forget: (name) => void times.delete(keyOf(name)),
  };
}

/** As the library compares names; an endless one is not kept. */
const keyOf = (name: string): string => name.toLowerCase().slice(0, 60);
