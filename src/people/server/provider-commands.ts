// Signing in through the province's own identity provider (OpenID Connect), and being tied to it.

import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { PersonId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { inTransaction } from '#ground/server/db.ts';
import { tidy } from '#ground/text.ts';
import type { Actor } from '../person.ts';
import { isFresh } from '../session-life.ts';
import {
  changeSafety,
  provePassword,
  proveSelf,
  recordOwn,
  type NotProved,
  type Owner,
} from './account-change.ts';
import { helpPerson, type Help, type HelpRefusal } from './account-help.ts';
import {
  findLinkedPerson,
  putLink,
  removeLink,
  takeChallenge,
  tieExpectedName,
} from './challenge-store.ts';
import {
  afterFirstFactor,
  askedBy,
  enter,
  keepChallenge,
  type Entered,
  type From,
} from './entering.ts';
import { noticeTo } from './security-notices.ts';
import { isSame } from './sign-in-codes.ts';
import type { SessionCookie } from './sign-in-library.ts';
import { getCredential, proveSession } from './sign-in-store.ts';
import type { Provider, SignIn } from './sign-in.ts';

const providerCookie = 'binh-yen.provider';
export const providerPath = '/sign-in/provider/back';

export type ProviderRefusal = 'no-provider' | 'provider-silent' | 'provider-refused';
type Leaving = { readonly address: string; readonly cookie: SessionCookie };
type Going = { readonly next: string; readonly shared: boolean; readonly tie?: Owner };

/**
 * Where the browser goes to sign in; `tie`: who is signed in here and wants to be known there. That
 * opens a new way into the account, so only for whoever has shown a moment ago who they are.
 */
export async function leaveForProvider(
  signIn: SignIn,
  going: Going,
  from: From,
): Promise<Outcome<Leaving, ProviderRefusal | 'over'>> {
  if (!signIn.provider) return refused('no-provider');
  if (going.tie && !isFresh(going.tie.provedAt, from.now)) return refused('over');
  const door = await signIn.provider.open();
  if (!door) return refused('provider-silent');
  const asked = {
    state: randomText(),
    nonce: randomText(),
    codeVerifier: randomText(),
    redirectTo: signIn.originFor(from.url) + providerPath,
  };
  const challenge = {
    purpose: 'provider',
    personId: going.tie?.personId ?? null,
    content: { ...asked, next: going.next, shared: going.shared ? 'yes' : '' },
  } as const;
  const cookie = await keepChallenge(signIn, challenge, from, providerCookie);
  return done({ address: (await door.addressFor(asked)).href, cookie });
}

const randomText = (): string => randomBytes(32).toString('base64url');

type Asked = {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly redirectTo: string;
};
export type Back =
  | { readonly kind: 'entered'; readonly entered: Entered; readonly next: string }
  | { readonly kind: 'tied' };
export type BackRefusal = ProviderRefusal | 'over' | 'unknown-person' | 'taken';

/** What the provider sent back with the browser; each journey counts once. */
export async function comeBackFromProvider(
  signIn: SignIn,
  query: URLSearchParams,
  owner: Owner | undefined,
  from: From,
): Promise<Outcome<Back, BackRefusal>> {
  if (!signIn.provider) return refused('no-provider');
  const waiting = await takeChallenge(signIn.as(null), askedBy(from, 'provider', providerCookie));
  const { next = '', shared, ...rest } = waiting?.content ?? {};
  const asked = rest as Asked;
  if (!waiting || !isSame(asked.state, query.get('state') ?? '')) return refused('over');
  const said = await readAnswer(signIn.provider, query.get('code') ?? '', asked);
  if (!said) return refused('provider-refused');
  if (waiting.personId) return tie(signIn, waiting.personId, owner, said.sub);
  const personId = await findPersonOf(signIn, signIn.provider.issuer, said);
  if (!personId) return refused('unknown-person');
  const { username } = await getCredential(signIn.as(personId), personId);
  const how = { shared: shared === 'yes', strong: saysTwoFactors(signIn.provider, said) };
  const person = { personId, username };
  const entered = how.strong
    ? await enter(signIn, person, how, from)
    : await afterFirstFactor(signIn, person, how.shared, from);
  return done({ kind: 'entered', entered, next });
}

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const claims = v.object({
  sub: text,
  preferred_username: v.optional(text),
  acr: v.optional(text),
  amr: v.optional(v.array(text), []),
});
type Claims = v.InferOutput<typeof claims>;

async function readAnswer(
  provider: Provider,
  code: string,
  asked: Asked,
): Promise<Claims | undefined> {
  const door = await provider.open();
  const said = code && door ? await door.readAnswer(code, asked) : undefined;
  const parsed = v.safeParse(claims, said);
  return parsed.success ? parsed.output : undefined;
}

const saysTwoFactors = ({ secondFactorWords }: Provider, { acr, amr }: Claims): boolean =>
  [acr, ...amr].some((word) => word !== undefined && secondFactorWords.includes(word));

/** Tied before; or an administrator wrote down this very user name, and now is the first time. */
async function findPersonOf(
  signIn: SignIn,
  issuer: string,
  { sub, preferred_username: name }: Claims,
): Promise<PersonId | undefined> {
  const known = await findLinkedPerson(signIn.as(null), issuer, sub);
  if (known || name === undefined) return known;
  return inTransaction(signIn.as(null), async (tx) => {
    const personId = await tieExpectedName(tx, issuer, sub, name.toLowerCase());
    if (!personId) return undefined;
    await recordOwn(tx, personId, 'tie provider');
    await noticeTo(tx, personId, 'tie provider');
    return personId;
  });
}

/** Only for whoever is still signed in as the person who left. */
async function tie(
  signIn: SignIn,
  personId: PersonId,
  owner: Owner | undefined,
  subject: string,
): Promise<Outcome<Back, BackRefusal>> {
  if (owner?.personId !== personId) return refused('over');
  const { issuer } = signIn.provider ?? { issuer: '' };
  const link = { personId, subject, expectedName: null };
  const tied = await changeSafety(signIn, owner, 'tie provider', (tx) => putLink(tx, issuer, link));
  return tied ? done({ kind: 'tied' }) : refused('taken');
}

/** The password before tying: from now on the session counts as just proved. */
export async function proveBeforeTying(
  signIn: SignIn,
  owner: Owner & { readonly strong: boolean },
  password: string,
  now: Date,
): Promise<Outcome<true, NotProved>> {
  const notProved = await provePassword(signIn, owner, password, now);
  if (notProved) return refused(notProved);
  await proveSession(signIn.as(owner.personId), owner.sessionId, { strong: owner.strong, now });
  return done(true);
}

export async function untieProvider(
  signIn: SignIn,
  owner: Owner,
  password: string,
  now: Date,
): Promise<Outcome<true, NotProved | { readonly kind: 'not-found' }>> {
  const notProved = await proveSelf(signIn, owner, password, now);
  if (notProved) return refused(notProved);
  const untied = await changeSafety(signIn, owner, 'untie provider', (tx) =>
    removeLink(tx, owner.personId),
  );
  return untied ? done(true) : refused({ kind: 'not-found' });
}

type Expected = Help & { readonly name: string };
export type ExpectRefusal = HelpRefusal | 'no-provider' | 'taken' | 'name-missing';

/** An administrator writes down whom the provider calls by this user name. */
export async function expectAtProvider(
  signIn: SignIn,
  actor: Actor,
  { name, ...help }: Expected,
): Promise<Outcome<true, ExpectRefusal>> {
  const { provider } = signIn;
  const expectedName = tidy(name).toLowerCase().slice(0, 255);
  return helpPerson<ExpectRefusal>(signIn, actor, help, 'expect at provider', async (tx) => {
    if (!provider) return 'no-provider';
    if (expectedName === '') return 'name-missing';
    const link = { personId: help.personId, subject: null, expectedName };
    return (await putLink(tx, provider.issuer, link)) ? undefined : 'taken';
  });
}
