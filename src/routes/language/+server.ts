// Switches the language of the screens and goes back to where the person was.

import { redirect, type RequestHandler } from '@sveltejs/kit';

export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  cookies.set('language', form.get('language') === 'en' ? 'en' : 'vi', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: 60 * 60 * 24 * 365,
  });
  const back = String(form.get('back') ?? '/');
  // A path of this site only: '//host' would lead elsewhere.
  redirect(303, /^\/(?![/\\])/.test(back) ? back : '/');
};
