// What name, user name and password a person may be given.

import { done, refused, type Outcome } from '#ground/outcome.ts';
import { tidy } from '#ground/text.ts';
import type { PasswordRefusal } from './password.ts';

export type NewName = { readonly name: string; readonly username: string };
export type SetupInput = NewName & { readonly password: string };

export type NameRefusal = 'name-missing' | 'username-unfit';
export type SetupRefusal = NameRefusal | PasswordRefusal | 'username-taken' | 'link-used';

/** Tidied; a user name has 3 to 60 lower-case letters, digits, dots and hyphens. */
export function decideName(input: NewName): Outcome<NewName, NameRefusal> {
  const name = tidy(input.name);
  const username = tidy(input.username).toLowerCase();
  if (name === '' || name.length > 120) return refused('name-missing');
  if (!/^[a-z0-9][a-z0-9.-]{2,59}$/.test(username)) return refused('username-unfit');
  return done({ name, username });
}

/** The password is taken as it is; `shortestPassword` in characters. */
export function decideSetup(
  input: SetupInput,
  shortestPassword: number,
): Outcome<SetupInput, SetupRefusal> {
  const named = decideName(input);
  if (!named.ok) return named;
  if (Array.from(input.password).length < shortestPassword) return refused('password-short');
  return done({ ...named.value, password: input.password });
}
