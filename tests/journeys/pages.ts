// Every page of the application, with who opens it; what has no fixed address is found or made first.

import type { Page } from 'playwright-core';
import { bringIn, makeSite } from './own-site.ts';
import { asText, writePlan } from './plan-on-paper.ts';
import { comeInAs, type DemoPerson } from './sign-in.ts';
import { draftReview, issueReview, recordActivity } from './steps.ts';

/** An address as it is, or with the name of what it starts from: 'demo:/steps/1'. */
type Address = `/${string}` | `${keyof Found}:${string}`;
export type Place = { readonly name: string; readonly who?: DemoPerson; readonly at: Address };

type Found = {
  /** The demo's site, rich in records. */
  readonly demo: string;
  readonly activity: string;
  readonly indicator: string;
  readonly duty: string;
  /** The page of one of the people. */
  readonly person: string;
  /** The demo's commune of today. */
  readonly unit: string;
  /** A draft, and what was issued, at a site of our own. */
  readonly draft: string;
  readonly sentence: string;
  readonly issued: string;
  /** A plan that waits to be confirmed, and one that has become a site. */
  readonly waiting: string;
  readonly built: string;
};

const officer = 'can-bo-tinh';
const member = 'nong-cot';
const keeper = 'bao-ve-du-lieu';

export const places: readonly Place[] = [
  { name: 'the front page', at: '/' },
  { name: 'signing in', at: '/sign-in' },
  { name: 'a setup link that is used up', at: '/setup?token=used' },
  { name: 'an address that is not there', at: '/not-there' },
  { name: 'today of a core member', who: member, at: '/staff' },
  { name: 'today of an officer', who: officer, at: '/staff' },
  { name: 'today of a viewer', who: 'nguoi-xem', at: '/staff' },
  { name: 'a page the role may not see', who: member, at: '/staff/plans' },
  { name: 'a site that is not there', who: officer, at: '/staff/sites/none' },
  { name: 'one’s own account', who: member, at: '/staff/account' },
  { name: 'two-step sign-in', who: member, at: '/staff/account/second-factor' },
  { name: 'roles that need two steps', who: 'quan-tri', at: '/staff/role-rules' },
  { name: 'the people', who: 'quan-tri', at: '/staff/people' },
  { name: 'people who have left', who: 'quan-tri', at: '/staff/people?standing=left' },
  { name: 'inviting somebody', who: 'quan-tri', at: '/staff/people/invite' },
  { name: 'open invitations', who: 'quan-tri', at: '/staff/people/invitations' },
  { name: 'a person', who: 'quan-tri', at: 'person:' },
  { name: 'coming in with a sheet', at: '/invitation' },
  { name: 'standing in', who: member, at: '/staff/standing-in' },
  { name: 'the members of a site', who: member, at: 'demo:/members' },
  { name: 'the households of a site', who: member, at: 'demo:/households' },
  { name: 'the law', who: member, at: '/staff/law?q=ngay' },
  { name: 'a legal rule', who: 'quan-tri', at: '/staff/law/privacy.view' },
  { name: 'the bodies', who: officer, at: '/staff/bodies?q=phu+thinh' },
  { name: 'who may do what', who: member, at: '/staff/permissions' },
  { name: 'what was opened beyond reach', who: officer, at: '/staff/glass' },
  { name: 'opening a site beyond reach', who: 'cong-an-xa', at: '/staff/glass/new?q=doi' },
  { name: 'the plans', who: officer, at: '/staff/plans' },
  { name: 'a plan to be confirmed', who: officer, at: 'waiting:' },
  { name: 'a plan that became a site', who: officer, at: 'built:' },
  { name: 'the places', who: officer, at: '/staff/places' },
  { name: 'places that were found', who: member, at: '/staff/places?q=phu+thinh' },
  { name: 'a unit', who: officer, at: 'unit:' },
  { name: 'the import of units', who: officer, at: '/staff/places/import' },
  { name: 'the choice of a change of units', who: officer, at: '/staff/places/change' },
  { name: 'a merger of units', who: officer, at: '/staff/places/change?kind=merged' },
  { name: 'a split of a unit', who: officer, at: '/staff/places/change?kind=split' },
  { name: 'where a site stands', who: officer, at: 'demo:/place' },
  { name: 'figures by place', who: officer, at: '/staff/figures?by=then' },
  { name: 'the sites', who: officer, at: '/staff/sites' },
  { name: 'the choice of a site', who: officer, at: '/staff/sites?record' },
  { name: 'a site', who: officer, at: 'demo:' },
  { name: 'a step that is closed', who: officer, at: 'demo:/steps/1' },
  { name: 'a step that is kept up', who: member, at: 'demo:/steps/6' },
  { name: 'the activities', who: member, at: 'demo:/activities' },
  { name: 'recording an activity', who: member, at: 'demo:/activities/new' },
  { name: 'an activity', who: member, at: 'activity:' },
  { name: 'correcting an activity', who: member, at: 'activity:?correct' },
  { name: 'the indicators', who: member, at: 'demo:/indicators' },
  { name: 'an indicator', who: member, at: 'indicator:' },
  { name: 'the duties', who: member, at: 'demo:/duties' },
  { name: 'a duty', who: member, at: 'duty:' },
  { name: 'the reviews', who: officer, at: 'demo:/reviews' },
  { name: 'a draft of a review', who: officer, at: 'draft:' },
  { name: 'a sentence of a draft', who: officer, at: 'sentence:' },
  { name: 'an issued review', who: officer, at: 'issued:' },
  { name: 'a review as it prints', who: officer, at: 'issued:/print' },
  { name: 'the record', who: officer, at: '/staff/record' },
  { name: 'one’s own record', who: member, at: '/staff/record' },
  { name: 'personal data, for everybody', at: '/privacy' },
  { name: 'the form of a request on paper', at: '/privacy/form' },
  { name: 'what is held of oneself', who: member, at: '/staff/account/data' },
  { name: 'what is held of oneself, on paper', who: member, at: '/staff/account/data/print' },
  { name: 'requests about personal data', who: keeper, at: '/staff/privacy' },
  { name: 'writing a request down', who: keeper, at: '/staff/privacy/new' },
  { name: 'the record of breaches', who: keeper, at: '/staff/privacy/breaches' },
  { name: 'recording a breach', who: keeper, at: '/staff/privacy/breaches/new' },
  { name: 'the terms of keeping', who: keeper, at: '/staff/privacy/retention' },
  { name: 'the days off', who: 'quan-tri', at: '/staff/privacy/holidays' },
  { name: 'the closings of the record', who: officer, at: '/staff/record/closings' },
  { name: 'the settings', who: 'quan-tri', at: '/staff/settings' },
  { name: 'setting the place', who: 'quan-tri', at: '/staff/settings/place' },
  { name: 'setting the bodies', who: 'quan-tri', at: '/staff/settings/bodies' },
  { name: 'setting the languages', who: 'quan-tri', at: '/staff/settings/languages' },
  { name: 'setting the mail', who: 'quan-tri', at: '/staff/settings/mail' },
  { name: 'setting the backup', who: 'quan-tri', at: '/staff/settings/backup' },
  { name: 'setting who answers', who: 'quan-tri', at: '/staff/settings/contact' },
  { name: 'work in the background', who: 'quan-tri', at: '/staff/settings/work' },
  { name: 'settings of the environment', who: 'quan-tri', at: '/staff/settings/environment' },
  { name: 'choosing one’s mail', who: member, at: '/staff/account/mail' },
  { name: 'where to look things up', who: 'quan-tri', at: '/staff/reference' },
];

let found: Promise<Found> | undefined;

/** Found and made once for a file of journeys, within the first journey that asks. */
export async function addressOf({ at }: Place): Promise<string> {
  if (at.startsWith('/')) return at;
  const [start = '', rest = ''] = at.split(':');
  return (await (found ??= findAll()))[start as keyof Found] + rest;
}

async function findAll(): Promise<Found> {
  // A core member has the demo's site alone; an officer's list has all that other journeys made.
  const demo = await firstHref(await comeInAs(member), '/staff/sites');
  const page = await comeInAs(officer);
  const ofDemo = {
    demo,
    activity: await firstHref(page, `${demo}/activities`),
    indicator: await firstHref(page, `${demo}/indicators`),
    duty: await firstHref(page, `${demo}/duties`),
    person: await firstHref(page, '/staff/people?q=Ví+Dụ', 'Ví Dụ'),
    unit: await firstHref(page, '/staff/places?q=phu+thinh', 'Xã Phú Thịnh'),
  };
  const waiting = await bringIn(page, asText(writePlan()));
  const { planPath: built, path } = await makeSite(page);
  await recordActivity(page, path, { kind: 'talk', place: 'Sân', participants: 31, note: '' });
  const issued = await draftReview(page, path);
  await issueReview(page);
  const draft = await draftReview(page, path);
  const sentence = draft + (await page.locator('article a').first().getAttribute('href'));
  return { ...ofDemo, waiting, built, issued, draft, sentence };
}

/** Of the first thing on a list, or of the first that says so. */
async function firstHref(page: Page, list: string, hasText = ''): Promise<string> {
  await page.goto(list);
  const inside = page.locator('main :is(td, th, li) a:not(nav a)', { hasText }).first();
  return (await inside.getAttribute('href')) ?? '';
}
