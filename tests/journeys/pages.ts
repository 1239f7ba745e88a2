// Every page of the application by a name, with who opens it and its address in the demo.

import type { Page } from 'playwright-core';
import { bringIn } from './own-site.ts';
import { asText, writePlan } from './plan-on-paper.ts';
import type { DemoPerson } from './sign-in.ts';
import { draftReview } from './steps.ts';

/** Where each page is found; one that holds a thing is asked of a list for the first of them. */
export type Place = { readonly who: DemoPerson; readonly find: (page: Page) => Promise<string> };

const at = (path: string, who: DemoPerson = 'can-bo-tinh'): Place => ({
  who,
  find: () => Promise.resolve(path),
});

/** The demo's own site: the others on the list were made by journeys. */
async function demoSite(page: Page): Promise<string> {
  await page.goto('/staff/sites');
  const link = page.locator('main a', { hasText: 'xóm Phố, xã Phú Thịnh' }).first();
  return (await link.getAttribute('href')) ?? '';
}
