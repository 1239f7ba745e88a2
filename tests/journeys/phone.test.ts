// A core member with a cheap phone: what was just done is recorded with a few taps.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { activityScreenWords } from '#activities/activity-screens.words.ts';
import { activityWords } from '#activities/activity.words.ts';
import { siteWords } from '#sites/sites.words.ts';
import { workspaceWords } from '#sites/workspace.words.ts';
import { uiWords } from '#ui/ui.words.ts';
import { findBarriers, overflowOf } from './browser.ts';
import { addPerson } from './new-person.ts';
import { makeSite } from './own-site.ts';
import { comeInAs, comeInWith } from './sign-in.ts';
import { fillActivity } from './steps.ts';

const own = activityScreenWords.vi;
const asked = activityWords.vi;

/** Somebody who is core member at a site of this journey alone, with their phone before them. */
async function aCoreMember(): Promise<{ readonly page: Page; readonly path: string }> {
  const { path } = await makeSite(await comeInAs('can-bo-tinh'));
  const office = await comeInAs('quan-tri', '/staff/people');
  const person = await addPerson(office, { role: 'core_member', path });
  return { page: await comeInWith(person, '/staff', { size: 'phone' }), path };
}

test('a core member records a talk with a photo straight from Today, and the figures follow', async () => {
  const { page, path } = await aCoreMember();
  await page.getByRole('link', { name: workspaceWords.vi.record }).tap();
  await page.waitForURL(`**${path}/activities/new`);
  await fillActivity(page, { kind: 'talk', participants: 23, place: 'Sân nhà văn hóa' });
  await choosePhoto(page);
  expect(await overflowOf(page)).toBe(0);
  await save(page);

  const line = page.getByRole('listitem').filter({ hasText: 'Sân nhà văn hóa' });
  expect(await line.innerText()).toContain(own.people(23, '23'));
  expect(await line.innerText()).toContain(own.photos(1));
  expect(await thisMonth(page, path, siteWords.vi.indicator.talks.name)).toBe('1');
  expect(await thisMonth(page, path, siteWords.vi.indicator.talk_attendees.name)).toBe('23');
});

test('a site shows its six steps and all its parts at once', async () => {
  const { path } = await makeSite(await comeInAs('can-bo-tinh'));
  const page = await comeInAs('can-bo-tinh', path, { size: 'phone' });
  const shape = await page.evaluate(() => {
    const inView = (element: Element): boolean => {
      const { left, right, height } = element.getBoundingClientRect();
      return height > 0 && left >= 0 && right <= innerWidth;
    };
    const steps = [...document.querySelectorAll('main ol > li > a[href*="/steps/"]')];
    return {
      steps: steps.filter(inView).length,
      tabs: [...document.querySelectorAll('main nav a')].map(inView),
    };
  });
  expect(shape.steps).toBe(6);
  expect(shape.tabs).toHaveLength(7);
  expect(shape.tabs).not.toContain(false);
});

test('on a low screen, or one zoomed in, the bars scroll away with the page', async () => {
  const page = await comeInAs('can-bo-tinh', '/staff/sites', { size: 'phone' });
  await page.setViewportSize({ width: 360, height: 370 });
  const kept = await page.evaluate(
    () =>
      [...document.querySelectorAll('header, nav, main *')].filter((element) =>
        ['fixed', 'sticky'].includes(getComputedStyle(element).position),
      ).length,
  );
  expect(kept).toBe(0);
});

test('where something was done before, Today, the kind and saving are all it takes', async () => {
  const { page, path } = await aCoreMember();
  await page.goto(`${path}/activities/new`);
  await fillActivity(page, { kind: 'patrol', place: 'Đường liên xóm' });
  await save(page);

  await page.goto('/staff');
  await page.getByRole('link', { name: workspaceWords.vi.record }).tap();
  await page.getByRole('radio', { name: asked.kind.patrol }).tap();
  await save(page);
  expect(await page.getByRole('listitem').filter({ hasText: 'Đường liên xóm' }).count()).toBe(2);
  expect(await thisMonth(page, path, siteWords.vi.indicator.patrols.name)).toBe('2');
});

test('a core member corrects what was recorded; the photo stays and the figures follow', async () => {
  const { page, path } = await aCoreMember();
  await page.goto(`${path}/activities/new`);
  await fillActivity(page, { kind: 'talk', place: 'Sân nhà văn hóa', participants: 23 });
  await choosePhoto(page);
  await save(page);

  await page.getByRole('link', { name: asked.kind.talk }).tap();
  await page.getByRole('link', { name: own.correct }).tap();
  await page.getByLabel(asked.field.participants).fill('32');
  await page.getByRole('button', { name: own.saveCorrection }).tap();
  await page.getByText(own.savedCorrection).waitFor();
  expect(await page.locator('main').innerText()).toContain('32');
  const photo = page.locator('main img');
  expect(await photo.evaluate((image: HTMLImageElement) => image.decode())).toBeUndefined();
  expect(await findBarriers(page)).toEqual([]);
  expect(await thisMonth(page, path, siteWords.vi.indicator.talks.name)).toBe('1');
  expect(await thisMonth(page, path, siteWords.vi.indicator.talk_attendees.name)).toBe('32');
});

test('a day that has not come is refused with a sentence, and nothing typed is lost', async () => {
  const { page, path } = await aCoreMember();
  await page.goto(`${path}/activities/new`);
  const told = { place: 'Gốc đa đầu xóm', participants: 7, note: 'Mưa, họp ngắn' };
  await fillActivity(page, { kind: 'meeting', ...told });
  const day = page.getByLabel(asked.field.day, { exact: true });
  const today = await day.inputValue();
  const later = `05/03/${Number(today.slice(-4)) + 1}`;
  await day.fill(later);
  await page.getByRole('button', { name: own.save }).tap();
  await page.getByText(uiWords.vi.field.notAfter(today)).waitFor();
  expect(new URL(page.url()).pathname).toBe(`${path}/activities/new`);

  // A browser that does not hold people back: the server says it too.
  await page.locator('form:has([name=day])').evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
  });
  await page.getByRole('button', { name: own.save }).tap();
  await page.getByText(asked.refusal['in-future']).waitFor();
  expect(await page.getByRole('radio', { name: asked.kind.meeting }).isChecked()).toBe(true);
  expect(await day.inputValue()).toBe(later);
  expect(await page.getByLabel(asked.field.place).inputValue()).toBe(told.place);
  expect(await page.getByLabel(asked.field.participants).inputValue()).toBe('7');
  expect(await page.getByLabel(asked.field.note).inputValue()).toBe(told.note);
  expect(await findBarriers(page)).toEqual([]);
  await page.goto(`${path}/activities`);
  expect(await page.getByText(own.none).count()).toBe(1);
});

test('on a slow line what is filled in before the script arrives stays as it is', async () => {
  const { page, path } = await aCoreMember();
  await page.goto(`${path}/activities/new`);
  await fillActivity(page, { kind: 'patrol', place: 'Đường liên xóm' });
  await save(page);
  const arrived = Promise.withResolvers<undefined>();
  const scripts = page.waitForEvent('requestfinished', (one) => one.resourceType() === 'script');
  await page.route('**/*.js', async (route) => {
    await arrived.promise;
    await route.continue();
  });
  await page.goto(`${path}/activities/new`, { waitUntil: 'commit' });
  const told = { kind: 'talk', place: 'Sân kho cũ', participants: 14, note: 'Chiều' } as const;
  await fillActivity(page, told);
  arrived.resolve(undefined);
  await scripts;
  await page.waitForLoadState('networkidle');
  expect(await page.getByRole('radio', { name: asked.kind.talk }).isChecked()).toBe(true);
  expect(await page.getByLabel(asked.field.place).inputValue()).toBe(told.place);
  expect(await page.getByLabel(asked.field.participants).inputValue()).toBe('14');
  expect(await page.getByLabel(asked.field.note).inputValue()).toBe(told.note);
});

test.each([
  ['a small photo', { width: 40, height: 30 }],
  ['a large photo', undefined],
])('neither place nor camera of %s leaves the phone', async (_, clip) => {
  const { page, path } = await aCoreMember();
  await page.goto(`${path}/activities/new`);
  await fillActivity(page, { kind: 'talk', place: 'Nhà văn hóa' });
  const plain = await page.screenshot({
    type: 'jpeg',
    ...(clip ? { quality: 20, clip: { x: 0, y: 0, ...clip } } : { quality: 100 }),
  });
  const buffer = withPlace(plain);
  expect(buffer.includes('GPS 21.5 N')).toBe(true);
  await page.evaluate(listenForFiles);
  // Saved at once, while the photo may still be drawn.
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'ảnh.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByRole('button', { name: own.save }).tap();
  await page.getByText(own.saved).waitFor();
  const bytes = Buffer.from(
    await page.evaluate(() => document.body.dataset['left'] ?? ''),
    'latin1',
  );
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  expect(['Exif', 'GPS', 'XMP'].filter((word) => bytes.includes(word))).toEqual([]);
});

/** Keeps what the page hands to the line: what a browser tells of a request leaves its files out. */
function listenForFiles(): void {
  const send = window.fetch;
  window.fetch = async (where, how) => {
    for (const [, file] of how?.body instanceof FormData ? how.body : [])
      if (file instanceof File && file.size > 0)
        document.body.dataset['left'] = Array.from(
          new Uint8Array(await file.arrayBuffer()),
          (byte) => String.fromCodePoint(byte),
        ).join('');
    return send(where, how);
  };
}

/** Exif right behind the first two bytes, as cameras write it. */
function withPlace(photo: Buffer): Buffer {
  const said = Buffer.from('Exif\0\0MM\0*\0\0\0\u0008\0\0\0\0\0\0GPS 21.5 N XMP', 'latin1');
  const size = said.length + 2;
  const head = Buffer.from([0xff, 0xe1, size >> 8, size & 0xff]);
  return Buffer.concat([photo.subarray(0, 2), head, said, photo.subarray(2)]);
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: own.save }).tap();
  await page.getByText(own.saved).waitFor();
}

/** As a phone's camera might leave it: a real picture of what is before us. */
async function choosePhoto(page: Page): Promise<void> {
  const buffer = await page.screenshot({ type: 'jpeg' });
  const photo = { name: 'buổi nói chuyện.jpg', mimeType: 'image/jpeg', buffer };
  await page.locator('input[type=file]').setInputFiles(photo);
}

async function thisMonth(page: Page, path: string, indicator: string): Promise<string> {
  await page.goto(`${path}/indicators`);
  const row = page.getByRole('row').filter({ hasText: indicator });
  return (await row.locator('td').nth(1).innerText()).replace(/^.*\n/s, '').trim();
}
