// One's own support file: sealed as it lies here, changed as a whole, erased at the person's word.

import { error, redirect, type Actions } from '@sveltejs/kit';
import * as v from 'valibot';
import { findId, newId } from '#ground/id.ts';
import { changeFileInput, fileInput } from '#help/help.input.ts';
import { helpWords } from '#help/help.words.ts';
import {
  changeSupportFile,
  eraseSupportFile,
  openSupportFile,
} from '#help/server/support-commands.ts';
import { findOwnFile } from '#help/server/support-store.ts';
import { getDays } from '#law/rule.ts';
import { listRules } from '#law/server/store.ts';
import { findOwnKey } from '#sealed/server/key-store.ts';
import { typedIn } from '../../../../form-fields.ts';
import { payloadIn } from '../../../keys/answers.ts';
import { staffWords } from '../../../staff.words.ts';
import { helperOf, refuse, told } from '../../answers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const actor = helperOf(locals);
  const { db, today } = locals;
  const fileId = findId<'file'>(params.file);
  const opened = fileId && (await openSupportFile(db, actor, { fileId }));
  const file = fileId && opened?.ok ? await findOwnFile(db, fileId) : undefined;
  if (!file) error(404, staffWords[locals.language].notFound);
  const longest = getDays(await listRules(db, today), 'help.support.longest');
  return {
    today,
    file,
    longest: longest.ok ? longest.value : null,
    ownKey: await findOwnKey(db, actor.personId),
    commandId: newId<'command'>(),
  };
};

export const actions = {
  change: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const input = await payloadIn(request, changeFileInput);
    if (!input) return refuse('invalid', language);
    const changed = await changeSupportFile(db, helperOf(locals), input, today);
    return told(changed, helpWords[language].saved, language);
  },
  erase: async ({ request, locals, params }) => {
    const { db, language } = locals;
    const typed = { ...typedIn(await request.formData()), fileId: params['file'] };
    const input = v.safeParse(fileInput, typed);
    if (!input.success) return refuse('invalid', language);
    const erased = await eraseSupportFile(db, helperOf(locals), input.output);
    if (!erased.ok) return refuse(erased.refusal, language);
    redirect(303, '/staff/help?erased');
  },
} satisfies Actions;
