// Beginning a support file: for whoever wrote through the door, or for somebody met face to face.

import type { Actions } from '@sveltejs/kit';
import { redirect } from '@sveltejs/kit';
import { findId } from '#ground/id.ts';
import { beginFileInput } from '#help/help.input.ts';
import { findHelp } from '#help/server/store.ts';
import { beginSupportFile } from '#help/server/support-commands.ts';
import { getDays } from '#law/rule.ts';
import { listRules } from '#law/server/store.ts';
import { findOwnKey } from '#sealed/server/key-store.ts';
import { payloadIn } from '../../../keys/answers.ts';
import { helperOf, refuse, told } from '../../answers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const actor = helperOf(locals);
  const { db, today } = locals;
  const of = findId<'help'>(url.searchParams.get('of'));
  const request = of && (await findHelp(db, of));
  const longest = getDays(await listRules(db, today), 'help.support.longest');
  return {
    today,
    helper: actor.name,
    longest: longest.ok ? longest.value : null,
    request: request
      ? {
          helpId: request.helpId,
          findHash: request.findHash,
          recipient: request.answerRecipient,
        }
      : null,
    ownKey: await findOwnKey(db, actor.personId),
  };
};

export const actions = {
  default: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const input = await payloadIn(request, beginFileInput);
    if (!input) return refuse('invalid', language);
    const begun = await beginSupportFile(db, helperOf(locals), input, today);
    if (!begun.ok) return told(begun, '', language);
    redirect(303, `/staff/help/support/${begun.value.fileId}`);
  },
} satisfies Actions;
