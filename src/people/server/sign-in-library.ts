// Sessions and their cookies, and the way to another provider: the only file that knows better-auth.

import { kyselyAdapter } from '@better-auth/kysely-adapter';
import { createAuthEndpoint } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { parseSetCookieHeader, setSessionCookie } from 'better-auth/cookies';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import * as v from 'valibot';
import type { PersonId } from '#ground/id.ts';
import { standardTypes } from '#ground/server/db-values.ts';
import { openDatabase, pageLimits, type Database } from '#ground/server/db.ts';
import { expiryOf, hourOf } from '../session-life.ts';

export type SessionCookie = {
  readonly name: string;
  readonly value: string;
  /** Seconds; 0 removes the cookie, undefined keeps it until the browser is closed. */
  readonly maxAge: number | undefined;
};

export type FoundSession = {
  readonly sessionId: string;
  readonly personId: PersonId;
  readonly name: string;
  /** Whether the person came with the demo. */
  readonly demo: boolean;
  readonly shared: boolean;
  /** Whether two factors were shown. */
  readonly strong: boolean;
  readonly provedAt: Date;
  readonly begunAt: Date;
  readonly expiresAt: Date;
};

export type NewSession = {
  readonly personId: PersonId;
  readonly shared: boolean;
  readonly strong: boolean;
};

export type Library = {
  readonly begin: (session: NewSession, now: Date) => Promise<readonly SessionCookie[]>;
  /** Of the cookies of a request; undefined where they are nobody's, or their time is over. */
  readonly find: (headers: Headers) => Promise<FoundSession | undefined>;
  readonly close: (headers: Headers) => Promise<readonly SessionCookie[]>;
  /** Undefined where the provider cannot be reached or says nothing usable. */
  readonly findProvider: (settings: ProviderSettings) => Promise<ProviderDoor | undefined>;
  readonly end: () => Promise<void>;
};

export type ProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

export type ProviderDoor = {
  readonly issuer: string;
  readonly addressFor: (asked: ProviderAsked) => Promise<URL>;
  /** What the provider says in a token it signed for us and for this very sign-in. */
  readonly readAnswer: (code: string, asked: ProviderAsked) => Promise<object | undefined>;
};

export type ProviderAsked = {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly redirectTo: string;
};

export function openLibrary(settings: {
  readonly databaseUrl: string;
  readonly origin: string;
  readonly secret: string;
}): Library {
  // Its own connections: the library compares Date objects, our stores read instants as text.
  const db = openDatabase(settings.databaseUrl, { values: standardTypes, limits: pageLimits });
  const auth = makeAuth(db, settings);
  return {
    begin: async (session, now) => {
      const body = { ...session, now: now.getTime() };
      return cookiesOf(await auth.api.beginSession({ body, asResponse: true }));
    },
    find: async (headers) => {
      const found = await auth.api.getSession({ headers });
      return found ? sessionFrom(found) : undefined;
    },
    close: async (headers) => cookiesOf(await auth.api.signOut({ headers, asResponse: true })),
    findProvider: (provider) => findDoor(settings, provider),
    end: () => db.destroy(),
  };
}

type Auth = ReturnType<typeof makeAuth>;

const sessionFrom = ({ session, user }: Auth['$Infer']['Session']): FoundSession => ({
  sessionId: session.id,
  personId: user.id as PersonId,
  name: user.name,
  demo: user.demo,
  shared: session.shared,
  strong: session.strong,
  provedAt: session.provedAt,
  begunAt: session.createdAt,
  expiresAt: session.expiresAt,
});

// The library's names on the left, ours on the right.
const dated = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;
const tables = {
  user: {
    modelName: 'person',
    fields: { ...dated, emailVerified: 'email_verified' },
    additionalFields: {
      username: { type: 'string', required: true, input: false },
      demo: { type: 'boolean', required: true, input: false },
    },
  },
  session: {
    modelName: 'sign_in_session',
    fields: {
      ...dated,
      userId: 'person_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
    },
    additionalFields: {
      shared: { type: 'boolean', required: true, input: false },
      strong: { type: 'boolean', required: true, input: false },
      usedHour: { type: 'date', required: true, input: false, fieldName: 'used_hour' },
      provedAt: { type: 'date', required: true, input: false, fieldName: 'proved_at' },
    },
    // The cookie stays as long as browsers keep one; when the session ends is ours to say.
    expiresIn: 400 * 24 * 60 * 60,
    disableSessionRefresh: true,
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

function makeAuth(db: Database, settings: { readonly origin: string; readonly secret: string }) {
  return betterAuth({
    ...tables,
    baseURL: settings.origin,
    secret: settings.secret,
    database: kyselyAdapter(db, { type: 'postgres' }),
    telemetry: { enabled: false },
    logger: { level: 'error' },
    advanced: {
      cookiePrefix: 'binh-yen',
      // The port binds every cookie of ours to the host under https.
      useSecureCookies: false,
      database: { generateId: () => crypto.randomUUID() },
      // Where people sign in from is not kept.
      ipAddress: { disableIpTracking: true },
    },
    plugins: [ownDoor],
  });
}

const newSession = v.object({
  personId: v.pipe(v.string(), v.uuid()),
  shared: v.boolean(),
  strong: v.boolean(),
  now: v.number(),
});

/** However people showed who they are, their sessions begin here and are of one kind. */
const ownDoor = {
  id: 'own-door',
  endpoints: {
    beginSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: newSession },
      async (ctx) => {
        const { personId, shared, strong } = ctx.body;
        const now = new Date(ctx.body.now);
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(personId);
        if (!user) throw new Error('a session of nobody');
        const own = { shared, strong, usedHour: hourOf(now), provedAt: now };
        const times = { expiresAt: expiryOf(shared, now), userAgent: '', ipAddress: '' };
        const session = await internalAdapter.createSession(
          personId,
          shared,
          { ...own, ...times },
          true,
        );
        await setSessionCookie(ctx, { session, user }, shared);
        return ctx.json({});
      },
    ),
  },
} as const;

function cookiesOf(response: Response): readonly SessionCookie[] {
  const header = response.headers.getSetCookie().join(', ');
  return [...parseSetCookieHeader(header)].map(([name, cookie]) => ({
    name,
    value: cookie.value,
    maxAge: cookie['max-age'],
  }));
}

/**
 * The library's provider, without its accounts: who somebody is here is decided by our own links,
 * never by a mail address. Looked for when it is first needed, so that a provider that is down
 * keeps nobody from starting.
 */
async function findDoor(
  own: { readonly origin: string; readonly secret: string },
  { issuer, clientId, clientSecret }: ProviderSettings,
): Promise<ProviderDoor | undefined> {
  const discoveryUrl = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const config = {
    providerId: 'province',
    discoveryUrl,
    clientId,
    clientSecret,
    scopes: ['openid', 'profile'],
    requireIdTokenVerification: true,
    getUserInfo: ({ idToken }: { idToken?: string | undefined }) =>
      Promise.resolve({ ...claimsOf(idToken), emailVerified: false }),
  };
  const asked = betterAuth({
    baseURL: own.origin,
    secret: own.secret,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    plugins: [genericOAuth({ config: [config] })],
  });
  const [provider] = (await asked.$context).socialProviders;
  // The issuer's own word must be the one we were told to trust.
  if (!provider || provider.issuer !== issuer) return undefined;
  return {
    issuer,
    addressFor: async ({ state, nonce, codeVerifier, redirectTo }) =>
      provider.createAuthorizationURL({
        state,
        codeVerifier,
        redirectURI: redirectTo,
        idTokenNonce: nonce,
      }),
    readAnswer: async (code, { codeVerifier, redirectTo, nonce }) => {
      const asked = { code, codeVerifier, redirectURI: redirectTo };
      const tokens = await provider.validateAuthorizationCode(asked).catch(() => undefined);
      if (!tokens?.idToken) return undefined;
      const checked = { ...tokens, expectedIdTokenNonce: nonce };
      return (await provider.getUserInfo(checked))?.data;
    },
  };
}

/** Read only after the library has checked signature, issuer, audience, time and nonce. */
const claimsOf = (token: string | undefined): object =>
  JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString('utf8')) as object;
