// The one-time link of the first start: makes the first administrator.

import { fail, redirect, type Actions } from '@sveltejs/kit';
import { isSetupOpen, setUpAdministrator } from '#people/server/commands.ts';
import { shortestPassword } from '#people/server/sign-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const token = url.searchParams.get('token') ?? '';
  return { token, shortestPassword, open: await isSetupOpen(locals.db, token) };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const text = (name: string): string => String(form.get(name) ?? '').slice(0, 300);
    const input = {
      token: text('token'),
      name: text('name'),
      username: text('username'),
      password: text('password'),
    };
    const made = await setUpAdministrator(locals.db, locals.signIn, input, locals.today);
    if (!made.ok) {
      return fail(400, { refusal: made.refusal, name: input.name, username: input.username });
    }
    redirect(303, '/sign-in?ready');
  },
};
