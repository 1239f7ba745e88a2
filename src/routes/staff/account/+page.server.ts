// One's own account: password, second factor, passkeys, sessions, the province's provider.

import { redirect, type Actions } from '@sveltejs/kit';
import { findId } from '#ground/id.ts';
import { isFresh } from '#people/session-life.ts';
import {
  changePassword,
  endOwnSessions,
  findAuthenticatorState,
  nameOwnSession,
} from '#people/server/account-commands.ts';
import { findLinkOf } from '#people/server/challenge-store.ts';
import { addPasskey, removeOwnPasskey } from '#people/server/passkey-commands.ts';
import { proveBeforeTying, untieProvider } from '#people/server/provider-commands.ts';
import { listPasskeys } from '#people/server/second-factor-store.ts';
import type { SignedIn } from '#people/server/sign-in.ts';
import { getCredential, listPlaceWords, listSessions } from '#people/server/sign-in-store.ts';
import { signInWords } from '#people/sign-in.words.ts';
import { typedIn } from '../../form-fields.ts';
import { comingFrom } from '../../session-cookies.ts';
import { ownerOf, refuseOwn, sayDone } from './owner.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const owner = await ownerOf(event);
  const { personId, name } = owner;
  const db = locals.signIn.as(personId);
  const { username } = await getCredential(db, personId);
  const places = await listPlaceWords(locals.db, personId);
  return {
    ownWords: [name, username, ...places],
    authenticator: (await findAuthenticatorState(locals.signIn, owner)).state,
    graceUntil: owner.graceUntil,
    isFresh: isFresh(owner.provedAt, new Date()),
    hasPasskeys: locals.signIn.passkeysFor(url) !== undefined,
    passkeys: (await listPasskeys(db, personId)).map(({ passkeyId, name, madeAt, usedOn }) => ({
      passkeyId,
      name,
      madeAt,
      usedOn,
    })),
    here: owner.sessionId,
    sessions: await listSessions(db, personId, new Date()),
    timeZone: locals.timeZone,
    provider: await providerOf(locals, owner),
    cameBack: backFrom(url, locals),
  };
};

async function providerOf({ signIn }: App.Locals, { personId }: SignedIn) {
  if (!signIn.provider) return undefined;
  const { name, issuer } = signIn.provider;
  const link = await findLinkOf(signIn.as(personId), issuer, personId);
  return { name, isTied: Boolean(link?.subject) };
}

/** What the provider's page led back with. */
function backFrom(url: URL, { language }: App.Locals) {
  const own = signInWords[language];
  const problems: Readonly<Record<string, string>> = own.provider;
  const problem = problems[url.searchParams.get('provider') ?? ''] ?? '';
  return { problem, said: url.searchParams.has('tied') ? own.account.tied : '' };
}

export const actions: Actions = {
  password: async (event) => {
    const { locals, request } = event;
    const owner = await ownerOf(event);
    const { current = '', next = '' } = typedIn(await request.formData());
    const words = await listPlaceWords(locals.db, owner.personId);
    const typed = { current, next, words };
    const changed = await changePassword(locals.signIn, owner, typed, new Date());
    return changed.ok
      ? sayDone('password', signInWords[locals.language].account.changed)
      : refuseOwn(changed.refusal, locals.language, 'password');
  },
  addPasskey: async (event) => {
    const { signIn, language } = event.locals;
    const { name = '', answer = '' } = typedIn(await event.request.formData());
    const given = { name, answer };
    const added = await addPasskey(signIn, await ownerOf(event), given, comingFrom(event));
    return added.ok
      ? sayDone('passkeys', signInWords[language].account.passkeyAdded)
      : refuseOwn(added.refusal, language, 'passkeys');
  },
  removePasskey: async (event) => {
    const { signIn, language } = event.locals;
    const typed = typedIn(await event.request.formData());
    const passkeyId = findId<'passkey'>(typed['passkeyId']);
    if (!passkeyId) return refuseOwn({ kind: 'not-found' }, language, 'passkeys');
    const given = { passkeyId, password: typed['password'] ?? '' };
    const removed = await removeOwnPasskey(signIn, await ownerOf(event), given, new Date());
    return removed.ok
      ? sayDone('passkeys', signInWords[language].account.passkeyRemoved)
      : refuseOwn(removed.refusal, language, 'passkeys');
  },
  name: async (event) => {
    const { signIn, language } = event.locals;
    const owner = await ownerOf(event);
    const { name = '' } = typedIn(await event.request.formData());
    const sessionId = findId<'session'>(owner.sessionId);
    const named = sessionId && (await nameOwnSession(signIn, owner, { sessionId, name }));
    return named?.ok
      ? sayDone('sessions', signInWords[language].account.named)
      : refuseOwn({ kind: 'not-found' }, language, 'sessions');
  },
  end: async (event) => {
    const { signIn, language } = event.locals;
    const typed = typedIn(await event.request.formData());
    const sessionId = findId<'session'>(typed['sessionId']);
    if (!sessionId) return refuseOwn({ kind: 'not-found' }, language, 'sessions');
    const ended = await endOwnSessions(signIn, await ownerOf(event), sessionId);
    return ended.ok
      ? sayDone('sessions', signInWords[language].account.ended(ended.value))
      : refuseOwn(ended.refusal, language, 'sessions');
  },
  endOthers: async (event) => {
    const { signIn, language } = event.locals;
    const ended = await endOwnSessions(signIn, await ownerOf(event), undefined);
    return ended.ok
      ? sayDone('sessions', signInWords[language].account.ended(ended.value))
      : refuseOwn(ended.refusal, language, 'sessions');
  },
  untie: async (event) => {
    const { signIn, language } = event.locals;
    const { password = '' } = typedIn(await event.request.formData());
    const untied = await untieProvider(signIn, await ownerOf(event), password, new Date());
    return untied.ok
      ? sayDone('provider', signInWords[language].account.untied)
      : refuseOwn(untied.refusal, language, 'provider');
  },
  tie: async (event) => {
    const { signIn, language } = event.locals;
    const { password = '' } = typedIn(await event.request.formData());
    const proved = await proveBeforeTying(signIn, await ownerOf(event), password, new Date());
    if (!proved.ok) return refuseOwn(proved.refusal, language, 'provider');
    redirect(303, '/staff/account/provider');
  },
};
