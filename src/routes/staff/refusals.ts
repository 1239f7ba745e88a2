// Turns what a command of a site or an activity refused into an answer: its status and its sentence.

import { fail, type ActionFailure } from '@sveltejs/kit';
import { activityWords } from '#activities/activity.words.ts';
import type { Language } from '#ground/words.ts';
import { holderWords } from '#sites/holder.words.ts';
import { sayRefusal, type SiteRefusal } from '#sites/say.ts';
import { workWords } from '#sites/work.words.ts';
import type { FieldProblems } from '#ui/field-problems.svelte.ts';
import type { Refused } from '#ui/read-form.ts';
import type { Typed } from '../form-fields.ts';

type ActivityRefused = keyof (typeof activityWords)['vi']['refusal'];
export type UploadRefusal = keyof (typeof workWords)['vi']['upload'];
type HolderRefused = keyof (typeof holderWords)['vi']['refusal'];
type Named =
  Extract<SiteRefusal, string> | HolderRefused | ActivityRefused | UploadRefusal | 'invalid';
export type Refusal = SiteRefusal | HolderRefused | ActivityRefused | UploadRefusal | 'invalid';

/** What a page is told after a form was sent. */
export type Answer = {
  /** Which of the page's forms was sent. */
  readonly at: string;
  /** Undefined where it was saved. */
  readonly problem: string | undefined;
  /** What is wrong with single fields, where they could not be read. */
  readonly problems?: FieldProblems | undefined;
  /** What to fill the form with again. */
  readonly typed: Typed;
};

/** What an action gives back. */
export type Answered = Answer | ActionFailure<Answer>;

/** Every refusal there is, so that a new one without a status does not compile. */
const statuses = {
  forbidden: 403,
  'not-found': 404,
  'already-started': 409,
  'already-closed': 409,
  'already-done': 409,
  'already-corrected': 409,
  'not-closed': 409,
  'not-done': 409,
  'not-yours': 403,
  taken: 409,
  'in-future': 422,
  'before-start': 422,
  'kept-up': 422,
  'reason-missing': 422,
  'not-later': 422,
  'unknown-requirement': 422,
  'evidence-empty': 422,
  'counted-itself': 422,
  'on-roster': 422,
  'value-invalid': 422,
  'place-missing': 422,
  'file-too-big': 413,
  'photo-too-big': 413,
  'photos-too-many': 413,
  'picture-too-large': 413,
  'file-unknown': 415,
  'photo-unknown': 415,
  'calendar-unsaid': 422,
  invalid: 400,
} as const satisfies Record<Named, number>;

/** Saved, or refused with everything that was typed. */
export function answer(
  outcome: { readonly ok: true } | Refused<Refusal>,
  form: Pick<Answer, 'at' | 'typed'>,
  language: Language,
): Answered {
  if (outcome.ok) return { at: form.at, typed: {}, problem: undefined };
  const { refusal, problems } = outcome;
  return fail(statusOf(refusal), { ...form, problem: sentenceOf(refusal, language), problems });
}

const statusOf = (refusal: Refusal): number =>
  typeof refusal === 'string' ? statuses[refusal] : 422;

function sentenceOf(refusal: Refusal, language: Language): string {
  const own = workWords[language];
  if (refusal === 'invalid') return own.form.invalid;
  if (refusal === 'place-missing' || refusal === 'already-corrected') {
    return activityWords[language].refusal[refusal];
  }
  if (refusal === 'not-yours' || refusal === 'taken') return holderWords[language].refusal[refusal];
  return isUpload(refusal) ? own.upload[refusal] : sayRefusal(refusal, language);
}

const isUpload = (refusal: Refusal): refusal is UploadRefusal =>
  typeof refusal === 'string' && refusal in workWords.vi.upload;
