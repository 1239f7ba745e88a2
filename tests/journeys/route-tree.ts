// Every address of the application and what it takes, read from the file tree: nobody keeps a list by hand.

import { existsSync, globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export type Route = {
  /** '/staff/sites/[site]', without the groups, which stand in no address. */
  readonly pattern: string;
  readonly isPage: boolean;
  /** Of a page: 'default', or the names behind '?/'. */
  readonly actions: readonly string[];
  /** Of an answer without a page. */
  readonly methods: readonly string[];
};

const routes = resolve(import.meta.dirname, '../../src/routes');

export const allRoutes: readonly Route[] = [
  ...new Set(
    globSync('**/{+page.svelte,+page.server.ts,+server.ts}', { cwd: routes }).map((path) =>
      path.split('/').slice(0, -1).join('/'),
    ),
  ),
].map((folder) => ({
  pattern: `/${folder.replace(/\([^)]*\)\/?/g, '')}`.replace(/(?<=.)\/$/, ''),
  isPage: existsSync(resolve(routes, folder, '+page.svelte')),
  actions: actionsIn(sourceOf(`${folder}/+page.server.ts`)),
  methods: [...sourceOf(`${folder}/+server.ts`).matchAll(/^export const ([A-Z]+)\b/gm)].map(
    ([, name]) => name ?? '',
  ),
}));

function sourceOf(path: string): string {
  try {
    return readFileSync(resolve(routes, path), 'utf8');
  } catch {
    return '';
  }
}

/** One line or several: the house's formatting decides where the names stand. */
function actionsIn(source: string): readonly string[] {
  const from = source.search(/^export const actions\b/m);
  if (from < 0) return [];
  const oneLine = /^[^\n]*= \{ ([\w, ]+|default: .*) \}/.exec(source.slice(from))?.[1];
  if (oneLine) return oneLine.startsWith('default') ? ['default'] : oneLine.split(', ');
  const whole = source.slice(from, source.indexOf('\n}', from));
  return [...whole.matchAll(/^ {2}(?:async )?(\w+)[:,(]/gm)].map(([, name]) => name ?? '');
}
