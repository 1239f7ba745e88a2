// Asked before every letter: who is on duty now, and whether the door wants some work done first.

import type { Challenge } from '#sealed/device/solve-proof.ts';
import type { Ring } from '../door/seal-tip.ts';
import { wait } from './waiting.ts';

export type Knocking = {
  readonly commune?: Ring;
  readonly province?: Ring;
  /** Of the tip a code belongs to, where one was named. */
  readonly own?: Ring;
  readonly challenge?: Challenge;
};

/** Waits for the line; a ring is missing only where nobody is on duty. */
export async function knock(
  unitPath: string,
  commandId: string,
  onWaiting: (waits: boolean) => void,
): Promise<Knocking> {
  for (let tries = 0; ; tries += 1) {
    const found = await knockOnce(unitPath, commandId);
    onWaiting(found === undefined);
    if (found) return found;
    await wait(tries);
  }
}

/** Undefined where there is no line just now. */
export const knockOnce = (unitPath: string, commandId: string): Promise<Knocking | undefined> =>
  fetch(`${unitPath}/keys?command=${commandId}`, { cache: 'no-store' })
    .then((response) => (response.ok ? (response.json() as Promise<Knocking>) : undefined))
    .catch(() => undefined);
