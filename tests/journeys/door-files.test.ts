// Files at the door: what they tell of their maker comes off, the original goes only by choice, and a dropped line costs one piece.

import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { caseWords } from '#tips/case.words.ts';
import { doorWords } from '#tips/door/door.words.ts';
import { sendingWords } from '#tips/door/sending.words.ts';
import { askForCode, beginReport, findDoor, typeBack, untilReceived } from './at-the-door.ts';
import { openPage } from './browser.ts';
import { expectFit, unlock } from './rings.ts';
import { comeInAs } from './sign-in.ts';

const [own, sending, desk] = [doorWords.vi, sendingWords.vi, caseWords.vi];
/** Milliseconds: two people, each with a page of their own. */
const patience = 150_000;
const anyWhat = (): string => `Có ảnh chụp, số ${crypto.randomUUID().slice(0, 8)}, ở đầu xóm.`;

/** What a telephone writes behind the first two bytes of a photo: its name, its place. */
const told = 'Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0 MÁY VÍ DỤ GPSLatitude 21.5 N';

/** A true photo, of the page itself, as a telephone would keep it. */
async function aPhoto(page: Page): Promise<Buffer> {
  const drawn = await page.screenshot({ type: 'jpeg', quality: 30 });
  const label = Buffer.from(told, 'latin1');
  const head = Buffer.from([0xff, 0xe1, 0, label.length + 2]);
  return Buffer.concat([drawn.subarray(0, 2), head, label, drawn.subarray(2)]);
}

/** A second of noise, long enough for three pieces, under the title of its maker. */
function aRecording(): { readonly given: Buffer; readonly clean: Buffer } {
  const chunk = (name: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return Buffer.concat([head, data]);
  };
  const format = chunk('fmt ', Buffer.from([1, 0, 1, 0, 64, 31, 0, 0, 64, 31, 0, 0, 1, 0, 8, 0]));
  const sound = chunk('data', Buffer.from(Array.from({ length: 600_000 }, (_, at) => at % 251)));
  const wave = (...parts: readonly Buffer[]): Buffer =>
    chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), ...parts]));
  const label = chunk('LIST', Buffer.from('INFOIART NGUOI GHI VI DU'));
  return { given: wave(format, label, sound), clean: wave(format, sound) };
}

async function startWith(what: string): Promise<Page> {
  const { path } = await findDoor();
  const page = await openPage(path, { size: 'phone' });
  await beginReport(page);
  await page.locator('[name=what]').fill(what);
  return page;
}

const choose = (page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> =>
  page.locator('#chosen').setInputFiles({ name, mimeType, buffer });

async function sendAll(page: Page): Promise<void> {
  await typeBack(page, await askForCode(page));
  await untilReceived(page);
}

/** The case of those words, opened by somebody on duty. */
async function openAtDesk(what: string): Promise<Page> {
  const page = await comeInAs('cong-an-xa', '/staff/tips');
  await unlock(page);
  await page
    .locator('main a[href^="/staff/tips/"]')
    .filter({ hasText: what.slice(0, 27) })
    .first()
    .click();
  await page.getByRole('region', { name: desk.letters }).getByText(what).waitFor();
  return page;
}

/** Every file of the case under that name, in their order, with what the desk says of its cleaning. */
async function savedAtDesk(page: Page, name: string): Promise<Map<string, Buffer>> {
  const saved = new Map<string, Buffer>();
  const files = page.locator('div.stack').filter({ has: page.locator('> p > .how') });
  for (const file of await files.filter({ hasText: name }).all()) {
    await file.getByRole('button', { name: desk.openFile(name) }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      file.getByRole('link', { name: desk.saveFile(name) }).click(),
    ]);
    const how = await file.locator('.how').innerText();
    saved.set(how, await readFile(await download.path()));
  }
  return saved;
}

const has = (bytes: Buffer | undefined, words: string): boolean =>
  bytes?.includes(Buffer.from(words, 'latin1')) ?? false;

test(
  'a photo loses its place and camera before it leaves, and the page says so; the original only goes too where somebody ticks it',
  async () => {
    const what = anyWhat();
    const page = await startWith(what);
    const photo = await aPhoto(page);
    await choose(page, 'anh.jpg', 'image/jpeg', photo);
    const line = page.locator('#kept li');
    await line.getByText(sending.cleaned('anh.jpg')).waitFor();
    await page.getByText(own.voice).waitFor();
    expect(await line.getByLabel(sending.alsoOriginal).isChecked()).toBe(false);
    await line.getByLabel(sending.alsoOriginal).check();
    await expectFit(page);
    await sendAll(page);
    await page.getByText(sending.carried).waitFor();
    await expectFit(page);
    const files = await savedAtDesk(await openAtDesk(what), 'anh.jpg');
    const [clean, original] = [files.get(`(${desk.cleaned})`), files.get(`(${desk.original})`)];
    expect(files.size).toBe(2);
    expect(clean?.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect([has(clean, 'GPSLatitude'), has(clean, 'Exif')]).toEqual([false, false]);
    expect(original).toEqual(photo);
  },
  patience,
);

test(
  'what cannot be cleaned is said before sending, and stays out unless somebody wants it in',
  async () => {
    const what = anyWhat();
    const page = await startWith(what);
    const paper = Buffer.from('PK\x03\x04 word/document.xml NGƯỜI VIẾT');
    await choose(page, 'thu.docx', 'application/octet-stream', paper);
    const line = page.locator('#kept li');
    await line.getByText(sending.notCleaned('thu.docx')).waitFor();
    expect(await line.getByLabel(sending.keepOriginal).isChecked()).toBe(false);
    await expectFit(page);
    await choose(page, 'bo.txt', 'text/plain', paper);
    await page.locator('#kept li').nth(1).getByRole('button', { name: sending.remove }).click();
    expect(await line.count()).toBe(1);
    await sendAll(page);
    expect(await page.locator('#progress').innerText()).toBe('');
    const opened = await openAtDesk(what);
    expect(await opened.getByRole('button', { name: desk.openFile('thu.docx') }).count()).toBe(0);
  },
  patience,
);

test(
  'a line that drops in the middle of a file costs one piece: it goes on by itself, and arrives whole and once',
  async () => {
    const what = anyWhat();
    const page = await startWith(what);
    const { given, clean } = aRecording();
    await choose(page, 'ghi-am.wav', 'audio/wav', given);
    await page.getByText(sending.cleaned('ghi-am.wav')).waitFor();
    const numbers: number[] = [];
    await page.route('**/t/pieces', async (route) => {
      const { number } = route.request().postDataJSON() as { number: number };
      numbers.push(number);
      // Of the second piece the answer is lost, then the piece itself.
      if (number === 1 && numbers.length === 2) await route.fetch();
      if (number === 1 && numbers.length <= 3) await route.abort('connectionreset');
      else await route.continue();
    });
    await sendAll(page);
    await page.getByText(sending.waiting).waitFor();
    await page.getByText(sending.carried).waitFor();
    expect(numbers).toEqual([0, 1, 1, 1, 2]);
    const files = await savedAtDesk(await openAtDesk(what), 'ghi-am.wav');
    expect([...files.keys()]).toEqual([`(${desk.cleaned})`]);
    expect(files.get(`(${desk.cleaned})`)?.equals(clean)).toBe(true);
  },
  patience,
);

test('files too big together are refused one by one, and the rest stays', async () => {
  const page = await startWith(anyWhat());
  const { given } = aRecording();
  await choose(page, 'nho.wav', 'audio/wav', given);
  await page.getByText(sending.cleaned('nho.wav')).waitFor();
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('#chosen');
    const kept = new DataTransfer();
    kept.items.add(new File([new Uint8Array(50 * 1024 * 1024)], 'lon.mp4'));
    if (field) field.files = kept.files;
    field?.dispatchEvent(new Event('change'));
  });
  await page.getByText(`${sending.tooBig} lon.mp4`).waitFor();
  expect(await page.locator('#kept li').count()).toBe(2);
  await expectFit(page);
});
