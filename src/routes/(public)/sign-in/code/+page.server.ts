// The second page of signing in: a code of the authenticator, a recovery code, or a passkey.

import { redirect, type Actions } from '@sveltejs/kit';
import {
  enterWithCode,
  enterWithPasskey,
  findSecondStep,
} from '#people/server/sign-in-commands.ts';
import { signInWords } from '#people/sign-in.words.ts';
import { typedIn } from '../../../form-fields.ts';
import { comingFrom, safePath } from '../../../session-cookies.ts';
import { answerTo } from '../answers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const next = safePath(event.url.searchParams.get('next'), '/staff');
  if (event.locals.actor) redirect(303, next);
  const ways = await findSecondStep(event.locals.signIn, comingFrom(event));
  if (!ways) redirect(303, '/sign-in?over');
  return { next, ways };
};

export const actions: Actions = {
  code: async (event) => {
    const { code = '', next = '' } = typedIn(await event.request.formData());
    const entered = await enterWithCode(event.locals.signIn, code, comingFrom(event));
    const { wrong } = signInWords[event.locals.language].second;
    return answerTo(event, entered, { username: '', next }, wrong);
  },
  passkey: async (event) => {
    const { answer = '', next = '' } = typedIn(await event.request.formData());
    const given = { answer, shared: false };
    const entered = await enterWithPasskey(event.locals.signIn, given, comingFrom(event));
    const { passkeyFailed } = signInWords[event.locals.language];
    return answerTo(event, entered, { username: '', next }, passkeyFailed);
  },
};
