// What stands in a support file once it is opened: consent first, then plan, visits, referrals and reminders.

import { addDays, type Day } from '#ground/day.ts';
import type { Id } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { getDays, type NoRule, type Rules } from '#law/rule.ts';

export type FileId = Id<'file'>;

/** What the person may agree to, each by itself; nothing of the file does without the first. */
export const consentKinds = ['plan', 'visits', 'referrals', 'reminders'] as const;
export type ConsentKind = (typeof consentKinds)[number];

export type Consent = {
  /** To whom alone, by name. */
  readonly helper: string;
  /** What for, in the person's words. */
  readonly purpose: string;
  readonly kinds: readonly ConsentKind[];
  readonly givenOn: Day;
  readonly until: Day;
  /** By whom: the person, or, of a child, whoever looks after them beside the child. */
  readonly givenBy: 'person' | 'guardian';
};

export const services = [
  'health',
  'treatment_home',
  'treatment_centre',
  'substitution',
  'counselling',
  'testing',
  'papers',
  'work',
  'school',
  'welfare',
] as const;
export type Service = (typeof services)[number];

export const referralStates = ['offered', 'accepted', 'refused', 'done', 'revoked'] as const;
export type ReferralState = (typeof referralStates)[number];
/** One service each. Its last step says where it stands. */
export type Referral = {
  readonly service: Service;
  readonly to: string;
  readonly steps: readonly { readonly state: ReferralState; readonly on: Day }[];
};

export type Visit = { readonly on: Day; readonly text: string };
export type Reminder = { readonly on: Day; readonly text: string; readonly isDone: boolean };

/** The person's code, where they have one: its copy is sealed to this at every change. */
export type OwnCode = { readonly findHash: string; readonly recipient: string };

export type SupportFile = {
  readonly v: 1;
  /** What the helper calls the person; it stands nowhere else. */
  readonly called: string;
  readonly consent: Consent;
  readonly plan: string;
  readonly visits: readonly Visit[];
  readonly referrals: readonly Referral[];
  readonly reminders: readonly Reminder[];
  readonly code: OwnCode | null;
};

/** All that the server is told of it. */
export type SupportRow = {
  readonly fileId: FileId;
  readonly version: number;
  readonly hasCode: boolean;
  readonly begunOn: Day;
  readonly endsOn: Day;
  readonly remindOn: Day | null;
};

const following: Readonly<Record<ReferralState, readonly ReferralState[]>> = {
  offered: ['accepted', 'refused', 'revoked'],
  accepted: ['done', 'revoked'],
  refused: [],
  done: [],
  revoked: [],
};

export const stateOfReferral = ({ steps }: Pick<Referral, 'steps'>): ReferralState =>
  steps.at(-1)?.state ?? 'offered';

/** What may come next; a refusal ends it, and whoever offers again makes a new one. */
export const nextStates = (referral: Pick<Referral, 'steps'>): readonly ReferralState[] =>
  following[stateOfReferral(referral)];

export type ReferralRefusal = 'not-next' | 'before-last-step' | 'in-future';

export function decideReferral(
  referral: Referral,
  step: { readonly state: ReferralState; readonly on: Day },
  today: Day,
): Outcome<Referral, ReferralRefusal> {
  if (!nextStates(referral).includes(step.state)) return refused('not-next');
  if (step.on > today) return refused('in-future');
  const last = referral.steps.at(-1);
  if (last && step.on < last.on) return refused('before-last-step');
  return done({ ...referral, steps: [...referral.steps, step] });
}

export const offer = (service: Service, to: string, on: Day): Referral => ({
  service,
  to,
  steps: [{ state: 'offered', on }],
});

export type TermRefusal = 'over-already' | 'too-long';

/** The last day of a consent: not past, and no longer than one consent may last. */
export function decideEnd(
  until: Day,
  today: Day,
  rules: Rules,
): Outcome<Day, TermRefusal | NoRule> {
  const longest = getDays(rules, 'help.support.longest');
  if (!longest.ok) return longest;
  if (until < today) return refused('over-already');
  return until > addDays(today, longest.value) ? refused('too-long') : done(until);
}

/** The earliest day on which something is still to be looked at, within the consent. */
export function nextReminder({
  reminders,
  consent,
}: Pick<SupportFile, 'reminders' | 'consent'>): Day | null {
  const open = reminders.filter(({ isDone, on }) => !isDone && on <= consent.until);
  return open.map(({ on }) => on).toSorted()[0] ?? null;
}

/** Only what was agreed to is kept: taking a kind back takes out what was written under it. */
export const withinConsent = (file: SupportFile): SupportFile => {
  const has = (kind: ConsentKind): boolean => file.consent.kinds.includes(kind);
  return {
    ...file,
    plan: has('plan') ? file.plan : '',
    visits: has('visits') ? file.visits : [],
    referrals: has('referrals') ? file.referrals : [],
    reminders: has('reminders') ? file.reminders : [],
  };
};
