// One request about personal data: what is held, and every step of its answer.

import type { Actions } from '@sveltejs/kit';
import { newId } from '#ground/id.ts';
import { refused } from '#ground/outcome.ts';
import { rulesOn } from '#law/rule.ts';
import { correctionInput, eraseInput, requestInput, stepInput } from '#privacy/request.input.ts';
import { mayStep, eventKinds } from '#privacy/request.ts';
import { requestWords } from '#privacy/request.words.ts';
import { correctData, eraseData, handOutData } from '#privacy/server/answer-commands.ts';
import { stepRequest } from '#privacy/server/commands.ts';
import { yearsNotEntered } from '#privacy/working-days.ts';
import { readForm, type Refused } from '#ui/read-form.ts';
import { boxesIn, typedIn, type Typed } from '../../../form-fields.ts';
import { actorOf } from '../../actor.ts';
import { refuse, saved, type Refusal } from '../answer.ts';
import { countingOf, withClocks } from '../request-view.ts';
import { termsIn } from '../terms.ts';
import { heldOf, mentionsOf, requestAt } from './dossier.ts';
import type { PageServerLoad } from './$types';

/** Enough to know what is there; a copy holds everything. */
const rowsShown = 3;

export const load: PageServerLoad = async ({ locals, params }) => {
  const state = await requestAt(locals, params);
  const { request, standing } = state;
  const counting = await countingOf(locals);
  const clocked = withClocks(state, counting, locals);
  const isDoing = standing === 'doing';
  const due = clocked.clocks.acknowledge?.due ?? request.receivedOn;
  return {
    ...clocked,
    years: yearsNotEntered(counting.calendar, request.receivedOn, due),
    next: eventKinds.filter((kind) => mayStep(state, kind)),
    held: isDoing ? await heldOf(locals, request, rowsShown) : [],
    mentions: isDoing ? await mentionsOf(locals, request) : [],
    terms: termsIn(rulesOn(counting.law, locals.today), locals.language),
    telling: {
      language: locals.language,
      timeZone: locals.timeZone,
      personId: request.personId,
    },
    commandId: newId<'command'>(),
  };
};

/** The fields of a form, and the request its address names. */
async function sentTo(
  request: Request,
  params: { readonly request?: string | undefined },
): Promise<Typed> {
  return { ...typedIn(await request.formData()), requestId: params.request ?? '' };
}

type Outcome = { readonly ok: true } | Refused<Refusal>;

const answered = (outcome: Outcome, at: string, typed: Typed, { language }: App.Locals) =>
  outcome.ok
    ? saved(at, requestWords[language].stepSaved)
    : refuse(outcome, { at, typed }, language);

export const actions = {
  step: async ({ request, locals, params }) => {
    const actor = actorOf(locals);
    const typed = await sentTo(request, params);
    const input = readForm(stepInput, { note: '', ...typed }, locals);
    const outcome: Outcome = input.ok
      ? await stepRequest(locals.db, actor, input.value, locals.today)
      : input;
    return answered(outcome, typed['kind'] ?? '', typed, locals);
  },
  handOut: async ({ request, locals, params }) => {
    const actor = actorOf(locals);
    const typed = await sentTo(request, params);
    const input = readForm(requestInput, typed, locals);
    const outcome: Outcome = input.ok
      ? await handOutData(locals.db, actor, input.value, locals.today)
      : input;
    return answered(outcome, 'handOut', typed, locals);
  },
  correct: async ({ request, locals, params }) => {
    const actor = actorOf(locals);
    const typed = await sentTo(request, params);
    const input = readForm(correctionInput, typed, locals);
    const outcome: Outcome = input.ok
      ? await correctData(locals.db, actor, input.value, locals.today)
      : input;
    return answered(outcome, 'correct', typed, locals);
  },
  erase: async ({ request, locals, params }) => {
    const actor = actorOf(locals);
    const form = await request.formData();
    const typed = {
      ...typedIn(form),
      ...boxesIn(form, 'mention'),
      requestId: params.request ?? '',
    };
    if (form.get('understood') !== 'yes') {
      return refuse(refused('not-understood'), { at: 'erase', typed }, locals.language);
    }
    const input = readForm(eraseInput, typed, locals, { mentions: tickedIn(form) });
    const outcome: Outcome = input.ok
      ? await eraseData(locals.db, actor, input.value, locals.today)
      : input;
    return answered(outcome, 'erase', typed, locals);
  },
} satisfies Actions;

/** Each box carries its table, column and record, told apart by a sign none of them holds. */
const tickedIn = (form: FormData): unknown[] =>
  form.getAll('mention').map((value) => {
    const [table, column, record] = typeof value === 'string' ? value.split('|') : [];
    return { table, column, record };
  });
