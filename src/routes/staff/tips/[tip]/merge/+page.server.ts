// Laying a tip together with another one about the same thing, and separating them again.

import type { Actions } from '@sveltejs/kit';
import * as v from 'valibot';
import { newId } from '#ground/id.ts';
import { refused } from '#ground/outcome.ts';
import { mergeInput } from '#tips/casework.input.ts';
import { caseworkWords } from '#tips/casework.words.ts';
import { decideMerge } from '#tips/merging.ts';
import { mergeTips, separateTips } from '#tips/server/casework-commands.ts';
import { findTip, listTips } from '#tips/server/store.ts';
import { actorOf } from '../../../actor.ts';
import { tell, tipAt } from '../sealed-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const tip = await tipAt(locals, params.tip);
  const tips = await listTips(locals.db);
  const hasUnder = tips.some(({ mergedInto }) => mergedInto === tip.tipId);
  const other = tip.mergedInto && (await findTip(locals.db, tip.mergedInto));
  return {
    tip,
    other: other ?? null,
    others: tips.filter((into) => decideMerge(tip, into, hasUnder).ok),
    commandId: newId<'command'>(),
  };
};

/** Works without script: nothing of what is sealed is needed. */
async function pairIn(request: Request, id: string | undefined) {
  const sent = Object.fromEntries(await request.formData());
  const parsed = v.safeParse(mergeInput, { ...sent, tipId: id });
  return parsed.success ? parsed.output : undefined;
}

export const actions = {
  merge: async ({ request, locals, params }) => {
    const { db, today, language } = locals;
    const actor = actorOf(locals, 'open tip');
    const input = await pairIn(request, params.tip);
    const merged = input ? await mergeTips(db, actor, input, today) : refused('invalid');
    return tell(locals, 'merge', merged, caseworkWords[language].merge.did);
  },
  separate: async ({ request, locals, params }) => {
    const { db, language } = locals;
    const actor = actorOf(locals, 'open tip');
    const input = await pairIn(request, params.tip);
    const separated = input ? await separateTips(db, actor, input) : refused('invalid');
    return tell(locals, 'separate', separated, caseworkWords[language].merge.separated);
  },
} satisfies Actions;
