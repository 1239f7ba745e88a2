// What the door of help hands in and is answered: sealed bytes, a code's half, no sender.

import type { Day } from '#ground/day.ts';
import type { Id } from '#ground/id.ts';
import type { Outcome } from '#ground/outcome.ts';
import type { Doorway } from '#sealed/knock.ts';
import type { RingId } from '#sealed/ring.ts';
import type { HelpLetterInput } from './help.input.ts';
import type { HelpLetterId } from './help.ts';

export type HelpLetterRefusal =
  /** No request of that code: only something already sent can be added to. */
  | 'unknown'
  /** Nobody could open it, or it is no ring of helpers: the page seals anew. */
  | 'unknown-ring'
  /** The code belongs to a request to other helpers: a new code is needed. */
  | 'other-ring'
  /** Another letter has that command id: the device makes a new one and sends again. */
  | 'command-used';

export type HelpAnswer = {
  readonly letterId: HelpLetterId;
  /** Whose answer it is: bound into the envelope. */
  readonly ringId: RingId;
  readonly day: Day;
  /** base64url. */
  readonly sealed: string;
};

/** The person's copy of their file; only their code opens it. */
export type OwnCopy = {
  readonly fileId: Id<'file'>;
  readonly endsOn: Day;
  readonly sealed: string;
};

export type HelpStanding = 'waiting' | 'read' | 'taken' | 'closed';

/** What the holder of a code is told. A file may be there without a request: made face to face. */
export type HelpAnswers = {
  readonly asked: {
    /** To whom more is sealed. */
    readonly ringId: RingId;
    readonly receivedOn: Day;
    readonly standing: HelpStanding;
    readonly answers: readonly HelpAnswer[];
  } | null;
  readonly file: OwnCopy | null;
};

export type HelpIntake = Doorway & {
  /** Returns once it is on disk: a request, or more to one that is there. */
  readonly receive: (
    letter: HelpLetterInput,
  ) => Promise<Outcome<{ readonly day: Day }, HelpLetterRefusal>>;
  /** `find` is base64url. */
  readonly findAnswers: (find: string) => Promise<HelpAnswers | undefined>;
  /** False where no file of that code is there (any more). */
  readonly withdraw: (find: string) => Promise<boolean>;
  readonly stop: () => Promise<void>;
};
