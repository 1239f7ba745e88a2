// A tip: how far it has come and what may be done with it next. What it says is sealed, and not in here.

import type { Day, Instant } from '#ground/day.ts';
import type { Id, PersonId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { RingId } from '#sealed/ring.ts';

export type TipId = Id<'tip'>;
export type LetterId = Id<'letter'>;
export type UploadId = Id<'upload'>;

export const doors = ['web', 'box', 'hotline'] as const;
export type Door = (typeof doors)[number];

/** 'closed' ends what gets no notice of a result: an empty letter, another matter, no identity. */
export const tipStates = [
  'received',
  'acknowledged',
  'classified',
  'forwarded',
  'confirmed',
  'resolved',
  'told',
  'closed',
] as const;
export type TipState = (typeof tipStates)[number];

/** a: cannot wait; b: every other crime; the last two are no tips in law (tố cáo, phản ánh). */
export const tipClasses = ['a', 'b', 'not_crime', 'denunciation'] as const;
export type TipClass = (typeof tipClasses)[number];

/** What those on duty do with a tip, each on a day; a number is that of a register. */
export type TipStep =
  | { readonly kind: 'opened'; readonly day: Day }
  | { readonly kind: 'acknowledged'; readonly day: Day; readonly reference: string }
  | { readonly kind: 'classified'; readonly day: Day; readonly class: TipClass }
  /** To the province, for an investigator to be assigned. */
  | { readonly kind: 'reported'; readonly day: Day }
  | { readonly kind: 'forwarded'; readonly day: Day }
  /** The body it was handed to has it: under this number of theirs. */
  | { readonly kind: 'confirmed'; readonly day: Day; readonly reference: string }
  | { readonly kind: 'resolved'; readonly day: Day }
  | { readonly kind: 'told'; readonly day: Day }
  | { readonly kind: 'closed'; readonly day: Day };

export type StepKind = TipStep['kind'];
/** Done by commands of the case: sealed anew for another ring, laid together with another tip. */
export type CaseKind = 'passed' | 'merged';

/** Where a tip stands: a fold over its steps. */
export type Stand = {
  readonly receivedOn: Day;
  readonly state: TipState;
  readonly stateOn: Day;
  readonly class: TipClass | null;
  readonly registerNumber: string | null;
  /** Since when its content is needed here no longer. */
  readonly handedOverOn: Day | null;
};

/** As a person on duty sees it in the list: nothing of what it says. */
export type Tip = Stand & {
  readonly tipId: TipId;
  readonly ringId: RingId;
  readonly epoch: number;
  /** base64url, SHA-256 of the find half: by it letters are bound to this tip. */
  readonly findHash: string;
  readonly answerRecipient: string;
  readonly door: Door;
  readonly hasIdentity: boolean;
  /** The first day on which something lay here that nobody has opened. */
  readonly unreadSince: Day | null;
  readonly lastLetterOn: Day;
  readonly bodyEndedOn: Day | null;
  /** The ring above, whose turn it is. */
  readonly passedTo: RingId | null;
  readonly mergedInto: TipId | null;
};

export type TipEvent = {
  readonly kind: StepKind | CaseKind;
  readonly day: Day;
  readonly class: TipClass | null;
  readonly reference: string | null;
  readonly recordedBy: PersonId;
  readonly recordedOn: Day;
};

/** Who of those on duty did or saw what: for the page of the tip. */
export type TipAct = {
  readonly personId: PersonId;
  readonly name: string;
  readonly kind: 'change' | 'view';
  /** As it stands in the record; its words are in commands.words.ts. */
  readonly command: string;
  readonly at: Instant;
};

export type StepRefusal =
  | 'in-future'
  | 'before-received'
  /** It does not follow on where the tip stands. */
  | 'out-of-turn'
  | 'number-missing'
  | 'number-too-long'
  /** A crime is handed over, not closed. */
  | 'not-handed-over'
  /** What is no tip in law is not handed to investigators. */
  | 'not-a-crime';

type Decided = Outcome<Stand, StepRefusal>;
type Dated = { readonly day: Day };
type Numbered = Dated & { readonly reference: string };

/** Entered in the register: the number tells the sender that it is with the police, officially. */
export const decideAcknowledge = (stand: Stand, step: Numbered, today: Day): Decided =>
  decideStep(stand, { kind: 'acknowledged', ...step }, today);

/** Again where the first look was wrong, until it is handed over. */
export const decideClassify = (
  stand: Stand,
  step: Dated & { readonly class: TipClass },
  today: Day,
): Decided => decideStep(stand, { kind: 'classified', ...step }, today);

/** Handed to the investigators, on paper; what cannot wait was said by telephone before. */
export const decideForward = (stand: Stand, step: Dated, today: Day): Decided =>
  decideStep(stand, { kind: 'forwarded', ...step }, today);

/** The sender was told the result. */
export const decideResult = (stand: Stand, step: Dated, today: Day): Decided =>
  decideStep(stand, { kind: 'told', ...step }, today);

/** Whether a step may be taken on a day no later than today, and where the tip stands then. */
export function decideStep(stand: Stand, step: TipStep, today: Day): Decided {
  if (step.day > today) return refused('in-future');
  if (step.day < stand.receivedOn) return refused('before-received');
  if (!follows[step.kind].includes(stand.state)) return refused('out-of-turn');
  const reason = findReason(stand, step);
  return reason ? refused(reason) : done(afterStep(stand, tidied(step)));
}

/** Of a step that was decided: whoever reads events back gets the same. */
export function afterStep(stand: Stand, step: TipStep): Stand {
  if (step.kind === 'opened' || step.kind === 'reported') return stand;
  return {
    ...stand,
    state: step.kind,
    stateOn: step.day,
    ...(step.kind === 'classified' && { class: step.class }),
    ...(step.kind === 'acknowledged' && { registerNumber: step.reference }),
    ...(ends.has(step.kind) && { handedOverOn: stand.handedOverOn ?? step.day }),
  };
}

/** The number as it is kept. */
export const tidied = (step: TipStep): TipStep =>
  'reference' in step ? { ...step, reference: step.reference.trim() } : step;

/** The ring that is to work on it now. */
export const ringInCharge = ({ ringId, passedTo }: Pick<Tip, 'ringId' | 'passedTo'>): RingId =>
  passedTo ?? ringId;

export const longestNumber = 40;

/** From which states each step goes on. */
const follows: Readonly<Record<StepKind, readonly TipState[]>> = {
  opened: tipStates,
  acknowledged: ['received'],
  classified: ['acknowledged', 'classified'],
  reported: ['received', 'acknowledged', 'classified'],
  forwarded: ['classified'],
  confirmed: ['forwarded'],
  resolved: ['classified', 'forwarded', 'confirmed'],
  told: ['resolved'],
  closed: ['received', 'acknowledged', 'classified', 'confirmed', 'resolved'],
};

/** From here on the register of the police is the record. */
const ends: ReadonlySet<StepKind> = new Set(['confirmed', 'told', 'closed']);

const isCrime = (of: TipClass | null): boolean => of === 'a' || of === 'b';

function findReason(stand: Stand, step: TipStep): StepRefusal | undefined {
  if ('reference' in step) return findNumberReason(step.reference.trim());
  const { state, class: of } = stand;
  if (step.kind === 'closed' && state === 'classified' && isCrime(of)) return 'not-handed-over';
  const isForCrimes = step.kind === 'forwarded' || step.kind === 'resolved';
  return isForCrimes && !isCrime(of) ? 'not-a-crime' : undefined;
}

function findNumberReason(number: string): StepRefusal | undefined {
  if (number === '') return 'number-missing';
  return number.length > longestNumber ? 'number-too-long' : undefined;
}
