// What the doors hand in and are answered: sealed bytes, a code's half, no sender.

import type { Day } from '#ground/day.ts';
import type { Outcome } from '#ground/outcome.ts';
import type { Doorway } from '#sealed/knock.ts';
import type { RingId } from '#sealed/ring.ts';
import type { LetterInput, PieceInput } from './tip.input.ts';
import type { Door, LetterId, TipState, UploadId } from './tip.ts';

export type LetterRefusal =
  /** No tip of that code: only something already sent can be added to. */
  | 'unknown'
  /** Nobody could open it: the page seals anew, to the ring there is now. */
  | 'unknown-ring'
  /** The code belongs to a tip of another unit: a new code is needed. */
  | 'other-ring'
  /** It was erased by its term: whoever has more to say begins anew. */
  | 'ended'
  /** Another letter has that command id: the device makes a new one and sends again. */
  | 'command-used';

export type PieceRefusal = 'unknown-ring' | 'ended' | 'too-large';

/** The day it was received, for the sender; there is no number to lose. */
export type Received = { readonly day: Day };

export type Answer = {
  readonly letterId: LetterId;
  /** Whose answer it is: bound into the envelope. */
  readonly ringId: RingId;
  readonly day: Day;
  /** base64url. */
  readonly sealed: string;
};

/** What the holder of a code is told. */
export type Answers = {
  /** To whom more is sealed. */
  readonly ringId: RingId;
  /** Null once it is erased: only the month is kept then. */
  readonly receivedOn: Day | null;
  readonly state: TipState;
  readonly stateOn: Day | null;
  /** The day on which what was said was erased here; null while it is kept. */
  readonly bodyEndedOn: Day | null;
  /** The day on which the whole case was erased; nothing can be added any more. */
  readonly endedOn: Day | null;
  readonly lettersIn: number;
  readonly answers: readonly Answer[];
};

/** Of a slip given out blank the server knows only the hash (base64url); nobody here has the half. */
export type SlipLetter = Omit<LetterInput, 'find'> & { readonly findHash: string };
export type SlipPiece = Omit<PieceInput, 'find'> & { readonly findHash: string };

export type Intake = Doorway & {
  /** Returns once it is on disk: a tip, or more to one that is there. */
  readonly receiveTip: (
    letter: LetterInput | SlipLetter,
    door: Door,
  ) => Promise<Outcome<Received, LetterRefusal>>;
  readonly receivePiece: (
    piece: PieceInput | SlipPiece,
  ) => Promise<Outcome<Received, PieceRefusal>>;
  /** The numbers of the pieces that are there. `find` is base64url. */
  readonly listPieces: (find: string, uploadId: UploadId) => Promise<readonly number[]>;
  readonly findAnswers: (find: string) => Promise<Answers | undefined>;
  readonly stop: () => Promise<void>;
};
