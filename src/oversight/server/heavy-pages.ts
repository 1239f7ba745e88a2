// Pages that add up thousands of sites: two at once, so that every other page finds room beside them.

import { Busy } from '#ground/failure.ts';
import { takeTurns, type Turns } from '#ground/server/turns.ts';

/** Makes what the page shows; who asks the same meanwhile is given the same. */
export type HeavyPages<T> = (
  who: string,
  /** Names everything the answer depends on, how far its reader sees included. */
  key: string,
  make: () => Promise<T>,
) => Promise<T>;

/** All such pages of this process wait for each other. */
const turns = takeTurns({ atOnce: 2, waiting: 60, waitingEach: 10 });

export function heavyPages<T>(waitTurn: Turns = turns): HeavyPages<T> {
  const inTheMaking = new Map<string, Promise<T>>();
  return (who, key, make) => {
    const same = inTheMaking.get(key);
    if (same) return same;
    const made = waitTurn(who, make)
      .then((outcome) => {
        if (!outcome.ok) throw new Busy('too many heavy pages are asked for');
        return outcome.value;
      })
      .finally(() => inTheMaking.delete(key));
    inTheMaking.set(key, made);
    return made;
  };
}
