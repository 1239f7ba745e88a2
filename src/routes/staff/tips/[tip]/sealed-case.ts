// A tip at its address, with what its pages need to open it on the device; to others it is not there.

import { error, fail, type ActionFailure } from '@sveltejs/kit';
import { findId, newId } from '#ground/id.ts';
import type { Outcome } from '#ground/outcome.ts';
import { appendView } from '#ground/server/audit.ts';
import { findOwnKey } from '#sealed/server/key-store.ts';
import { findRing, listMembers, listMyShares } from '#sealed/server/ring-store.ts';
import { caseworkWords, type CaseworkRefusal } from '#tips/casework.words.ts';
import { findTip, listLetters } from '#tips/server/store.ts';
import { ringInCharge, type Tip } from '#tips/tip.ts';
import { actorOf } from '../../actor.ts';
import { staffWords } from '../../staff.words.ts';

type Locals = App.Locals;

export async function tipAt(locals: Locals, id: string): Promise<Tip> {
  actorOf(locals, 'open tip');
  const tipId = findId<'tip'>(id);
  const tip = tipId && (await findTip(locals.db, tipId));
  if (!tip) error(404, staffWords[locals.language].notFound);
  return tip;
}

/** Who may open it, and with what; nothing of what it says. */
export async function caseAt(locals: Locals, id: string) {
  const tip = await tipAt(locals, id);
  const { db } = locals;
  const { personId } = actorOf(locals, 'open tip');
  const ringId = ringInCharge(tip);
  return {
    tip,
    personId,
    ring: (await findRing(db, ringId)) ?? null,
    members: (await listMembers(db, ringId)).map(({ personId: id, name }) => ({
      personId: id,
      name,
    })),
    ownKey: await findOwnKey(db, personId),
    shares: await listMyShares(db),
    commandId: newId<'command'>(),
  };
}

/** The sealed letters, for the device; that they were handed out is on record. */
export async function lettersOf({ db }: Locals, { tipId }: Tip) {
  await appendView(db, { siteId: null, record: `tip ${tipId}`, command: 'open tip' });
  return listLetters(db, tipId);
}

export type CaseAnswer = { readonly at: string; readonly problem: string; readonly said: string };

/** What a form is told: a sentence, done or not. */
export function tell(
  { language }: Locals,
  at: string,
  outcome: Outcome<unknown, CaseworkRefusal>,
  said: string,
): CaseAnswer | ActionFailure<CaseAnswer> {
  if (outcome.ok) return { at, problem: '', said };
  const { refusal } = outcome;
  return fail(statusOf(refusal), {
    at,
    problem: caseworkWords[language].refusal[refusal],
    said: '',
  });
}

const statuses: Readonly<Partial<Record<CaseworkRefusal, number>>> = {
  forbidden: 403,
  'not-found': 404,
  invalid: 400,
};
const statusOf = (refusal: CaseworkRefusal): number => statuses[refusal] ?? 409;
