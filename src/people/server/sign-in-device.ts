// The browser that signed in before: a signed cookie gives it a count of its own among wrong passwords.

import { randomBytes } from 'node:crypto';
import { isSame, type Seals } from './sign-in-codes.ts';

export const deviceCookie = 'binh-yen.device';
/** Seconds: the longest a browser keeps a cookie. */
export const deviceAge = 400 * 24 * 60 * 60;
/** People of one family or office who share a browser. */
const mostNames = 6;

type Signer = Pick<Seals, 'sign'>;

/** The device's id, if this browser has signed in under the name before. It opens nothing. */
export function findDevice(value: string | undefined, name: string, signer: Signer) {
  const [id = '', ...marks] = (value ?? '').slice(0, 1000).split('.');
  const own = markOf(id, name, signer);
  return id && marks.some((mark) => isSame(mark, own)) ? id : undefined;
}

/** What the cookie says once this name has signed in. It names nobody: the marks are keyed hashes. */
export function rememberDevice(value: string | undefined, name: string, signer: Signer): string {
  const [given = '', ...marks] = (value ?? '').slice(0, 1000).split('.');
  const id = /^[\w-]{22}$/.test(given) ? given : randomBytes(16).toString('base64url');
  const own = markOf(id, name, signer);
  const others = (id === given ? marks : []).filter((mark) => mark !== own);
  return [id, own, ...others].slice(0, mostNames + 1).join('.');
}

const markOf = (id: string, name: string, { sign }: Signer): string =>
  sign(`${id} ${name.toLowerCase()}`).slice(0, 24);
