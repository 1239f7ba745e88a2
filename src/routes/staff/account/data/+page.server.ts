// What is held about the person signed in, and their own requests about it.

import type { Actions } from '@sveltejs/kit';
import { newId } from '#ground/id.ts';
import { listRules } from '#law/server/store.ts';
import { mineWords } from '#privacy/mine.words.ts';
import { ownRequestInput } from '#privacy/request.input.ts';
import { askAboutMyData } from '#privacy/server/commands.ts';
import { listHeldOfAccount } from '#privacy/server/store.ts';
import { readForm } from '#ui/read-form.ts';
import { typedIn } from '../../../form-fields.ts';
import { actorOf } from '../../actor.ts';
import { refuse, saved } from '../../privacy/answer.ts';
import { listClocked } from '../../privacy/request-view.ts';
import { termsIn } from '../../privacy/terms.ts';
import type { PageServerLoad } from './$types';

/** Of tables with many rows (whatever one recorded) the first show what kind of thing is there. */
const rowsShown = 3;

export const load: PageServerLoad = async ({ locals }) => {
  const { personId } = actorOf(locals);
  const [held, rules, requests] = await Promise.all([
    // By their own id in every table: also what they did at sites they no longer reach.
    listHeldOfAccount(locals.withoutAccessCheck, personId, rowsShown),
    listRules(locals.db, locals.today),
    listClocked(locals, personId),
  ]);
  return {
    held,
    terms: termsIn(rules, locals.language),
    telling: { language: locals.language, timeZone: locals.timeZone, personId },
    requests,
    commandId: newId<'command'>(),
  };
};

export const actions = {
  ask: async ({ request, locals }) => {
    const actor = actorOf(locals);
    const typed = typedIn(await request.formData());
    const input = readForm(ownRequestInput, { words: '', ...typed }, locals);
    if (!input.ok) return refuse(input, { at: 'ask', typed }, locals.language);
    await askAboutMyData(locals.db, actor, input.value, locals.today);
    return saved('ask', mineWords[locals.language].sent);
  },
} satisfies Actions;
