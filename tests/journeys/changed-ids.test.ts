// Addresses and forms with ids of another site, of nothing, or of no kind at all: no page fails, none tells, none changes.

import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import type { APIResponse, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { comeInAs, type DemoPerson } from './sign-in.ts';
import { aSiteWithEverything, type SiteWithEverything } from './site-with-everything.ts';
import { sendForm } from './steps.ts';

const routes = resolve(import.meta.dirname, '../../src/routes');
/** Every page and answer of the staff that takes an id, from the file tree. */
const withParts = [
  ...new Set(
    globSync('staff/**/{+page.svelte,+server.ts}', { cwd: routes })
      .map((path) => `/${path.split('/').slice(0, -1).join('/')}`)
      .filter((path) => path.includes('[')),
  ),
];

const lastOf = (path: string): string => path.split('/').at(-1) ?? '';

/** What each part in brackets is at the site; a part of another kind gets an id that is nothing's. */
const partsOf = (site: SiteWithEverything): Readonly<Record<string, string>> => ({
  site: lastOf(site.path),
  plan: lastOf(site.planPath),
  activity: lastOf(site.activity),
  indicator: lastOf(site.indicator),
  duty: lastOf(site.duty),
  review: lastOf(site.review),
  number: '1',
});

const fill = (route: string, parts: Readonly<Record<string, string>>, otherwise: string): string =>
  route.replace(/\[(\w+)\]/g, (_, name: string) => parts[name] ?? otherwise);

const strange = [
  crypto.randomUUID(),
  '0',
  'null',
  "'%20OR%201=1--",
  '%2e%2e%2f%2e%2e',
  '%00',
  '%F0%9F%8F%A0',
  'a'.repeat(2_000),
];

let made: Promise<SiteWithEverything> | undefined;
const aForeignSite = (): Promise<SiteWithEverything> => (made ??= aSiteWithEverything());

/** The demo's own site, which every person of the demo below works at. */
async function ownSiteOf(page: Page): Promise<string> {
  await page.goto('/staff/sites');
  const link = page.locator('main a[href^="/staff/sites/"]:not([href*="?"])').first();
  return (await link.getAttribute('href')) ?? '';
}

type Told = { readonly what: string; readonly status: number; readonly tells: boolean };
const tellsOf = async (what: string, answer: APIResponse, mark: string): Promise<Told> => ({
  what,
  status: answer.status(),
  tells: (await answer.text()).includes(mark),
});

async function ask(page: Page, paths: readonly string[], mark: string): Promise<readonly Told[]> {
  const told: Told[] = [];
  for (const path of paths) {
    const answer = await page.request.get(path, { maxRedirects: 0 });
    told.push(await tellsOf(`GET ${path.slice(0, 200)}`, answer, mark));
  }
  return told;
}

const people: readonly DemoPerson[] = ['nong-cot', 'cong-an-xa', 'nguoi-xem'];
const isSilent = ({ status, tells }: Told): boolean => !tells && status < 500;

test.each(people)(
  '%s sees nothing of another site, whichever id of it stands where',
  async (who) => {
    const foreign = await aForeignSite();
    const page = await comeInAs(who);
    const own = { ...partsOf(foreign), site: lastOf(await ownSiteOf(page)) };
    const whole = withParts.map((route) => fill(route, partsOf(foreign), crypto.randomUUID()));
    const mixed = withParts
      .filter((route) => /\[site\].*\[(?!number)/.test(route))
      .map((route) => fill(route, own, crypto.randomUUID()));
    const ofSites = whole.filter((path) => path.startsWith('/staff/sites/'));
    expect((await ask(page, whole, foreign.mark)).filter((told) => !isSilent(told))).toEqual([]);
    const answers = await ask(page, [...ofSites, ...mixed], foreign.mark);
    expect(answers.filter(({ status }) => status !== 404 && status !== 403)).toEqual([]);
  },
);

test.each(people)('%s gets no page that fails, whatever stands for an id', async (who) => {
  const page = await comeInAs(who);
  const own = await ownSiteOf(page);
  const others = withParts.filter((route) => route.replace('[site]', '').includes('['));
  const odd = others.flatMap((route) =>
    strange.map((part) => fill(route, { site: lastOf(own) }, part)),
  );
  const everywhere = strange.map((part) => `/staff/sites/${part}`);
  const told = await ask(page, [...odd, ...everywhere], ' ');
  expect(told.filter(({ status }) => status >= 500)).toEqual([]);
  expect(told.filter(({ status }) => status === 200)).toEqual([]);
});

test.each(people)(
  '%s changes nothing elsewhere by a field of a form of their own site',
  async (who) => {
    const foreign = await aForeignSite();
    const page = await comeInAs(who);
    const own = await ownSiteOf(page);
    const { site, duty, activity, indicator, review } = partsOf(foreign);
    const ids = { siteId: site ?? '', dutyId: duty ?? '', replaces: activity ?? '' };
    const told = { commandId: crypto.randomUUID(), day: '2025-12-15', note: 'x', ...ids };
    const forms: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      [`${own}/duties/${duty}?/done`, told],
      [`${own}/duties/${duty}?/delay`, told],
      [`${own}/activities/${activity}?/correct`, { ...told, kind: 'talk', place: 'x' }],
      [`${own}/indicators/${indicator}`, { ...told, month: '2025-12-01', value: '9' }],
      [`${own}/reviews/${review}?/edit`, { kind: 'subject', subject: 'x', version: '1' }],
      [`${own}/reviews/${review}?/issue`, {}],
      [`/staff/glass?/end`, { ...told, openingId: crypto.randomUUID() }],
      [`/staff/glass?/seen`, { ...told, openingId: crypto.randomUUID(), remark: 'x' }],
    ];
    const taken: string[] = [];
    for (const [path, form] of forms) {
      const status = (await sendForm(page, path, form)).status();
      if (!refusals.includes(status)) taken.push(`${status} ${path}`);
    }
    expect(taken).toEqual([]);
    const officer = await comeInAs('can-bo-tinh', foreign.duty);
    const shown = await officer.locator('main').innerText();
    expect(shown).not.toMatch(/15\/12\/2025/);
  },
);

const refusals: readonly number[] = [400, 403, 404, 405, 409, 422];
