// A site made for a journey with one of everything at it, and a word that stands on no other site's pages.

import { randomInt } from 'node:crypto';
import type { Page } from 'playwright-core';
import { makeSite } from './own-site.ts';
import { comeInAs } from './sign-in.ts';
import { draftReview, givePaper, recordActivity } from './steps.ts';

export type SiteWithEverything = Awaited<ReturnType<typeof aSiteWithEverything>>;

/** With one of everything; of nobody but the provincial officers. */
export async function aSiteWithEverything() {
  const page = await comeInAs('can-bo-tinh');
  const site = await makeSite(page);
  const mark = `dấu riêng ${randomInt(1e9)}`;
  const told = { place: mark, participants: 5, note: mark };
  await recordActivity(page, site.path, { kind: 'talk', ...told });
  const activity = await firstLink(page, 'activities');
  await page.goto(`${site.path}/indicators`);
  const indicator = await firstLink(page, 'indicators');
  await page.goto(`${site.path}/duties`);
  const duty = await firstLink(page, 'duties');
  const review = await draftReview(page, site.path);
  await page.goto(`${site.path}/steps/1`);
  await givePaper(page, mark);
  return { ...site, mark, activity, indicator, duty, review };
}

const firstLink = async (page: Page, part: string): Promise<string> =>
  (await page
    .locator(`main a[href*="/${part}/"]:not([href$="/new"])`)
    .first()
    .getAttribute('href')) ?? '';
