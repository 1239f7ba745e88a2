// For tests: asks the application's own pages, forms and answers without a browser, as a given person.

import { globSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { FileStore } from '#ground/server/files.ts';
import type { FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '#people/person.ts';
import { testDay } from '#sites/server/testing.ts';
import { databaseOf } from './people-of-two-communes.ts';

type Handler = (event: object) => unknown;
export type Route = {
  /** '/staff/sites/[site]/duties/[duty]' */
  readonly path: string;
  readonly params: readonly string[];
  /** The loads of the page and of all that stands around it, or the answer to GET. */
  readonly reads: readonly Handler[];
  readonly actions: Readonly<Record<string, Handler>>;
};

/** Every address the server answers, from the file tree. */
export async function listRoutes(): Promise<readonly Route[]> {
  const found = globSync('src/routes/**/{+page.server,+layout.server,+server}.ts');
  const modules = new Map(
    await Promise.all(
      found.map(
        async (path) =>
          [path, (await import(resolve(path))) as Readonly<Record<string, unknown>>] as const,
      ),
    ),
  );
  const paths = new Set(found.filter((path) => !path.includes('+layout')).map(dirname));
  return [...paths].toSorted().map((folder) => routeOf(folder, modules));
}

function routeOf(
  folder: string,
  modules: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): Route {
  const parts = folder.split('/');
  const around = parts.map((_, at) => parts.slice(0, at + 1).join('/'));
  const of = (path: string, name: string): Handler[] => {
    const handler = modules.get(path)?.[name];
    return typeof handler === 'function' ? [handler as Handler] : [];
  };
  const page = `${folder}/+page.server.ts`;
  const isPage = modules.has(page);
  return {
    path: folder.replace(/^src\/routes/, '') || '/',
    params: [...folder.matchAll(/\[(\w+)\]/g)].map(([, name]) => name ?? ''),
    reads: isPage
      ? [...around.flatMap((one) => of(`${one}/+layout.server.ts`, 'load')), ...of(page, 'load')]
      : of(`${folder}/+server.ts`, 'GET'),
    actions: (modules.get(page)?.['actions'] ?? {}) as Readonly<Record<string, Handler>>,
  };
}

/** What came of it; anything thrown that is no answer is a fault of the application. */
export type Answer =
  | { readonly status: number; readonly said: string }
  | { readonly status: 500; readonly said: string; readonly fault: unknown };

export type House = { readonly fresh: FreshDatabase; readonly files: FileStore };
export type Asking = {
  readonly params: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
  readonly query?: string;
};

export async function read(
  house: House,
  route: Route,
  actor: Actor,
  asking: Asking,
): Promise<Answer> {
  let last: Answer = { status: 200, said: '' };
  for (const handler of route.reads) {
    last = await answerOf(() => handler(eventOf(house, route, actor, asking)));
    if (last.status >= 300) return last;
  }
  return last;
}

export const send = (
  house: House,
  route: Route,
  action: string,
  actor: Actor,
  asking: Asking,
): Promise<Answer> => answerOf(() => route.actions[action]?.(eventOf(house, route, actor, asking)));

function eventOf({ fresh, files }: House, route: Route, actor: Actor, asking: Asking): object {
  const url = new URL(
    `http://localhost${route.path.replace(/\[\w+\]/g, 'x')}${asking.query ?? ''}`,
  );
  const body = new FormData();
  for (const [name, value] of Object.entries(asking.form ?? {})) body.set(name, value);
  const locals: Omit<App.Locals, 'signIn'> = {
    db: databaseOf(fresh, actor),
    withoutAccessCheck: fresh.db,
    files,
    actor,
    today: testDay,
    timeZone: 'Asia/Ho_Chi_Minh',
    language: 'vi',
    languages: ['vi', 'en'],
    demoDoor: 'closed',
  };
  return {
    // Whoever needs the sign-in library is tried with it elsewhere.
    locals: {
      ...locals,
      signIn: {
        originFor: () => url.origin,
        findPerson: () => Promise.resolve({ ...actor, strong: true }),
        as: () => fresh.owner,
      },
    },
    url,
    params: asking.params,
    route: { id: route.path },
    request: new Request(url, asking.form ? { method: 'POST', body } : {}),
    cookies: {
      get: () => undefined,
      getAll: () => [],
      set: () => undefined,
      delete: () => undefined,
    },
    parent: () => Promise.resolve({}),
    depends: () => undefined,
    setHeaders: () => undefined,
    untrack: <T>(run: () => T): T => run(),
  };
}

async function answerOf(run: () => unknown): Promise<Answer> {
  try {
    return await valueOf(await run());
  } catch (thrown) {
    const status = statusOf(thrown);
    return status === undefined
      ? { status: 500, said: '', fault: thrown }
      : { status, said: JSON.stringify(thrown) };
  }
}

async function valueOf(value: unknown): Promise<Answer> {
  if (value instanceof Response) return { status: value.status, said: await value.text() };
  return { status: statusOf(value) ?? 200, said: String(JSON.stringify(value, plain)) };
}

/** Redirects, refusals and failures all carry their status. */
function statusOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !('status' in value)) return undefined;
  return typeof value.status === 'number' && value.status >= 300 ? value.status : undefined;
}

const plain = (_: string, value: unknown): unknown =>
  value instanceof Map || value instanceof Set ? [...value] : value;

const refusals: readonly number[] = [401, 403, 404];
export const opens = ({ status }: Answer): boolean => !refusals.includes(status);
