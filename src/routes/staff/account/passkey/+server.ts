// What the browser is to ask the device to make, for whoever has shown who they are.

import type { RequestHandler } from '@sveltejs/kit';
import { askForNewPasskey } from '#people/server/passkey-commands.ts';
import { typedIn } from '../../../form-fields.ts';
import { comingFrom, putCookies } from '../../../session-cookies.ts';
import { ownerOf, sayOwn } from '../owner.ts';

export const POST: RequestHandler = async (event) => {
  const { signIn, language } = event.locals;
  const { password = '' } = typedIn(await event.request.formData());
  const owner = await ownerOf(event);
  const asked = await askForNewPasskey(signIn, owner, password, comingFrom(event));
  if (!asked.ok)
    return Response.json({ problem: sayOwn(asked.refusal, language) }, { status: 422 });
  putCookies(event.cookies, event.url, [asked.value.cookie]);
  return Response.json({ options: asked.value.options });
};
