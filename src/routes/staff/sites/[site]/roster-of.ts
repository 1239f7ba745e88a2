// A roster page of one site: only for those who may see it there, and the look is on record.

import { error, fail } from '@sveltejs/kit';
import { appendView } from '#ground/server/audit.ts';
import { may } from '#people/may.ts';
import { rosterWords } from '#rosters/roster.words.ts';
import type { Refused } from '#ui/read-form.ts';
import type { Typed } from '../../../form-fields.ts';
import { staffWords } from '../../staff.words.ts';
import { answer, type Answered, type Refusal } from '../../refusals.ts';
import { siteOf, type SiteSeen } from '../site-of.ts';

/** `record` names what was looked at: 'roster of households', 'household <id>'. */
export async function rosterOf(
  locals: App.Locals,
  site: string,
  record: string,
): Promise<SiteSeen & { readonly mayKeep: boolean }> {
  const seen = await siteOf(locals, site);
  const { siteId } = seen.site;
  if (!may(seen.actor, 'view roster', siteId)) {
    error(403, staffWords[locals.language].forbidden);
  }
  await appendView(locals.db, { siteId, record, command: 'view roster' });
  return { ...seen, mayKeep: may(seen.actor, 'keep roster', siteId) };
}

type RosterRefusal = keyof (typeof rosterWords)['vi']['refusal'];

/** Saved, or refused with everything that was typed. */
export function answerRoster(
  outcome:
    | { readonly ok: true }
    | Refused<RosterRefusal | Extract<Refusal, 'forbidden' | 'not-found' | 'invalid'>>,
  form: { readonly at: string; readonly typed: Typed },
  { language }: App.Locals,
): Answered {
  if (outcome.ok) return answer(outcome, form, language);
  const { refusal } = outcome;
  if (refusal === 'forbidden' || refusal === 'not-found' || refusal === 'invalid') {
    return answer({ ...outcome, refusal }, form, language);
  }
  const status = refusal === 'number-taken' ? 409 : 422;
  return fail(status, { ...form, problem: rosterWords[language].refusal[refusal] });
}
