// Whatever is sent to whatever address, by people known or not: an answer comes, and it is never our fault.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comeIn, mapOf, noted, walkers, type AppMap } from './map-of-the-app.ts';
import { ask, type Answered, type Asked } from './plain-http.ts';
import { allRoutes, type Route } from './route-tree.ts';
import { startApp, type RunningApp } from './running-app.ts';
import { bodyOf } from './strange-bodies.ts';
import { strangeRequest, type StrangeRequest } from './strange-requests.ts';

const cases = Number(process.env['FUZZ_CASES'] ?? 600);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_251_201);
/** At a time: as many as a small server answers side by side. */
const hands = 6;

type Target = { readonly route: Route; readonly method: string; readonly after: string };

/** Each page and its data, each action, each answer without a page; and what is no address at all. */
const targets: readonly Target[] = [
  ...allRoutes.flatMap((route) => [
    ...(route.isPage ? ['', '/__data.json'] : []).map((after) => ({ route, method: 'GET', after })),
    ...route.actions.map((name) => ({
      route,
      method: 'POST',
      after: name === 'default' ? '' : `?/${name}`,
    })),
    ...route.methods.map((method) => ({ route, method, after: '' })),
  ]),
  ...['/none/[x]', '/_app/[x]', '/_app/immutable/[x]', '/[x]'].map((pattern) => ({
    route: { pattern, isPage: false, actions: [], methods: [] },
    method: 'GET',
    after: '',
  })),
];

const chosen = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length];

/** The parts in brackets are those of something real, unless the strange request has one of its own. */
function pathOf({ examples }: AppMap, { route, after }: Target, strange: StrangeRequest): string {
  const real = chosen(examples.get(route.pattern) ?? [], strange.example);
  const fromParent = (examples.get(route.pattern.replace(/\/[^[/]+$/, '')) ?? [])[0];
  const filled =
    real ?? `${fromParent ? fromParent + /\/[^/]+$/.exec(route.pattern)?.[0] : route.pattern}`;
  const path = filled.replace(/\[\w+\]/g, () => strange.part ?? crypto.randomUUID());
  const odd = strange.part !== null && strange.example % 3 === 0;
  const spoilt = odd ? path.replace(/[^/]+$/, () => strange.part ?? '') : path;
  const query = strange.query === null ? '' : `${after.includes('?') ? '&' : '?'}${strange.query}`;
  return `${spoilt}${after}${query}`.replace(/^\/(?=\/__data)/, '');
}

function requestFrom(address: string, map: AppMap, strange: StrangeRequest, cookie: string): Asked {
  const target = chosen(targets, strange.target);
  if (!target) throw new Error('there are no routes');
  const action = target.after.startsWith('?') ? target.after : '?/default';
  const known = map.forms.get(target.route.pattern + action)?.fields ?? {};
  const method = strange.method ?? target.method;
  const { headers, body } = bodyOf(known, strange);
  const withBody = !['GET', 'HEAD', 'TRACE'].includes(method);
  return {
    method,
    path: pathOf(map, target, strange),
    headers: {
      origin: address,
      accept: 'text/html',
      ...(withBody && headers),
      ...(cookie && { cookie }),
      ...strange.headers,
      ...(cookie &&
        strange.headers?.['cookie'] && { cookie: `${strange.headers['cookie']}; ${cookie}` }),
    },
    ...(withBody && body && { body }),
  };
}

/** People who come in, and come in again when a strange request has signed them out. */
function peopleOf(app: RunningApp) {
  const cookies = new Map<string, Promise<string>>();
  const come = (who: (typeof walkers)[number]): Promise<string> => {
    const coming = comeIn(app, who);
    cookies.set(who, coming);
    return coming;
  };
  return {
    cookieOf: (at: number): Promise<string> => {
      const who = chosen([undefined, ...walkers], at);
      return who ? (cookies.get(who) ?? come(who)) : Promise.resolve('');
    },
    isOut: ({ status, headers }: Answered) =>
      status === 303 && String(headers['location']).startsWith('/sign-in?'),
    forget: () => cookies.clear(),
  };
}

const toldOf = ({ method, path, headers, body }: Asked, what: string): string => {
  const { cookie: _, ...others } = headers;
  const sent = body ? JSON.stringify(body.toString('latin1').slice(0, 1_500)) : '';
  return `${what}: ${method} ${path.slice(0, 300)} ${JSON.stringify(others).slice(0, 400)} ${sent}`;
};

type Told = {
  readonly findings: readonly string[];
  readonly statuses: Readonly<Record<number, number>>;
};

async function sendAll(
  app: RunningApp,
  map: AppMap,
  all: readonly StrangeRequest[],
): Promise<Told> {
  const people = peopleOf(app);
  const findings: string[] = [];
  const statuses: Record<number, number> = {};
  const rest = all.values();
  const send = async (strange: StrangeRequest, isAgain = false): Promise<void> => {
    const cookie = await people.cookieOf(strange.who);
    const asked = requestFrom(app.address, map, strange, cookie);
    try {
      const answer = await ask(app.address, asked);
      if (cookie && people.isOut(answer) && !isAgain) {
        people.forget();
        await send(strange, true);
        return;
      }
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      if (answer.status >= 500) findings.push(toldOf(asked, String(answer.status)));
      if (answer.status === 303) noted(map.examples, String(answer.headers['location']));
    } catch (error) {
      findings.push(toldOf(asked, String(error)));
    }
  };
  const work = async (): Promise<void> => {
    for (const strange of rest) await send(strange);
  };
  await Promise.all(Array.from({ length: hands }, work));
  return { findings, statuses };
}

test(
  `${cases} strange requests, each answered, none by a fault of ours`,
  async () => {
    const app = await startApp();
    try {
      const map = await mapOf(app);
      const all = fc.sample(strangeRequest, { numRuns: cases, seed });
      const { findings, statuses } = await sendAll(app, map, all);
      expect(findings.join('\n\n') + (findings.length > 0 ? app.said() : '')).toBe('');
      // They came through to the pages and the commands, and did not only break on the door.
      const often = ([, times]: readonly [string, number]): boolean => times > cases / 50;
      const reached = Object.entries(statuses)
        .filter(often)
        .map(([status]) => status);
      expect(reached).toEqual(expect.arrayContaining(['200', '303', '400', '403', '404']));
    } finally {
      await app.stop();
    }
  },
  120_000 + cases * 500,
);
