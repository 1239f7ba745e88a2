// One request as helpers of its ring see it: who has it and what may be done; its letters are fetched once a key is open.

import { error, type Actions, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { findId, newId } from '#ground/id.ts';
import { appendView } from '#ground/server/audit.ts';
import { closeHelpInput, helpAnswerInput, helpStepInput } from '#help/help.input.ts';
import { keepingOf } from '#help/keeping.ts';
import { helpWords } from '#help/help.words.ts';
import { stateOf, type HelpId } from '#help/help.ts';
import { answerHelp, closeHelp, handBackHelp, takeOverHelp } from '#help/server/commands.ts';
import { findHelp } from '#help/server/store.ts';
import { listRules } from '#law/server/store.ts';
import { findOwnKey } from '#sealed/server/key-store.ts';
import { findRing, listMyShares } from '#sealed/server/ring-store.ts';
import { typedIn } from '../../../form-fields.ts';
import { payloadIn } from '../../keys/answers.ts';
import { staffWords } from '../../staff.words.ts';
import { helperOf, refuse, told } from '../answers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const actor = helperOf(locals);
  const { db, today } = locals;
  const helpId: HelpId | undefined = findId<'help'>(params.request);
  const request = helpId && (await findHelp(db, helpId));
  if (!request) error(404, staffWords[locals.language].notFound);
  const record = `help ${request.helpId}`;
  await appendView(db, { siteId: null, record, command: 'look at help request' });
  const keeping = keepingOf(request, await listRules(db, today));
  const ring = await findRing(db, request.ringId);
  return {
    request,
    state: stateOf(request),
    isMine: request.takenBy === actor.personId,
    until: keeping.ok ? keeping.value.until : null,
    ring: ring && { epoch: ring.epoch, recipient: ring.recipient },
    ownKey: await findOwnKey(db, actor.personId),
    shares: (await listMyShares(db)).filter(({ ringId }) => ringId === request.ringId),
    commandId: newId<'command'>(),
  };
};

export const actions = {
  take: async (event) => {
    const { db, today, language } = event.locals;
    const input = await stepIn(event);
    if (!input) return refuse('invalid', language);
    const taken = await takeOverHelp(db, helperOf(event.locals), input, today);
    return told(taken, helpWords[language].taken, language);
  },
  handBack: async (event) => {
    const { db, language } = event.locals;
    const input = await stepIn(event);
    if (!input) return refuse('invalid', language);
    const back = await handBackHelp(db, helperOf(event.locals), input);
    return told(back, helpWords[language].handedBack, language);
  },
  answer: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const input = await payloadIn(request, helpAnswerInput);
    if (!input) return refuse('invalid', language);
    const answered = await answerHelp(db, helperOf(locals), input, today);
    return told(answered, helpWords[language].answered, language);
  },
  close: async ({ request, locals, params }) => {
    const { db, today, language } = locals;
    const typed = { ...typedIn(await request.formData()), helpId: params['request'] };
    const input = v.safeParse(closeHelpInput, typed);
    if (!input.success) return refuse('invalid', language);
    const closed = await closeHelp(db, helperOf(locals), input.output, today);
    return told(closed, helpWords[language].saved, language);
  },
} satisfies Actions;

async function stepIn({ request, params }: RequestEvent) {
  const typed = { ...typedIn(await request.formData()), helpId: params['request'] };
  const input = v.safeParse(helpStepInput, typed);
  return input.success ? input.output : undefined;
}
