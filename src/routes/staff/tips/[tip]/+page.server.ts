// One tip: what is due and the next step; what it says is fetched by the device once its key is open.

import type { Actions } from '@sveltejs/kit';
import { findId, newId } from '#ground/id.ts';
import { appendView } from '#ground/server/audit.ts';
import { rulesOn } from '#law/rule.ts';
import { refused } from '#ground/outcome.ts';
import { caseWords } from '#tips/case.words.ts';
import { deskWords } from '#tips/desk.words.ts';
import { dueOf } from '#tips/due.ts';
import { isStep } from '#tips/inbox.ts';
import { keepingOf } from '#tips/keeping.ts';
import { listOwnLevels } from '#tips/server/inbox-store.ts';
import { listTipActs, listTipEvents } from '#tips/server/store.ts';
import { answerSender, noteOnTip } from '#tips/server/writing-commands.ts';
import { nextSteps } from '#tips/steps.ts';
import { ringInCharge, type TipId } from '#tips/tip.ts';
import { answerLetterInput, noteInput } from '#tips/writing.input.ts';
import { typedIn } from '../../../form-fields.ts';
import { actorOf } from '../../actor.ts';
import { payloadIn } from '../../keys/answers.ts';
import { termsOf } from '../desk.ts';
import { answered } from './answer.ts';
import { caseAt } from './sealed-case.ts';
import { takeStep } from './take-step.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await caseAt(locals, params.tip);
  const { tip } = found;
  const { db, today, timeZone, language } = locals;
  await appendView(db, { siteId: null, record: `tip ${tip.tipId}`, command: 'look at tip' });
  const events = await listTipEvents(db, tip.tipId);
  const level = (await listOwnLevels(db)).get(ringInCharge(tip));
  const inTurn = tip.mergedInto === null ? level : undefined;
  const terms = await termsOf(locals);
  const due = inTurn && dueOf(tip, events.filter(isStep), inTurn, terms, today);
  const keeping = keepingOf(tip, rulesOn(terms.law, today));
  const missing = [due, keeping].find((one) => one?.ok === false);
  return {
    ...found,
    events,
    acts: await listTipActs(db, tip.tipId),
    /** Those it lies with write in it and take its steps; whoever passed it on reads it. */
    isHere: level !== undefined,
    due: due?.ok ? due.value : [],
    keeping: keeping.ok ? keeping.value : undefined,
    missing: missing?.ok === false ? deskWords[language].noRule(missing.refusal.key) : undefined,
    next: inTurn ? nextSteps(tip, events, inTurn, today) : [],
    today,
    timeZone,
  };
};

export const actions = {
  step: async ({ request, locals, params }) => {
    const typed = typedIn(await request.formData());
    const taken = await takeStep(locals, actorOf(locals, 'open tip'), idIn(params), typed);
    const at = { at: typed['kind'] ?? '', typed };
    return answered(locals, at, taken, deskWords[locals.language].stepSaved);
  },
  answer: async ({ request, locals, params }) => {
    const actor = actorOf(locals, 'open tip');
    const sent = await payloadIn(request, answerLetterInput);
    const input = sent && { ...sent, tipId: idIn(params) };
    const done = input ? await answerSender(locals.db, actor, input, locals.today) : unsealed;
    return answered(locals, written('answer'), done, caseWords[locals.language].answered);
  },
  note: async ({ request, locals, params }) => {
    const actor = actorOf(locals, 'open tip');
    const sent = await payloadIn(request, noteInput);
    const input = sent && { ...sent, tipId: idIn(params) };
    const done = input ? await noteOnTip(locals.db, actor, input, locals.today) : unsealed;
    return answered(locals, written('note'), done, caseWords[locals.language].noted);
  },
} satisfies Actions;

const unsealed = refused('unsealed');
/** What was written stays on the device, which alone has it. */
const written = (at: string) => ({ at, typed: {} });

/** What is no id names nobody's tip. */
const idIn = ({ tip }: { readonly tip?: string | undefined }): TipId =>
  findId<'tip'>(tip) ?? newId<'tip'>();
