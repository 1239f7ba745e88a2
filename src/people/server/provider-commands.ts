// Signing in through the province's own identity provider (OpenID Connect), and being tied to it.

import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { PersonId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction } from '#ground/server/db.ts';
import { tidy } from '#ground/text.ts';
import { may } from '../may.ts';
import type { Actor } from '../person.ts';
import { changeSafety, recordOwn, type Owner } from './account-change.ts';
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
import { getCredential } from './sign-in-store.ts';
import type { Provider, SignIn } from './sign-in.ts';

const providerCookie = 'binh-yen.provider';
export const providerPath = '/sign-in/provider/back';

export type ProviderRefusal = 'no-provider' | 'provider-silent' | 'provider-refused';
type Leaving = { readonly address: string; readonly cookie: SessionCookie };
type Going = { readonly next: string; readonly shared: boolean; readonly tie?: Owner };

/** Where the browser goes to sign in; `tie`: who is signed in here and wants to be known there. */
export async function leaveForProvider(
  signIn: SignIn,
  going: Going,
  from: From,
): Promise<Outcome<Leaving, ProviderRefusal>> {
  if (!signIn.provider) return refused('no-provider');
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

export const untieProvider = (signIn: SignIn, owner: Owner): Promise<boolean> =>
  changeSafety(signIn, owner, 'untie provider', (tx) => removeLink(tx, owner.personId));

type Expected = { readonly personId: PersonId; readonly name: string };

/** An administrator writes down whom the provider calls by this user name. */
export async function expectAtProvider(
  signIn: SignIn,
  actor: Actor,
  { personId, name }: Expected,
): Promise<Outcome<true, 'forbidden' | 'no-provider' | 'taken' | 'name-missing'>> {
  if (!may(actor, 'invite person')) return refused('forbidden');
  if (!signIn.provider) return refused('no-provider');
  const expectedName = tidy(name).toLowerCase().slice(0, 255);
  if (expectedName === '') return refused('name-missing');
  const { issuer } = signIn.provider;
  return inTransaction(signIn.as(actor.personId), async (tx) => {
    if (!(await putLink(tx, issuer, { personId, subject: null, expectedName })))
      return refused('taken');
    await appendAudit(tx, {
      siteId: null,
      personId: actor.personId,
      command: 'expect at provider',
      record: `person ${personId}`,
    });
    return done(true);
  });
}
