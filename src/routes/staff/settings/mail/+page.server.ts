// The mail server of the installation, and a test that sends a real mail.

import { fail, type Actions } from '@sveltejs/kit';
import { getSecret } from '#ground/server/secret.ts';
import { installationWords } from '#installation/installation.words.ts';
import { mailPageWords } from '#installation/mail-page.words.ts';
import { testMail } from '#installation/server/commands.ts';
import { countMails } from '#installation/server/mail-store.ts';
import { getHouse } from '../../../../house.server.ts';
import { postOf } from '../../../../work.server.ts';
import { typedIn } from '../../../form-fields.ts';
import { actorOf } from '../../actor.ts';
import { loadSettings, saveSettings } from '../form.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [page, mails, house] = await Promise.all([
    loadSettings(locals, 'mail'),
    countMails(locals.db),
    getHouse(),
  ]);
  return { ...page, mails, origin: house.settings.origin };
};

export const actions: Actions = {
  save: (event) => saveSettings(event, 'mail'),
  test: async ({ locals, request }) => {
    const actor = actorOf(locals, 'change setting');
    const own = installationWords[locals.language];
    const mailOwn = mailPageWords[locals.language];
    const { to = '' } = typedIn(await request.formData());
    const { settings } = await getHouse();
    const post = postOf(settings, await getSecret(settings.data), locals.db);
    const sent = await testMail(post, actor, to, locals.language);
    if (sent.ok) return { tested: mailOwn.testSent(to.trim()), failed: '', to: '' };
    const failed =
      sent.refusal === 'forbidden' ? own.refusal.forbidden : mailOwn.problem[sent.refusal];
    return fail(422, { tested: '', failed, to });
  },
};
