// Switches the language of the screens and goes back to where the person was.

import { redirect, type RequestHandler } from '@sveltejs/kit';
import { typedIn } from '../form-fields.ts';
import { safePath } from '../session-cookies.ts';

export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const { language, back = '/' } = typedIn(await request.formData());
  cookies.set('language', language === 'en' ? 'en' : 'vi', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: 60 * 60 * 24 * 365,
  });
  redirect(303, safePath(back, '/'));
};
