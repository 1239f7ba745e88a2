// Every page as the server sends it, found by following links: it keeps to the HTML standard, no link of it turns its reader away, no form stands there alone.

import { expect, inject, test } from 'vitest';
import { offencesIn } from './conformance.ts';
import { comeIn, linksIn } from './map-of-the-app.ts';
import { ask, type Answered } from './plain-http.ts';
import type { DemoPerson } from './sign-in.ts';

const walkers: readonly DemoPerson[] = [
  'can-bo-tinh',
  'quan-tri',
  'bao-ve-du-lieu',
  'cong-an-xa',
  'nong-cot',
  'nguoi-xem',
];
/** As many pages of one kind as show what may stand on it. */
const enough = 2;

test('a passer-by is sent only what the HTML standard allows', async () => {
  expect(await walk('', ['/', '/sign-in', '/setup', '/invitation', '/not-there'])).toEqual([]);
});

test.each(walkers)(
  '%s is sent only what the HTML standard allows, and no closed links',
  async (who) => {
    const cookie = await comeIn({ address: inject('address'), demoKey: inject('demoKey') }, who);
    expect(await walk(cookie, ['/staff'])).toEqual([]);
  },
);

async function walk(cookie: string, doors: readonly string[]): Promise<string[]> {
  const from = new Map(doors.map((door) => [door, '']));
  const often = new Map<string, number>();
  const troubles = new Set<string>();
  for (const [link, page] of from) {
    const kind = kindOf(link);
    const times = often.get(kind) ?? 0;
    if (times >= enough) continue;
    often.set(kind, times + 1);
    const answer = await ask(inject('address'), { method: 'GET', path: link, headers: { cookie } });
    if (answer.status === 403) troubles.add(`${page} leads to ${kind}, which is closed`);
    if (!isPage(answer)) continue;
    for (const offence of offencesIn(answer.text)) troubles.add(`${kind} ${offence}`);
    if (isLeftAlone(link, answer.text)) troubles.add(`${kind} has a form and no script to send it`);
    for (const next of linksIn(answer.text)) if (!from.has(next)) from.set(next, link);
  }
  expect(from.size).toBeGreaterThan(doors.length);
  return [...troubles];
}

/** The same page of another record, day or number is of one kind. */
const kindOf = (link: string): string =>
  link
    .replace(/[\da-f]{8}-[\da-f-]{27}/g, '…')
    .replace(/\?.*/, '?')
    .replace(/\d+/g, '…');

/** Only a page without a form of its own may come without script: what is typed there must be kept. */
const isLeftAlone = (link: string, html: string): boolean =>
  link.startsWith('/staff') &&
  /<main.*<form[^>]*method="post".*<\/main>/is.test(html) &&
  !html.includes('kit.start(');

const isPage = ({ headers }: Answered): boolean =>
  String(headers['content-type']).startsWith('text/html');
