// One step of a site: what it needs, what is there, and everything a person can do with it.

import type { Action } from '@sveltejs/kit';
import { newId } from '#ground/id.ts';
import {
  addEvidence,
  closeStep,
  delayStep,
  reopenStep,
  startStep,
  type StepOutcome,
} from '#sites/server/commands.ts';
import { evidenceInput, stepInput } from '#sites/site.input.ts';
import { stepLines } from '#sites/step-line.ts';
import { readForm, type Refused } from '#ui/read-form.ts';
import { actorOf } from '../../../../actor.ts';
import { filesIn, typedIn } from '../../../../../form-fields.ts';
import { answer, type Answered, type Refusal } from '../../../../refusals.ts';
import { notFound, siteOf } from '../../../site-of.ts';
import { stepStates } from '../../../site-records.ts';
import { keepFile } from '../../../uploads.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { scope, site } = await siteOf(locals, params.site);
  const { db, today, language } = locals;
  const states = await stepStates({ db, scope, site, today });
  const at = states.findIndex(({ step }) => step.number === Number(params.number));
  const state = states[at];
  if (!state) return notFound(locals);
  const lines = stepLines(states, language);
  return {
    state,
    before: lines[at - 1] ?? null,
    after: lines[at + 1] ?? null,
    // Each form its own: sent twice it does one thing, sent after another it is a new thing.
    commandIds: {
      start: newId<'command'>(),
      delay: newId<'command'>(),
      close: newId<'command'>(),
      reopen: newId<'command'>(),
      evidence: state.evidence.map(() => newId<'command'>()),
    },
  };
};

type Move = typeof startStep;
type StepAction = Action<RouteParams, Answered>;

const moved =
  (at: string, move: Move): StepAction =>
  async ({ request, locals, params }) => {
    const typed = typedIn(await request.formData());
    const input = readForm(stepInput, typed, locals, {
      ...about(params),
      note: typed['note'] ?? '',
    });
    const outcome = input.ok
      ? await move(locals.db, actorOf(locals), input.value, locals.today)
      : input;
    return answer(outcome, { at, typed }, locals.language);
  };

const evidenced: StepAction = async ({ request, locals, params }) => {
  const form = await request.formData();
  const typed = typedIn(form);
  const outcome = await keepEvidence(locals, params, form);
  const at = `evidence ${typed['requirement'] ?? ''}`;
  return answer(outcome, { at, typed }, locals.language);
};

export const actions = {
  start: moved('start', startStep),
  delay: moved('delay', delayStep),
  close: moved('close', closeStep),
  reopen: moved('reopen', reopenStep),
  evidence: evidenced,
} satisfies Actions;

async function keepEvidence(
  locals: App.Locals,
  params: RouteParams,
  form: FormData,
): Promise<StepOutcome | Refused<Refusal>> {
  const [file] = filesIn(form, 'file');
  const input = readForm(evidenceInput, typedIn(form), locals, { ...about(params), file: null });
  if (!input.ok) return input;
  const actor = actorOf(locals);
  const kept = file && (await keepFile(locals.files, file));
  if (kept && !kept.ok) return kept;
  const evidence = { ...input.value, file: kept?.value ?? null };
  return addEvidence(locals.db, actor, evidence, locals.today);
}

const about = (params: RouteParams) => ({ siteId: params.site, number: Number(params.number) });
