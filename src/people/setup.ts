// Who may become the first administrator, and with what name and password.

import { done, refused, type Outcome } from '#ground/outcome.ts';
import { tidy } from '#ground/text.ts';

export type SetupInput = {
  readonly name: string;
  readonly username: string;
  readonly password: string;
};

export type SetupRefusal =
  'name-missing' | 'username-unfit' | 'password-short' | 'username-taken' | 'link-used';

/** Tidies what was typed; the password is taken as it is. `shortestPassword` in characters. */
export function decideSetup(
  input: SetupInput,
  shortestPassword: number,
): Outcome<SetupInput, SetupRefusal> {
  const name = tidy(input.name);
  const username = tidy(input.username).toLowerCase();
  if (name === '' || name.length > 120) return refused('name-missing');
  if (!/^[a-z0-9][a-z0-9.-]{2,59}$/.test(username)) return refused('username-unfit');
  if ([...input.password].length < shortestPassword) return refused('password-short');
  return done({ name, username, password: input.password });
}
