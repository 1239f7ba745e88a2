// What somebody may not do: not offered to them, and refused when asked for all the same.

import type { APIResponse, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { activityScreenWords } from '#activities/activity-screens.words.ts';
import { openPage } from './browser.ts';
import { makeSite } from './own-site.ts';
import { arriveAt, comeInAs, type DemoPerson } from './sign-in.ts';
import { draftReview, givePaper, recordActivity, sendForm } from './steps.ts';

/** A site of this journey alone, with one of everything; of nobody but the provincial officers. */
async function aSiteWithEverything() {
  const page = await comeInAs('can-bo-tinh');
  const site = await makeSite(page);
  const told = { place: 'Sân kho', participants: 5, note: '' };
  await recordActivity(page, site.path, { kind: 'talk', ...told });
  const activity = await firstLink(page, 'activities');
  await page.goto(`${site.path}/indicators`);
  const indicator = await firstLink(page, 'indicators');
  await page.goto(`${site.path}/duties`);
  const duty = await firstLink(page, 'duties');
  const review = await draftReview(page, site.path);
  await page.goto(`${site.path}/steps/1`);
  await givePaper(page, 'Ở tủ số 1');
  return { ...site, activity, indicator, duty, review };
}
type SiteWithEverything = Awaited<ReturnType<typeof aSiteWithEverything>>;

const firstLink = async (page: Page, part: string): Promise<string> =>
  (await page.locator(`main a[href*="/${part}/"]:not([href$="/new"])`).first().getAttribute('href')) ?? '';

const pagesOf = ({ path, activity, indicator, duty, review }: SiteWithEverything) => [
  path,
  `${path}/steps/1`,
  `${path}/activities`,
  `${path}/activities/new`,
  activity,
  `${path}/indicators`,
  indicator,
  `${path}/duties`,
  duty,
  `${path}/reviews`,
  review,
  `${review}/print`,
  `${review}/paper.pdf`,
  `${review}/paper.docx`,
];

const plansOf = ({ planPath }: SiteWithEverything) => [
  planPath,
  `${planPath}/paper.pdf`,
  `${planPath}/paper.docx`,
  `${planPath}/original`,
];

/** Every form there is at a site and its plan, filled as well as its page would fill it. */
const formsOf = (site: SiteWithEverything): readonly (readonly [string, Form])[] => {
  const { path, planPath, activity, indicator, duty, review } = site;
  const moves = ['start', 'delay', 'close', 'reopen'].map((move) => [`${path}/steps/1?/${move}`, moved] as const);
  const duties = ['done', 'delay', 'reopen'].map((move) => [`${duty}?/${move}`, moved] as const);
  return [
    ...moves,
    ...duties,
    [`${path}/steps/1?/evidence`, { ...moved, requirement: 'survey_report' }],
    [`${path}/activities/new`, { ...moved, kind: 'talk', place: 'x' }],
    [`${activity}?/correct`, { ...moved, kind: 'talk', place: 'x' }],
    [indicator, { ...moved, month: '2025-12-01', value: '3' }],
    [`${path}/reviews`, { kind: 'interim', from: '2025-12-01', to: '2025-12-31' }],
    [`${review}?/edit`, { kind: 'subject', subject: 'x', version: '1' }],
    [`${review}?/redraft`, { version: '1' }],
    [`${review}?/issue`, {}],
    [`${planPath}?/save`, {}],
    [`${planPath}?/confirm`, {}],
  ];
};
type Form = Readonly<Record<string, string>>;
const moved: Form = { commandId: crypto.randomUUID(), day: '2025-12-15', note: 'x' };

const statusOf = async (answer: Promise<APIResponse>): Promise<number> => (await answer).status();

async function notRefused(
  page: Page,
  site: SiteWithEverything,
): Promise<readonly string[]> {
  const open: string[] = [];
  for (const path of [...pagesOf(site), ...plansOf(site)]) {
    const status = await statusOf(page.request.get(path, { maxRedirects: 0 }));
    if (status !== 403 && status !== 404) open.push(`GET ${path}: ${status}`);
  }
  for (const [path, form] of formsOf(site)) {
    const status = await statusOf(sendForm(page, path, form));
    if (status !== 403 && status !== 404) open.push(`POST ${path}: ${status}`);
  }
  return open;
}

test.each<DemoPerson>(['nong-cot', 'cong-an-xa', 'nguoi-xem'])(
  '%s of one site sees nothing of another and changes nothing there',
  async (person) => {
    const site = await aSiteWithEverything();
    const page = await comeInAs(person);
    expect(await notRefused(page, site)).toEqual([]);
    await page.goto('/staff/sites');
    expect(await page.locator(`main a[href*="${site.path}"]`).count()).toBe(0);
  },
);
