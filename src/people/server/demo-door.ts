// The one-click door of the demo: where it may stand at all, and the key that opens it.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Settings } from '#ground/server/settings.ts';
import type { SessionCookie } from './sign-in-library.ts';

/** Closed: nothing of it is shown. Locked: it stands there, and the key is missing or an old one. */
export type DemoDoor = 'closed' | 'locked' | 'open';

/** What of a request decides about the door. */
export type DemoVisit = {
  /** The host the address names, and who is at the other end of the connection. */
  readonly host: string;
  readonly address: string;
  readonly headers: Headers;
  /** The keys shown: in the address, in a cookie. */
  readonly keys: readonly (string | null | undefined)[];
};

/** Only where the server listens on loopback alone, under no public address. */
export const offersDemo = ({ demo, host, origin }: Pick<Settings, 'demo' | 'host' | 'origin'>) =>
  demo && origin === undefined && isLoopback(host);

export function demoDoorFor(settings: Settings, visit: DemoVisit): DemoDoor {
  if (!offersDemo(settings) || !isHere(visit)) return 'closed';
  return visit.keys.some((key) => key && isDemoKey(key)) ? 'open' : 'locked';
}

/** Launcher and built application share a process but no module: the key hangs on the process. */
const place = Symbol.for('binh-yen demo key');
const holder: typeof globalThis & { [place]?: string } = globalThis;

/** Another one at every start, kept nowhere but in the memory of this process. */
export const getDemoKey = (): string => (holder[place] ??= randomBytes(18).toString('base64url'));

export const demoCookie = 'binh-yen.demo';

/** For a working day; the next start makes it worthless before. */
export const newDemoCookie = (): SessionCookie => ({
  name: demoCookie,
  value: getDemoKey(),
  maxAge: 8 * 60 * 60,
});

const isDemoKey = (given: string): boolean => timingSafeEqual(hashOf(given), hashOf(getDemoKey()));

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** Asked for by a name of this very machine, from this machine, with no sign of anything between. */
const isHere = ({ host, address, headers }: DemoVisit): boolean =>
  isLoopback(host) &&
  isLoopback(address) &&
  ![...headers.keys()].some((name) => forwardingSign.test(name));

const isLoopback = (name: string): boolean =>
  name === 'localhost' || /^(?:\[::1\]|::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/.test(name);

/** What proxies and tunnels add to the requests they hand on, whatever they call it. */
const forwardingSign =
  /^via$|forward|^cf-|-client-ip$|real-ip$|connecting-ip$|original-(?:host|url)/;
