// What one wants of our mail: reminders or none, and in which language.

import type { Actions } from '@sveltejs/kit';
import { hasAddress } from '#ground/mail.ts';
import { installationWords } from '#installation/installation.words.ts';
import { chooseMail } from '#installation/server/commands.ts';
import { findAddress, findMailChoice } from '#installation/server/mail-store.ts';
import { typedIn } from '../../../form-fields.ts';
import { actorOf } from '../../actor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { personId } = actorOf(locals);
  const address = await findAddress(locals.db, personId);
  return {
    address: hasAddress(address) ? address : '',
    choice: await findMailChoice(locals.db, personId),
  };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const typed = typedIn(await request.formData());
    const asked = typed['mailLanguage'];
    await chooseMail(locals.db, actorOf(locals), {
      language: asked === 'vi' || asked === 'en' ? asked : null,
      reminders: typed['reminders'] === 'yes',
    });
    return { said: installationWords[locals.language].saved };
  },
};
