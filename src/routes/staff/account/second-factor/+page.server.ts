// Two-step sign-in of one's own account: on by a first code, recovery codes shown once, off again.

import type { Actions } from '@sveltejs/kit';
import { qrSvg } from '#people/qr.ts';
import {
  confirmFirstCode,
  findAuthenticatorState,
  renewRecoveryCodes,
  startAuthenticator,
  turnOffAuthenticator,
} from '#people/server/account-commands.ts';
import { getCredential } from '#people/server/sign-in-store.ts';
import { isFresh } from '#people/session-life.ts';
import { signInWords } from '#people/sign-in.words.ts';
import { typedIn } from '../../../form-fields.ts';
import { ownerOf, refuseOwn, sayDone } from '../owner.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const owner = await ownerOf(event);
  const { signIn } = event.locals;
  const found = await findAuthenticatorState(signIn, owner);
  const fresh = isFresh(owner.provedAt, new Date());
  const { username } = await getCredential(signIn.as(owner.personId), owner.personId);
  return {
    username,
    mustEnrol: owner.mustEnrol,
    graceUntil: owner.graceUntil,
    isFresh: fresh,
    codesLeft: found.state === 'on' ? found.codesLeft : 0,
    state: found.state === 'begun' && !fresh ? ('off' as const) : found.state,
    // Shown only to whoever has just shown who they are.
    begun:
      found.state === 'begun' && fresh
        ? { qr: qrSvg(found.address), key: (found.secret.match(/.{1,4}/g) ?? []).join(' ') }
        : undefined,
  };
};

export const actions: Actions = {
  start: async (event) => {
    const { signIn, language } = event.locals;
    const { password = '' } = typedIn(await event.request.formData());
    const started = await startAuthenticator(signIn, await ownerOf(event), password, new Date());
    return started.ok ? sayDone('start', '') : refuseOwn(started.refusal, language, 'start');
  },
  confirm: async (event) => {
    const { signIn, language } = event.locals;
    const { code = '' } = typedIn(await event.request.formData());
    const on = await confirmFirstCode(signIn, await ownerOf(event), code, new Date());
    return on.ok
      ? { ...sayDone('confirm', ''), codes: on.value }
      : refuseOwn(on.refusal, language, 'confirm');
  },
  renew: async (event) => {
    const { signIn, language } = event.locals;
    const { code = '' } = typedIn(await event.request.formData());
    const renewed = await renewRecoveryCodes(signIn, await ownerOf(event), code, new Date());
    return renewed.ok
      ? { ...sayDone('renew', ''), codes: renewed.value }
      : refuseOwn(renewed.refusal, language, 'renew');
  },
  off: async (event) => {
    const { signIn, language } = event.locals;
    const { password = '', code = '' } = typedIn(await event.request.formData());
    const typed = { password, code };
    const off = await turnOffAuthenticator(signIn, await ownerOf(event), typed, new Date());
    return off.ok
      ? sayDone('off', signInWords[language].authenticator.turnedOff)
      : refuseOwn(off.refusal, language, 'off');
  },
};
