// Signing in and out, through better-auth; the only file that knows the library.

import { createHmac } from 'node:crypto';
import { kyselyAdapter } from '@better-auth/kysely-adapter';
import { betterAuth } from 'better-auth/minimal';
import { parseSetCookieHeader } from 'better-auth/cookies';
import { hashPassword } from 'better-auth/crypto';
import { username } from 'better-auth/plugins/username';
import type { PersonId } from '#ground/id.ts';
import { standardTypes } from '#ground/server/db-values.ts';
import { openDatabase, type Database } from '#ground/server/db.ts';
import { countTries } from '../tries.ts';

/** Passwords shorter than this are refused (characters). */
export const shortestPassword = 10;

export type SessionCookie = {
  readonly name: string;
  readonly value: string;
  /** Seconds; 0 removes the cookie. */
  readonly maxAge: number;
};

export type SignIn = {
  /** Whether this name was tried so often that nothing is tried for it for a while. */
  readonly mustWait: (name: string) => boolean;
  /** The session cookies of a person, or undefined for a wrong name or password, or while it must wait. */
  readonly open: (name: string, password: string) => Promise<readonly SessionCookie[] | undefined>;
  readonly close: (headers: Headers) => Promise<readonly SessionCookie[]>;
  readonly findPerson: (
    headers: Headers,
  ) => Promise<{ readonly personId: PersonId; readonly name: string } | undefined>;
  /** False where the current password is not right. Ends every other session of the person. */
  readonly changePassword: (headers: Headers, current: string, next: string) => Promise<boolean>;
  readonly hash: (password: string) => Promise<string>;
  /** People of the demo have no password to know; the server derives it from its own secret. */
  readonly demoPassword: (name: string) => string;
  readonly end: () => Promise<void>;
};

export function openSignIn(settings: {
  readonly databaseUrl: string;
  readonly origin: string;
  readonly secret: string;
}): SignIn {
  // Its own connections: the library compares Date objects, our stores read instants as text.
  const db = openDatabase(settings.databaseUrl, { values: standardTypes });
  const auth = makeAuth(db, settings);
  const tries = countTries();
  return {
    mustWait: (name) => tries.mustWait(name, Date.now()),
    open: async (name, password) => {
      // Counted before the answer is known: many tries at once are many tries.
      if (tries.mustWait(name, Date.now())) return undefined;
      tries.add(name, Date.now());
      const response = await auth.api.signInUsername({
        body: { username: name, password, rememberMe: true },
        asResponse: true,
      });
      if (!response.ok) return undefined;
      tries.forget(name);
      return cookiesOf(response);
    },
    close: async (headers) => cookiesOf(await auth.api.signOut({ headers, asResponse: true })),
    findPerson: async (headers) => {
      const session = await auth.api.getSession({ headers });
      return session
        ? { personId: session.user.id as PersonId, name: session.user.name }
        : undefined;
    },
    changePassword: async (headers, currentPassword, newPassword) => {
      const body = { currentPassword, newPassword, revokeOtherSessions: false };
      const response = await auth.api.changePassword({ headers, body, asResponse: true });
      if (response.ok) await auth.api.revokeOtherSessions({ headers });
      return response.ok;
    },
    hash: hashPassword,
    demoPassword: (name) =>
      createHmac('sha256', settings.secret).update(`demo ${name}`).digest('base64url'),
    end: () => db.destroy(),
  };
}

// The library's names on the left, ours on the right.
const dated = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;
const tables = {
  user: { modelName: 'person', fields: { ...dated, emailVerified: 'email_verified' } },
  session: {
    modelName: 'sign_in_session',
    fields: {
      ...dated,
      userId: 'person_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
    },
  },
  account: {
    modelName: 'sign_in_account',
    fields: {
      ...dated,
      userId: 'person_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
    },
  },
  verification: {
    modelName: 'sign_in_verification',
    fields: { ...dated, expiresAt: 'expires_at' },
  },
} as const;

const byName = username({
  schema: { user: { fields: { displayUsername: 'display_username' } } },
  maxUsernameLength: 60,
  usernameValidator: (name) => /^[a-z0-9][a-z0-9.-]*$/i.test(name),
});

function makeAuth(db: Database, settings: { readonly origin: string; readonly secret: string }) {
  return betterAuth({
    ...tables,
    baseURL: settings.origin,
    secret: settings.secret,
    database: kyselyAdapter(db, { type: 'postgres' }),
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: 200,
    },
    advanced: {
      cookiePrefix: 'binh-yen',
      database: { generateId: () => crypto.randomUUID() },
      // Where people sign in from is not kept.
      ipAddress: { disableIpTracking: true },
    },
    plugins: [byName],
  });
}

function cookiesOf(response: Response): readonly SessionCookie[] {
  const header = response.headers.getSetCookie().join(', ');
  return [...parseSetCookieHeader(header)].map(([name, cookie]) => ({
    name,
    value: cookie.value,
    maxAge: cookie['max-age'] ?? 0,
  }));
}
