// What the browser is to ask of a passkey: a question of its own for every try.

import type { RequestHandler } from '@sveltejs/kit';
import { askForPasskey } from '#people/server/sign-in-commands.ts';
import { signInWords } from '#people/sign-in.words.ts';
import { typedIn } from '../../../form-fields.ts';
import { comingFrom, putCookies } from '../../../session-cookies.ts';

export const POST: RequestHandler = async (event) => {
  const { username = '' } = typedIn(await event.request.formData());
  const from = comingFrom(event);
  const asked = await askForPasskey(event.locals.signIn, username.trim() || undefined, from);
  if (!asked) {
    const problem = signInWords[event.locals.language].refusal['no-passkeys-here'];
    return Response.json({ problem }, { status: 422 });
  }
  putCookies(event.cookies, event.url, [asked.cookie]);
  return Response.json({ options: asked.options });
};
