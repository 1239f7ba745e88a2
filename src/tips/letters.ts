// Letters of a tip as those on duty get them: sealed, with what is needed to open them on the device.

import type { Day } from '#ground/day.ts';
import type { PersonId } from '#ground/id.ts';
import type { RingId, Sealed } from '#sealed/ring.ts';
import type { LetterId } from './tip.ts';

export type Letter = {
  readonly letterId: LetterId;
  /** 'in' from the sender, 'out' to them. */
  readonly direction: 'in' | 'out';
  readonly ringId: RingId;
  readonly epoch: number;
  readonly day: Day;
  /** Of a letter that was sealed anew for another ring: the one as it came. */
  readonly copyOf: LetterId | null;
  /** Null where the sender wrote it. */
  readonly writtenBy: PersonId | null;
  readonly sealed: Sealed;
};
