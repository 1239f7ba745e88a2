// Who helps, and what a form of theirs is told: saved, or refused with a sentence.

import { error, fail, type ActionFailure } from '@sveltejs/kit';
import type { Outcome } from '#ground/outcome.ts';
import type { Language } from '#ground/words.ts';
import { helpWords } from '#help/help.words.ts';
import type { NoRule } from '#law/rule.ts';
import type { Actor } from '#people/person.ts';
import { purposesOf } from '#sealed/ring.ts';
import type { Typed } from '../../form-fields.ts';
import { actorOf } from '../actor.ts';
import { staffWords } from '../staff.words.ts';

export type HelpRefusal = keyof (typeof helpWords)['vi']['refusal'];
/** `typed` is handed back where it was not taken. */
export type Told = { readonly problem: string; readonly said: string; readonly typed?: Typed };

/** Helpers in their own name; whoever stands in for one has none of their keys. */
export function helperOf(locals: App.Locals): Actor {
  const actor = actorOf(locals);
  if (!purposesOf(actor).includes('help')) error(403, staffWords[locals.language].forbidden);
  return actor;
}

const statuses = new Map<HelpRefusal, number>([
  ['forbidden', 403],
  ['not-found', 404],
  ['invalid', 400],
]);

export const refuse = (refusal: HelpRefusal, language: Language): ActionFailure<Told> =>
  fail(statuses.get(refusal) ?? 409, { problem: helpWords[language].refusal[refusal], said: '' });

export const told = (
  outcome: Outcome<unknown, HelpRefusal | NoRule>,
  said: string,
  language: Language,
): Told | ActionFailure<Told> => {
  if (outcome.ok) return { problem: '', said };
  const { refusal } = outcome;
  return refuse(typeof refusal === 'string' ? refusal : refusal.kind, language);
};
