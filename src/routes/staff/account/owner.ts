// Whose account it is, and what a change of it is answered with.

import { error, fail, type RequestEvent } from '@sveltejs/kit';
import type { Language } from '#ground/words.ts';
import type { NotProved } from '#people/server/account-change.ts';
import type { SignedIn } from '#people/server/sign-in.ts';
import { signInWords } from '#people/sign-in.words.ts';

export async function ownerOf({ locals, request }: RequestEvent): Promise<SignedIn> {
  const owner = await locals.signIn.findPerson(request.headers, locals.today);
  if (!owner) error(401);
  return owner;
}

type Kind = keyof (typeof signInWords)['vi']['refusal'];
export type OwnRefusal = NotProved | { readonly kind: Kind };

export function sayOwn(refusal: OwnRefusal, language: Language): string {
  const own = signInWords[language];
  return refusal.kind === 'wait' ? own.wait(refusal.seconds) : own.refusal[refusal.kind];
}

/** `at`: which of the page's forms was sent. */
export const refuseOwn = (refusal: OwnRefusal, language: Language, at: string) =>
  fail(refusal.kind === 'wait' ? 429 : 422, { at, problem: sayOwn(refusal, language), said: '' });

export const sayDone = (at: string, said: string) => ({ at, problem: '', said });
