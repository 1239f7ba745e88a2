// Two communes become one: foretold, written, and each paper prints the names of its own day.

import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { extractText } from 'unpdf';
import { expect, onTestFinished, test } from 'vitest';
import { addDays } from '#ground/day.ts';
import { showDay } from '#ground/show.ts';
import { invitationWords } from '#people/invitation.words.ts';
import { rolesWords } from '#people/roles.words.ts';
import { changeWords } from '#places/change.words.ts';
import { importWords } from '#places/import.words.ts';
import { placesWords } from '#places/places.words.ts';
import { editorWords } from '#reports/editor.words.ts';
import { workspaceWords } from '#sites/workspace.words.ts';
import { letADayPass, startDatedApp, today } from './dated-app.ts';
import { makeSite } from './own-site.ts';
import type { RunningApp } from './running-app.ts';
import { comeInAs } from './sign-in.ts';
import { draftReview, issueReview, recordActivity, signAs } from './steps.ts';
import { bringInUnits, expectOpenToAll, lookAtFile, pick } from './units-on-file.ts';

const places = placesWords.vi;
const change = changeWords.vi;
const imports = importWords.vi;
const reviews = editorWords.vi;

/** Milliseconds: an application is started for it. */
const patience = 300_000;
const units = [
  '96,Tỉnh Lam Sơn,tinh,',
  '960,Huyện Đồi Chè,huyen,96',
  '96001,Xã Suối Bạc,xa,960',
  '96002,Xã Suối Vàng,xa,960',
];

test(
  'two communes are merged: totals agree, and papers before and after print the names of their day',
  async () => {
    const app = await startDatedApp();
    onTestFinished(() => app.stop());
    const page = await officer(app);
    const { path, plan } = await makeSite(page);
    await recordActivity(page, path, { kind: 'talk', place: 'Sân', participants: 23, note: '' });

    await importTheUnits(page);
    await tieSite(page, path);
    await giveTheCommuneItsPolice(app);

    const old = await draftReview(page, path);
    await issueReview(page);
    const before = `xóm ${plan.hamlet}, xã Suối Bạc, huyện Đồi Chè, tỉnh Lam Sơn`;
    expect(await textOfPdf(page)).toContain(`tại ${before}`);
    const late = await draftReview(page, path);
    await signAs(page, 'Người Ký Ví Dụ');

    await mergeTheCommunes(page, plan.hamlet);
    await letADayPass(app);
    const next = await officer(app);
    await expectBothNames(next, path);
    await next.goto(late);
    await next.getByRole('button', { name: reviews.issue, exact: true }).click();
    await next.getByText(reviews.refusal['renamed-since']).waitFor();
    await expectOpenToAll(next);
    await next.getByRole('button', { name: reviews.redraft }).click();
    await next.getByText(`xã Bạc Vàng`).first().waitFor();
    await next.getByRole('button', { name: reviews.issue, exact: true }).click();
    await next.getByText(/Đã ban hành số 02\//).waitFor();
    const after = `xóm ${plan.hamlet}, xã Bạc Vàng, tỉnh Lam Sơn`;
    expect(await textOfPdf(next)).toContain(`tại ${after}`);
    await next.goto(`${late}/print`);
    expect(await paperText(next)).toContain(`tại ${after}`);
    expect(await paperText(next)).not.toContain('huyện Đồi Chè');
    await next.goto(`${old}/print`);
    expect(await paperText(next)).toContain(`tại ${before}`);

    await expectFiguresToAgree(next);
  },
  patience,
);

const officer = (app: RunningApp): Promise<Page> =>
  comeInAs('can-bo-tinh', '/staff', { address: app.address, size: 'phone' });

/** Once with a line whose district is not in the file: nothing is written then. */
async function importTheUnits(page: Page): Promise<void> {
  await page.goto('/staff/places');
  await expectOpenToAll(page);
  await page.getByRole('link', { name: places.importUnits }).click();
  await expectOpenToAll(page);
  await lookAtFile(page, [...units.slice(0, 3), '96002,Xã Suối Vàng,xa,961'], '2020-01-01');
  await page.getByText(`Dòng 5: ${imports.row['parent-missing']('961')}`).waitFor();
  expect(await page.getByRole('button', { name: imports.confirm }).count()).toBe(0);
  expect(await page.getByLabel(imports.from, { exact: true }).first().inputValue()).toBe(
    '01/01/2020',
  );
  await expectOpenToAll(page);
  await lookAtFile(page, units, '2020-01-01');
  await page.getByRole('button', { name: imports.confirm }).waitFor();
  await expectOpenToAll(page);
  await page.getByRole('button', { name: imports.confirm }).click();
  await page.getByText(imports.doneSnapshot(4, 0)).waitFor();
}

async function tieSite(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('summary').getByText(workspaceWords.vi.overview.baseline).click();
  await page.getByRole('link', { name: places.place.title }).click();
  await page.getByText(places.place.none).waitFor();
  await expectOpenToAll(page);
  await pick(page, places.place.unit, 'xa suoi bac', 'Xã Suối Bạc, huyện Đồi Chè');
  await page.getByRole('button', { name: places.place.do, exact: true }).click();
  await page.getByText(places.place.done).waitFor();
  await expectOpenToAll(page);
}

async function giveTheCommuneItsPolice({ address }: RunningApp): Promise<void> {
  const page = await comeInAs('quan-tri', '/staff/people', { address });
  await page.getByRole('link', { name: 'Vi Thị Ví Dụ' }).click();
  await page.getByText(rolesWords.vi.give, { exact: true }).click();
  await page.getByLabel(invitationWords.vi.role, { exact: true }).selectOption('commune_police');
  await page.getByLabel(invitationWords.vi.commune).selectOption({ label: 'Xã Suối Bạc' });
  await page.getByRole('button', { name: rolesWords.vi.giveSubmit }).click();
  await page.getByText(rolesWords.vi.given).waitFor();
}

async function mergeTheCommunes(page: Page, hamlet: string): Promise<void> {
  await page.goto('/staff/places/change');
  await expectOpenToAll(page);
  await page.getByRole('button', { name: change.go }).click();
  for (const name of ['Xã Suối Bạc', 'Xã Suối Vàng']) {
    await pick(page, change.add, name, `${name}, huyện Đồi Chè`);
    await page.getByRole('button', { name: change.addDo, exact: true }).click();
    await page.getByRole('button', { name: change.drop(name) }).waitFor();
  }
  await page.getByLabel(change.newName).fill('Xã Bạc Vàng');
  await page.getByLabel(change.newCode).fill('96001');
  await pick(page, change.parent, 'lam son', 'Tỉnh Lam Sơn');
  const day = addDays(today(), 1);
  await page.getByLabel(change.effectiveOn).fill(day);
  await page.getByLabel(change.legalAct).fill('Nghị quyết ví dụ số 2');
  await expectOpenToAll(page);
  await page.getByRole('button', { name: change.preview }).last().click();
  await page.getByText(change.agree).waitFor();
  await expectForetold(page, hamlet);
  await page.getByRole('button', { name: change.confirm }).click();
  await page.getByText(change.done).waitFor();
  await expectOpenToAll(page);
  await page.getByRole('link', { name: 'Xã Bạc Vàng' }).click();
  await expectLineage(page, day);
}

async function expectForetold(page: Page, hamlet: string): Promise<void> {
  const table = (name: string) => page.getByRole('region', { name, exact: true });
  const moving = page.getByRole('row').filter({ hasText: `Xóm ${hamlet}` });
  expect(await moving.innerText()).toContain('Xã Bạc Vàng, tỉnh Lam Sơn');
  expect(await table(change.rolesHint).innerText()).toContain('Vi Thị Ví Dụ');
  const total = (name: string) =>
    table(name).getByRole('row').filter({ hasText: places.area.total }).innerText();
  expect(await total(change.after)).toBe(await total(change.before));
  expect(await total(change.after)).toContain('137');
  await expectOpenToAll(page);
}

async function expectLineage(page: Page, day: ReturnType<typeof today>): Promise<void> {
  const card = (name: string) => page.locator('section').filter({ hasText: name });
  await page.getByRole('heading', { level: 1, name: 'Xã Bạc Vàng' }).waitFor();
  const came = await card(places.before).innerText();
  expect(came).toContain('Xã Suối Bạc, huyện Đồi Chè');
  expect(came).toContain('Xã Suối Vàng, huyện Đồi Chè');
  expect(came).toContain(showDay(day));
  await expectOpenToAll(page);
  await page.getByRole('link', { name: /Xã Suối Bạc/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Xã Suối Bạc' }).waitFor();
  expect(await card(places.after).innerText()).toContain('Xã Bạc Vàng');
  expect(await page.locator('main').innerText()).toContain(showDay(addDays(day, -1)));
  await expectOpenToAll(page);
}

/** By its name of today, beside that of its plan. */
async function expectBothNames(page: Page, path: string): Promise<void> {
  for (const at of ['/staff/sites', path]) {
    await page.goto(at);
    const text = await page.locator('main').innerText();
    expect(text).toContain('xã Bạc Vàng');
    expect(text).toMatch(new RegExp(workspaceWords.vi.planned('Xóm Đồi Chè \\d+, xã Suối Bạc')));
    await expectOpenToAll(page);
  }
}

type Row = (name: string) => string;

/** What is recorded of the site stands with the old commune by then, with the new one by now. */
async function expectFiguresToAgree(page: Page): Promise<void> {
  const [then, now] = [await figuresBy(page, 'then'), await figuresBy(page, 'now')];
  const cells = (row: string): readonly string[] => row.split(/\s*\t\s*|\n+/).slice(1);
  expect(then('Xã Suối Bạc')).toContain('23');
  expect(cells(now('Xã Bạc Vàng'))).toEqual(cells(then('Xã Suối Bạc')));
  expect(now('Xã Suối Bạc')).toBe('');
  expect(now(places.area.total)).toBe(then(places.area.total));
}

async function figuresBy(page: Page, by: 'then' | 'now'): Promise<Row> {
  await page.goto('/staff/figures');
  await page.getByLabel(places.area.boundaries, { exact: true }).selectOption(by);
  await page.getByRole('button', { name: places.area.show }).click();
  await page.waitForURL(new RegExp(`by=${by}`));
  await expectOpenToAll(page);
  const rows = await page.getByRole('row').allInnerTexts();
  return (name) => rows.find((row) => row.startsWith(name)) ?? '';
}

const paperText = async (page: Page): Promise<string> =>
  (await page.locator('main').innerText()).replace(/\s+/g, ' ');

async function textOfPdf(page: Page): Promise<string> {
  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: reviews.pdf }).click();
  const bytes = new Uint8Array(await readFile(await (await arriving).path()));
  return (await extractText(bytes, { mergePages: true })).text.replace(/\s+/g, ' ');
}

test('without script units are brought in, and a unit is chosen from those its text may mean', async () => {
  const page = await comeInAs('can-bo-tinh', '/staff', { script: false, size: 'phone' });
  const { path } = await makeSite(page);
  const rows = ['97,Tỉnh Đồi Sim,tinh,', '97001,Xã Mây Trắng,xa,97', '97002,Xã Mây Hồng,xa,97'];
  await bringInUnits(page, rows, '2020-01-01');
  await page.goto(`${path}/place`);
  await page.getByRole('combobox', { name: places.place.unit }).fill('may doi sim');
  await page.getByRole('button', { name: places.place.do, exact: true }).click();
  await page.getByText(places.choose).waitFor();
  await expectOpenToAll(page);
  await page.getByRole('radio', { name: 'Xã Mây Hồng, tỉnh Đồi Sim' }).check();
  await page.getByRole('button', { name: places.place.do, exact: true }).click();
  await page.getByText(places.place.done).waitFor();
  expect(await page.locator('main').innerText()).toContain('Xã Mây Hồng, tỉnh Đồi Sim');
});

test('of a commune that is divided each site is told where it goes, and nothing is guessed', async () => {
  const page = await comeInAs('can-bo-tinh', '/staff', { size: 'phone' });
  const { path, plan } = await makeSite(page);
  const rows = ['98,Tỉnh Bãi Dâu,tinh,', '98001,Xã Hai Bờ,xa,98', '98002,Xã Bờ Xa,xa,98'];
  await bringInUnits(page, rows, '2020-01-01');
  await page.goto(`${path}/place`);
  await pick(page, places.place.unit, 'hai bo', 'Xã Hai Bờ, tỉnh Bãi Dâu');
  await page.getByRole('button', { name: places.place.do, exact: true }).click();
  await page.getByText(places.place.done).waitFor();

  await page.goto('/staff/places/change?kind=merged');
  for (const name of ['Xã Hai Bờ', 'Xã Bờ Xa']) {
    await pick(page, change.add, name, `${name}, tỉnh Bãi Dâu`);
    await page.getByRole('button', { name: change.addDo, exact: true }).click();
    await page.getByRole('button', { name: change.drop(name) }).waitFor();
  }
  await page.getByLabel(change.partial).first().check();
  await page.getByLabel(change.newName).fill('Xã Bờ Mới');
  await page.getByLabel(change.effectiveOn).fill(today());
  await page.getByLabel(change.legalAct).fill('Nghị quyết ví dụ số 3');
  await page.getByRole('button', { name: change.preview }).last().click();
  await page.getByText(change.refusal['destination-missing']).waitFor();
  await expectOpenToAll(page);
  await page
    .getByLabel(change.chooseFor(`Xóm ${plan.hamlet}`))
    .selectOption({ label: change.rest('Xã Hai Bờ') });
  await page.getByRole('button', { name: change.preview }).last().click();
  await page.getByText(change.agree).waitFor();
  await expectOpenToAll(page);
  await page.getByRole('button', { name: change.confirm }).click();
  await page.getByText(change.done).waitFor();
  await page.goto(`${path}/place`);
  const stood = page.locator('main a[href^="/staff/places/"]');
  expect(await stood.allInnerTexts()).toEqual([
    'Xã Hai Bờ, tỉnh Bãi Dâu',
    'Xã Hai Bờ, tỉnh Bãi Dâu',
  ]);
  await stood.first().click();
  await page.getByRole('heading', { level: 1, name: 'Xã Hai Bờ' }).waitFor();
  expect(await page.locator('main').innerText()).toContain(`(${places.part})`);
});
