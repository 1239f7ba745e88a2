// The parts of signing in, opened once: sessions, counts of wrong tries, keys, passkeys, a provider.

import { createHmac, randomBytes } from 'node:crypto';
import type { Day } from '#ground/day.ts';
import type { PersonId } from '#ground/id.ts';
import { openDatabase, pageLimits, withReach, type Database } from '#ground/server/db.ts';
import { nextExpiry } from '../session-life.ts';
import { codeSlopes, countTries, invitationSlopes, passwordSlopes, type Tries } from '../tries.ts';
import { sealsFrom, type Seals } from './sign-in-codes.ts';
import {
  openLibrary,
  type FoundSession,
  type Library,
  type ProviderDoor,
  type ProviderSettings,
  type SessionCookie,
} from './sign-in-library.ts';
import { passkeysAt, type Passkeys } from './sign-in-passkeys.ts';
import { hashPassword } from './sign-in-password.ts';
import { findNeed, moveSessionOn } from './sign-in-store.ts';

export type SignIn = {
  /** As the login that may read passwords and codes; it sees nothing of any site. */
  readonly as: (personId: PersonId | null) => Database;
  readonly begin: Library['begin'];
  readonly close: (headers: Headers) => Promise<readonly SessionCookie[]>;
  /** Whoever the request's cookies say; using a session moves its end on. */
  readonly findPerson: (headers: Headers, today: Day) => Promise<SignedIn | undefined>;
  /** Each with counts of its own: a flood of one kind pushes out no other's. */
  readonly tries: Readonly<Record<'passwords' | 'codes' | 'invitations', Tries>>;
  readonly seals: Seals;
  /** Where people are at this request: passkeys and providers are bound to it. */
  readonly originFor: (url: URL) => string;
  /** Undefined where browsers offer none: at an address of digits, or without https. */
  readonly passkeysFor: (url: URL) => Passkeys | undefined;
  readonly provider: Provider | undefined;
  readonly hash: (password: string) => Promise<string>;
  /** People of the demo have no password to know; the server derives it from its own secret. */
  readonly demoPassword: (name: string) => string;
  readonly end: () => Promise<void>;
};

export type SignedIn = FoundSession & {
  /** A role needs a second factor and its grace is over: enrolling comes before anything else. */
  readonly mustEnrol: boolean;
  /** The last day without one, where a role needs it soon. */
  readonly graceUntil: Day | undefined;
};

export type Provider = {
  /** As the button says it: 'Tỉnh Ví Dụ'. */
  readonly name: string;
  readonly issuer: string;
  /** Words of 'acr' or 'amr' by which the provider says that it asked for two factors. */
  readonly secondFactorWords: readonly string[];
  /** Undefined while it cannot be reached. */
  readonly open: () => Promise<ProviderDoor | undefined>;
};

export type ProviderSetting = ProviderSettings & Pick<Provider, 'name' | 'secondFactorWords'>;

export function openSignIn(settings: {
  readonly databaseUrl: string;
  readonly origin: string;
  readonly secret: string;
  readonly provider?: ProviderSetting | undefined;
  /** At a public address people of the demo are nobody, however they got a session. */
  readonly shutsDemoOut?: boolean;
}): SignIn {
  const library = openLibrary(settings);
  const db = openDatabase(settings.databaseUrl, { connections: 4, limits: pageLimits });
  const as = (personId: PersonId | null): Database => withReach(db, { personId, sites: [] });
  const conceal = concealing();
  const originFor = (url: URL): string => originOf(settings.origin, url);
  return {
    as,
    begin: library.begin,
    close: library.close,
    findPerson: async (headers, today) => {
      const session = await library.find(headers);
      if (!session || (session.demo && settings.shutsDemoOut)) return undefined;
      return withNeed(as(null), session, today);
    },
    tries: {
      passwords: countTries(passwordSlopes, conceal),
      codes: countTries(codeSlopes, conceal),
      invitations: countTries(invitationSlopes, conceal),
    },
    seals: sealsFrom(settings.secret),
    originFor,
    passkeysFor: (url) => passkeysWhere(originFor(url)),
    provider: settings.provider && openProvider(library, settings.provider),
    hash: hashPassword,
    demoPassword: (name) =>
      createHmac('sha256', settings.secret).update(`demo ${name}`).digest('base64url'),
    end: async () => {
      await Promise.all([db.destroy(), library.end()]);
    },
  };
}

async function withNeed(db: Database, session: FoundSession, today: Day): Promise<SignedIn> {
  const now = new Date();
  const next = nextExpiry(session, now);
  if (next) await moveSessionOn(db, session.sessionId, next, now);
  if (session.strong) return { ...session, mustEnrol: false, graceUntil: undefined };
  const { need, graceUntil } = await findNeed(db, session.personId, today);
  return { ...session, mustEnrol: need === 'now', graceUntil };
}

/** With a key of this process alone: what it counts cannot be compared with anything. */
function concealing(): (text: string) => string {
  const key = randomBytes(32);
  return (text) => createHmac('sha256', key).update(text).digest('base64url').slice(0, 16);
}

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/** The one that was set; on this machine alone whichever of its names was typed. */
function originOf(origin: string, url: URL): string {
  const isOwn = loopback.includes(new URL(origin).hostname) && loopback.includes(url.hostname);
  return isOwn ? url.origin : origin;
}

function passkeysWhere(origin: string): Passkeys | undefined {
  const { protocol, hostname } = new URL(origin);
  const isName = !/^[\d.]+$|^\[/.test(hostname);
  return isName && (protocol === 'https:' || hostname === 'localhost')
    ? passkeysAt(origin)
    : undefined;
}

/** Asked for its addresses when it is first needed, and again after it could not be reached. */
function openProvider(library: Library, setting: ProviderSetting): Provider {
  let door: Promise<ProviderDoor | undefined> | undefined;
  const { name, issuer, secondFactorWords } = setting;
  return {
    name,
    issuer,
    secondFactorWords,
    open: async () => {
      const found = await (door ??= library.findProvider(setting));
      if (!found) door = undefined;
      return found;
    },
  };
}
