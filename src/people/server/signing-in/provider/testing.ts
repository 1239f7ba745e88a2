// For tests: a real OpenID Connect server on this machine, and a browser that signs in there.

import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider from 'oidc-provider';
import { providerPath } from '../../provider-commands.ts';

export const origin = 'http://localhost:4000';
const client = { clientId: 'binh-yen', clientSecret: 'a secret of this test, long enough' };

/** Who signs in there next, and by what the provider says it knew them. */
export type There = {
  readonly sub: string;
  readonly username: string;
  readonly amr: readonly string[];
};

export const settingFor = (at: string) => ({
  ...client,
  issuer: at,
  name: 'Tỉnh Ví Dụ',
  secondFactorWords: ['mfa'],
});

/** Asks for PKCE; its people are whoever `there` says. */
export const providerAt = (at: string, there: () => There): Provider =>
  new Provider(at, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [origin + providerPath],
      },
    ],
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'amr', 'acr'], profile: ['preferred_username'] },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, preferred_username: there().username }),
    }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        accountId: ctx.oidc.session?.accountId ?? '',
        clientId: ctx.oidc.client?.clientId ?? '',
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    cookies: { keys: ['cookies of this test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `${signInPage}${uid}` },
    ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, IdToken: 60 },
  });

const signInPage = '/its-own-sign-in/';

/** Its page of signing in, where `there` is known at once. */
export async function answerAt(
  provider: Provider,
  there: There,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!request.url?.startsWith(signInPage)) return provider.callback()(request, response);
  const login = { accountId: there.sub, amr: [...there.amr] };
  await provider.interactionFinished(request, response, { login });
}

/** A browser at the provider: follows it, signs in as `there.sub`, and stops at the way back to us. */
export async function signInThere(address: string): Promise<URLSearchParams> {
  const jar = new Map<string, string>();
  let next = address;
  for (let hop = 0; hop < 12; hop += 1) {
    if (next.startsWith(origin)) return new URL(next).searchParams;
    const response = await visit(next, jar);
    next = new URL(response.headers.get('location') ?? '', next).href;
  }
  throw new Error('the provider never led back');
}

async function visit(address: string, jar: Map<string, string>) {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(address, { redirect: 'manual', headers: { cookie } });
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    jar.set(name, value);
  }
  return response;
}
