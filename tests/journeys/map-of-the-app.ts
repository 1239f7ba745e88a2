// What people of the demo can reach: every kind of page they find by following links, and the forms on it.

import { allRoutes, type Route } from './route-tree.ts';
import { ask, cookiesOf, formOf } from './plain-http.ts';
import type { RunningApp } from './running-app.ts';
import type { DemoPerson } from './sign-in.ts';

export const walkers = ['quan-tri', 'can-bo-tinh', 'nong-cot', 'bao-ve-du-lieu'] as const;

type Form = { readonly action: string; readonly fields: Readonly<Record<string, string>> };
export type AppMap = {
  /** Real addresses of a pattern. */
  readonly examples: Map<string, readonly string[]>;
  /** By pattern and action: '/staff/plans/[plan]?/save'. */
  readonly forms: ReadonlyMap<string, Form>;
};

/** The cookies of a person of the demo who has just come in. */
export async function comeIn(
  app: Pick<RunningApp, 'address' | 'demoKey'>,
  username: DemoPerson,
): Promise<string> {
  const key = `binh-yen.demo=${app.demoKey}`;
  const form = formOf(app.address, { username, next: '/staff' });
  const headers = { ...form.headers, cookie: key };
  const asked = { method: 'POST', path: '/sign-in?/demo', ...form, headers };
  const cookies = cookiesOf(await ask(app.address, asked));
  if (!cookies.includes('session_token')) throw new Error(`${username} could not come in`);
  return `${key}; ${cookies}`;
}

const patternOf = (path: string): Route | undefined =>
  matchers.find(({ matches }) => matches.test(path))?.route;

/** Those without an id first: 'new' is no id where an address is called so. */
const matchers = allRoutes
  .toSorted((one, other) => one.pattern.split('[').length - other.pattern.split('[').length)
  .map((route) => ({
    route,
    matches: new RegExp(
      `^${route.pattern.replaceAll('.', String.raw`\.`).replace(/\[\w+\]/g, '([^/]+)')}$`,
    ),
  }));

/** As many pages of one kind as show all their forms. */
const enough = 3;

export async function mapOf(app: RunningApp): Promise<AppMap> {
  const examples = new Map<string, readonly string[]>();
  const forms = new Map<string, Form>();
  for (const walker of [undefined, ...walkers]) {
    const cookie = walker ? await comeIn(app, walker) : '';
    const often = new Map<string, number>();
    const queue = [...doors];
    for (const link of queue) {
      const route = noted(examples, link);
      const times = often.get(route?.pattern ?? '') ?? 0;
      if (!route?.isPage || times >= enough) continue;
      often.set(route.pattern, times + 1);
      const { text } = await ask(app.address, { method: 'GET', path: link, headers: { cookie } });
      queue.push(...linksIn(text).filter((found) => !queue.includes(found)));
      for (const form of formsIn(text)) forms.set(`${route.pattern}${form.action}`, form);
    }
  }
  return { examples, forms };
}

/** Where to begin, and what no link leads to. */
const doors = [
  '/staff',
  '/',
  '/sign-in',
  '/sign-in/code',
  '/setup',
  '/invitation',
  '/staff/settings/mail',
  ...['merged', 'split', 'renamed'].map((kind) => `/staff/places/change?kind=${kind}`),
];

/** One more real address of its pattern, where it is one of ours. */
export function noted(examples: AppMap['examples'], link: string): Route | undefined {
  const path = link.split(/[?#]/)[0] ?? '';
  const route = patternOf(path);
  if (!route) return undefined;
  const known = examples.get(route.pattern) ?? [];
  if (!known.includes(path)) examples.set(route.pattern, [...known, path]);
  return route;
}

export const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/\bhref="(\/(?:[^"/][^"]*)?)"/g)].map(([, link]) => unescaped(link));

/** By its own action and by those of its buttons. */
const formsIn = (html: string): readonly Form[] =>
  [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(
    ([whole, own = '', inside = '']) => {
      const first = /\?\/\w+/.exec(own)?.[0] ?? '?/default';
      const others = [...whole.matchAll(/formaction="[^"]*?(\?\/\w+)/g)].map(
        ([, action]) => action ?? '',
      );
      return [first, ...others].map((action) => ({ action, fields: fieldsIn(inside) }));
    },
  );

/** Of a choice, its last; of fields that share a name, the last one's. */
function fieldsIn(html: string): Readonly<Record<string, string>> {
  const fields =
    /<(input|textarea|select|button)\b[^>]*?\bname="([^"]+)"[^>]*>(?:(?<=<select[^>]*>)[\s\S]*?<\/select>)?/g;
  return Object.fromEntries(
    [...html.matchAll(fields)].map(([field, , name]) => [
      unescaped(name),
      unescaped([...field.matchAll(/\bvalue="([^"]*)"/g)].at(-1)?.[1]),
    ]),
  );
}

const unescaped = (text = ''): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
