// What somebody may not do: not offered to them, and refused when asked for all the same.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { activityScreenWords } from '#activities/activity-screens.words.ts';
import { editorWords } from '#reports/editor.words.ts';
import { uiWords } from '#ui/ui.words.ts';
import { openPage } from './browser.ts';
import { addPerson } from './new-person.ts';
import { aSiteWithEverything, type SiteWithEverything } from './site-with-everything.ts';
import { arriveAt, comeInAs, comeInWith, type DemoPerson } from './sign-in.ts';
import { sendForm } from './steps.ts';

let untouched: Promise<SiteWithEverything> | undefined;

/** For those who may only look at it, or not even that: made by whichever journey comes first. */
const aSiteNobodyChanges = (): Promise<SiteWithEverything> => (untouched ??= aSiteWithEverything());

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
  const moves = ['start', 'delay', 'close', 'reopen'].map(
    (move) => [`${path}/steps/1?/${move}`, moved] as const,
  );
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
    [`${planPath}/correct?/save`, {}],
    [`${planPath}/correct?/confirm`, {}],
  ];
};
type Form = Readonly<Record<string, string>>;
const moved: Form = { commandId: crypto.randomUUID(), day: '2025-12-15', note: 'x' };

const refusals: readonly number[] = [403, 404];
type Asked = { readonly what: string; readonly status: number };

async function askForPages(page: Page, paths: readonly string[]): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (const path of paths) {
    const answer = await page.request.get(path, { maxRedirects: 0 });
    asked.push({ what: `GET ${path}`, status: answer.status() });
  }
  return asked;
}

async function sendForms(page: Page, site: SiteWithEverything): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (const [path, form] of formsOf(site)) {
    asked.push({ what: `POST ${path}`, status: (await sendForm(page, path, form)).status() });
  }
  return asked;
}

const isRefused = ({ status }: Asked): boolean => refusals.includes(status);
const isOpen = (asked: Asked): boolean => !isRefused(asked);

test('what is refused below is there for an officer: every page opens and every form is taken', async () => {
  const site = await aSiteWithEverything();
  const page = await comeInAs('can-bo-tinh');
  const pages = await askForPages(page, [...pagesOf(site), ...plansOf(site)]);
  expect(pages.filter(({ status }) => status !== 200)).toEqual([]);
  expect((await sendForms(page, site)).filter(isRefused)).toEqual([]);
});

test.each<DemoPerson>(['nong-cot', 'cong-an-xa', 'nguoi-xem'])(
  '%s of one site sees nothing of another and changes nothing there',
  async (person) => {
    const site = await aSiteNobodyChanges();
    const page = await comeInAs(person);
    const pages = await askForPages(page, [...pagesOf(site), ...plansOf(site)]);
    expect(pages.filter(isOpen)).toEqual([]);
    expect((await sendForms(page, site)).filter(isOpen)).toEqual([]);
    await page.goto('/staff/sites');
    expect(await page.locator(`main a[href*="${site.path}"]`).count()).toBe(0);
  },
);

test('a viewer of a site sees it whole, finds nothing to press, and changes nothing', async () => {
  const site = await aSiteNobodyChanges();
  const office = await comeInAs('quan-tri', '/staff/people');
  const page = await comeInWith(await addPerson(office, { role: 'viewer', path: site.path }));
  const drafts = [site.review, `${site.path}/activities/new`];
  const shown = pagesOf(site).filter((path) => !drafts.some((draft) => path.startsWith(draft)));
  for (const path of shown) {
    const opened = await page.goto(path);
    const pressed = await page.locator('main :is(form, button, input)').count();
    const recorded = await page.locator('main a[href$="/activities/new"]').count();
    expect({ path, status: opened?.status(), pressed, recorded }).toEqual({
      path,
      status: 200,
      pressed: 0,
      recorded: 0,
    });
  }
  const hidden = pagesOf(site).filter((path) => !shown.includes(path));
  const asked = await askForPages(page, [...hidden, ...plansOf(site)]);
  expect(asked.filter(isOpen)).toEqual([]);
  expect((await sendForms(page, site)).filter(isOpen)).toEqual([]);
});

test('the commune police drafts a review and leaves issuing it to the province', async () => {
  const site = await aSiteNobodyChanges();
  const office = await comeInAs('quan-tri', '/staff/people');
  const page = await comeInWith(
    await addPerson(office, { role: 'commune_police', path: site.path }),
    site.review,
  );
  const own = editorWords.vi;
  expect(await page.getByRole('button', { name: own.redraft }).count()).toBe(1);
  expect(await page.getByRole('button', { name: own.issue, exact: true }).count()).toBe(0);
  expect((await sendForm(page, `${site.review}?/issue`)).status()).toBe(403);
});

test('who is not signed in is asked to, and then stands where they wanted to go', async () => {
  const site = await aSiteNobodyChanges();
  const wanted = `${site.path}/activities?to=2025-12-31`;
  const page = await openPage(wanted);
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await page.locator('button[value="can-bo-tinh"]').click();
  await arriveAt(page, wanted);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
    activityScreenWords.vi.title,
  );
});

test('who is not signed in gets no page, paper or form of the staff', async () => {
  const site = await aSiteNobodyChanges();
  const page = await openPage('/sign-in');
  const pages = await askForPages(page, [...pagesOf(site), ...plansOf(site), '/staff/people']);
  const asked = [...pages, ...(await sendForms(page, site))];
  expect(asked.filter(({ status }) => status !== 303)).toEqual([]);
});

test('who signs out is out, on the way back too', async () => {
  const page = await comeInAs('nguoi-xem', '/staff/sites');
  await page.locator('header summary').click();
  await page.getByRole('button', { name: uiWords.vi.signOut }).click();
  await arriveAt(page, '/');
  await page.goto('/staff/sites');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
});
