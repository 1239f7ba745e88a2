// Every request passes here: who acts, in which language, on which day; what may be kept, and what went wrong.

import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { dayAt, type Day, type Instant } from '#ground/day.ts';
import { isTooBigFromUnknown } from '#ground/body-size.ts';
import { failureStatus } from '#ground/failure.ts';
import { findId } from '#ground/id.ts';
import { compressed } from '#ground/server/compression.ts';
import { isReadable } from '#ground/incoming.ts';
import { withReach, type Database } from '#ground/server/db.ts';
import { incoming } from '#ground/server/incoming-request.ts';
import { log } from '#ground/server/log.ts';
import { noReach, reachEverywhere, type Reach } from '#ground/server/reach.ts';
import type { Settings } from '#ground/server/settings.ts';
import type { Language } from '#ground/words.ts';
import { languageFor } from '#installation/languages.ts';
import { reachOf } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { lookThroughGlass } from '#people/server/glass-commands.ts';
import { demoCookie, demoDoorFor, type DemoDoor } from '#people/server/demo-door.ts';
import type { SignIn } from '#people/server/sign-in.ts';
import { findActor as findActing, needsSecondFactor } from '#people/server/standing-in-store.ts';
import { standInCookie } from '#people/standing-in.ts';
import { deviceTimeCookie, deviceTimeFrom } from '#record/device-time.ts';
import { errorKind } from '#ui/error-kind.ts';
import { uiWords } from '#ui/ui.words.ts';
import { getHouse, type House } from './house.server.ts';

export const init: ServerInit = async () => {
  await getHouse();
};

export const handle: Handle = async ({ event, resolve }) => {
  const house = await getHouse();
  const today = dayAt(new Date().toISOString() as Instant, house.settings.timeZone);
  const withoutAccessCheck = withReach(house.db, reachEverywhere);
  Object.assign(event, { request: incoming(event.request) });
  // What cannot be read is asked by nobody, for nothing: it only gets its answer.
  const isRead = isReadable(event.url);
  const known = isRead && (await findActor(event, house.signIn, withoutAccessCheck, today));
  const actor = known ? await withGlass(event, known, house) : undefined;
  Object.assign(event.locals, {
    db: withReach(house.db, { ...reachOfRequest(actor), ...deviceTime(event) }),
    withoutAccessCheck,
    files: house.files,
    signIn: house.signIn,
    today,
    timeZone: house.settings.timeZone,
    language: languageFor(event.cookies.get('language'), house.languages()),
    languages: house.languages().offered,
    demoDoor: demoDoorOf(event, house.settings),
    actor,
  } satisfies App.Locals);
  if (isRead && isStaffPage(event) && !actor) redirect(303, signInFrom(event));
  if (!actor && isBodyTooBig(event)) return refuseBody(event);
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%language%', event.locals.language),
  });
  if (isAlike(event)) nameAlike(response.headers);
  else response.headers.set('cache-control', 'private, no-store');
  return compressed(event.request, response, { mayHoldSecrets: hasSession(event) });
};

/** In the person's language also where no page can be made of it. */
export const handleError: HandleServerError = (caught) => {
  const { kind, error, event } = caught;
  if (kind === 'app') return undefined;
  const status = kind === 'unknown' ? failureStatus(error) : error.status;
  if (kind === 'unknown' && status !== 400) log.error('a request failed', error);
  return { status, message: uiWords[languageOf(event)].error[errorKind(status)] };
};

/** Vietnamese where it failed before the language was known. */
const languageOf = ({ locals }: { readonly locals: Partial<App.Locals> }): Language =>
  locals.language ?? 'vi';

/** The cookie of a session, which the door has let pass, was nobody's. */
const isBodyTooBig = ({ request: { headers } }: RequestEvent): boolean =>
  isTooBigFromUnknown({
    length: headers.get('content-length'),
    coding: headers.get('transfer-encoding'),
  });

/** The connection ends, and with it what is still on its way. */
const refuseBody = (event: RequestEvent): Response =>
  new Response(uiWords[languageOf(event)].error.tooBig, {
    status: 413,
    headers: { 'content-type': 'text/plain; charset=utf-8', connection: 'close' },
  });

const isStaffPage = ({ url }: RequestEvent): boolean =>
  url.pathname === '/staff' || url.pathname.startsWith('/staff/');

const alike = new Set(['/(public)', '/(public)/privacy']);

/** The same for everybody who reads the same language: nothing on these pages comes from a person. */
const isAlike = (event: RequestEvent): boolean =>
  event.request.method === 'GET' &&
  alike.has(event.route.id ?? '') &&
  !event.url.search &&
  !hasSession(event);

/** What stands before us may give it to others for some seconds; browsers ask each time. */
function nameAlike(headers: Headers): void {
  headers.set('cache-control', 'public, max-age=0, s-maxage=5');
  headers.append('vary', 'cookie');
}

/** Nobody for a visitor without a session: public pages ask the database nothing about people. */
async function findActor(
  event: RequestEvent,
  signIn: SignIn,
  db: Database,
  today: Day,
): Promise<Actor | undefined> {
  if (!hasSession(event)) return;
  const found = await signIn.findPerson(event.request.headers, today);
  if (!found) return;
  const { personId, name, mustEnrol, strong } = found;
  if (mustEnrol && !isOwnAccount(event)) return leadToEnrol(event);
  const standInId = findId<'stand-in'>(event.cookies.get(standInCookie));
  // Whose role needs a second factor is not stood in for without one.
  const isBarred = !strong && standInId && (await needsSecondFactor(db, standInId, today));
  return findActing(db, { personId, name }, isBarred ? undefined : standInId, today);
}

const hasSession = ({ cookies }: RequestEvent): boolean =>
  cookies.get('binh-yen.session_token') !== undefined;

/** Back to the same page afterwards; whoever was sending something is told why they are here. */
function signInFrom({ url, request }: RequestEvent): string {
  if (request.method === 'GET')
    return `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`;
  const search = [...url.searchParams].filter(([name]) => !name.startsWith('/'));
  const next = url.pathname + (search.length > 0 ? `?${new URLSearchParams(search)}` : '');
  return `/sign-in?ended&next=${encodeURIComponent(next)}`;
}

const isOwnAccount = ({ url }: RequestEvent): boolean =>
  /^\/(?:staff\/account(?:\/|$)|sign-out$)/.test(url.pathname);

/** A role needs a second factor: nothing else is done, and nobody is known elsewhere, before it is on. */
function leadToEnrol(event: RequestEvent): undefined {
  if (isStaffPage(event)) redirect(303, '/staff/account/second-factor');
  return undefined;
}

/** Where a page of one site is asked for, by whoever broke the glass there; forms never pass it. */
async function withGlass(event: RequestEvent, actor: Actor, house: House): Promise<Actor> {
  const siteId = findId<'site'>(event.params['site']);
  if (!siteId || event.request.method !== 'GET') return actor;
  const seen = { siteId, page: event.route.id ?? '', params: event.params };
  const now = new Date().toISOString() as Instant;
  const { timeZone } = house.settings;
  return lookThroughGlass(withReach(house.db, reachOfRequest(actor)), actor, seen, {
    now,
    timeZone,
  });
}

/** What PostgreSQL itself will show and take from this request, whatever a query forgets to ask. */
const reachOfRequest = (actor: Actor | undefined): Reach =>
  actor
    ? {
        personId: actor.personId,
        sites: reachOf(actor),
        ...glassOf(actor),
        ...(actor.actingFor && { actingFor: actor.actingFor.personId }),
      }
    : noReach;

/** Of forms only: what is merely looked at has no time of its own. */
function deviceTime({ request, cookies }: RequestEvent): Pick<Reach, 'deviceAt'> {
  const deviceAt = deviceTimeFrom(cookies.get(deviceTimeCookie));
  return request.method === 'POST' && deviceAt ? { deviceAt } : {};
}

const glassOf = ({ holdings }: Actor): Pick<Reach, 'glass'> => {
  const glass = holdings.find((holding) => holding.glass)?.glass;
  return glass ? { glass: glass.openingId } : {};
};

const demoDoorOf = (event: RequestEvent, settings: Settings): DemoDoor =>
  demoDoorFor(settings, {
    host: event.url.hostname,
    address: event.getClientAddress(),
    headers: event.request.headers,
    keys: [event.url.searchParams.get('demo'), event.cookies.get(demoCookie)],
  });
