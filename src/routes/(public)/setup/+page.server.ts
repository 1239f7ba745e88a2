// The one-time link of the first start: makes the first administrator, who goes on to set up the rest.

import { fail, redirect, type Actions } from '@sveltejs/kit';
import { isSetupOpen, setUpAdministrator } from '#people/server/commands.ts';
import { typedIn } from '../../form-fields.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const token = url.searchParams.get('token') ?? '';
  return { token, open: await isSetupOpen(locals.withoutAccessCheck, token) };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const {
      token = '',
      name = '',
      username = '',
      password = '',
    } = typedIn(await request.formData());
    const input = { token, name, username, password };
    const made = await setUpAdministrator(
      locals.withoutAccessCheck,
      locals.signIn,
      input,
      locals.today,
    );
    if (!made.ok) {
      return fail(400, { refusal: made.refusal, name: input.name, username: input.username });
    }
    redirect(303, `/sign-in?ready&next=${encodeURIComponent('/staff/settings')}`);
  },
};
