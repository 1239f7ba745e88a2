// What a try to sign in is answered with: in, on to the second page, or a sentence.

import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { peopleWords } from '#people/people.words.ts';
import type { Entered } from '#people/server/entering.ts';
import { signInWords } from '#people/sign-in.words.ts';
import { putCookies, safePath } from '../../session-cookies.ts';

type Typed = { readonly username: string; readonly next: string };

/** Signed in it leads away; otherwise it says why not, with what was typed. */
export function answerTo(
  { cookies, url, locals, setHeaders }: RequestEvent,
  entered: Entered,
  { username, next }: Typed,
  wrong: string = peopleWords[locals.language].wrong,
) {
  const own = signInWords[locals.language];
  if (entered.step === 'in') {
    putCookies(cookies, url, entered.cookies);
    redirect(303, safePath(next, '/staff'));
  }
  if (entered.step === 'second') {
    putCookies(cookies, url, entered.cookies);
    redirect(303, `/sign-in/code?next=${encodeURIComponent(safePath(next, '/staff'))}`);
  }
  if (entered.step === 'over') redirect(303, '/sign-in?over');
  if (entered.step === 'again') return fail(409, { problem: own.passkeyAgain, username });
  if (entered.step === 'no-role') return fail(403, { problem: own.noRole, username });
  if (entered.step === 'wrong') return fail(400, { problem: wrong, username });
  setHeaders({ 'retry-after': String(entered.seconds) });
  return fail(429, { problem: own.wait(entered.seconds), username });
}
