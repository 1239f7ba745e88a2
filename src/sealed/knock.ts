// Who knocks at a door of the sealed channel: told apart from others for an hour, and never known.

import type { CommandId } from '#ground/id.ts';

/** A puzzle for the sender's device, as the library makes it; solved it goes first in the queue. */
export type Challenge = object;

/** What is known of somebody who knocks, and forgotten within the hour. */
export type Knock = {
  /** As the server sees it. It is hashed at once with a key that lasts an hour and is never written. */
  readonly address: string;
  readonly commandId?: CommandId | undefined;
  /** The solved puzzle as the device sent it: JSON in base64. */
  readonly proof?: string | undefined;
  /** How much is to come, where the device said so. */
  readonly bytes?: number | undefined;
};

export type Doorway = {
  /**
   * Waits for a turn, fair between sources, then does it: reading what is sent belongs inside, so
   * that a flood waits in its connections and not in memory. Nobody is turned away.
   */
  readonly inTurn: <T>(knock: Knock, action: () => Promise<T>) => Promise<T>;
  /** A puzzle to solve before knocking; undefined where nothing is in the way. */
  readonly challengeFor: (knock: Knock) => Promise<Challenge | undefined>;
};
