// Somebody brings a file that cannot become a site: they are told why, and nothing is left behind.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { correctionWords } from '#plans/correction.words.ts';
import { planWords } from '#plans/plan.words.ts';
import { uiWords } from '#ui/ui.words.ts';
import { findBarriers } from './browser.ts';
import { asWord, writePlan, type BroughtFile } from './plan-on-paper.ts';
import { visitAs } from './sign-in.ts';

const refusal = planWords.vi.refusal;
const example = (name: string): Buffer =>
  readFileSync(new URL(`../../src/plans/examples/bytes/${name}`, import.meta.url));
const letter = [
  'Kính gửi bà con trong xóm,',
  'Chiều thứ Bảy này nhà văn hóa có chiếu phim cho các cháu, mời các gia đình cùng đến.',
  'Bà con nhớ mang theo ghế con và áo ấm.',
].join('\n');
const whole = (await asWord(writePlan())).buffer;
const megabyte = 1024 * 1024;

const files = [
  {
    what: 'a picture',
    name: 'ảnh.jpg',
    buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    says: refusal['unknown-type'],
  },
  {
    what: 'a PDF that is called .docx',
    name: 'ke-hoach.docx',
    buffer: example('example.pdf'),
    says: refusal['type-differs'],
  },
  {
    what: 'a scan without text',
    name: 'scan.pdf',
    buffer: example('scan.pdf'),
    says: refusal['scan-without-text'],
  },
  ...['locked.docx', 'locked.doc', 'locked.pdf'].map((name) => ({
    what: `a locked file, ${name}`,
    name,
    buffer: example(name),
    says: refusal.password,
  })),
  {
    what: 'a letter that is no plan',
    name: 'thu-moi.txt',
    buffer: Buffer.from(letter),
    says: refusal['not-a-plan'],
  },
  {
    what: 'an empty file',
    name: 'trong.txt',
    buffer: Buffer.alloc(0),
    says: refusal.empty,
  },
  {
    what: 'half of a Word file',
    name: 'nua.docx',
    buffer: whole.subarray(0, whole.length / 2),
    says: refusal.damaged,
  },
];

test('the sentence of a refusal is tied to the field it speaks of', async () => {
  const page = await visitAs('cong-an-xa', '/staff/plans');
  const file = { name: 'thu.txt', mimeType: 'text/plain', buffer: Buffer.from(letter) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: correctionWords.vi.read }).click();
  await page.getByText(refusal['not-a-plan']).waitFor();
  const described = await page.locator('input[type=file]').getAttribute('aria-describedby');
  expect(described?.split(' ')).toContain('file-error');
  expect(await findBarriers(page)).toEqual([]);
});

test.each(files)('who brings $what is told why it was not read', async ({ name, buffer, says }) => {
  const page = await visitAs('cong-an-xa', '/staff/plans');
  const before = await page.locator('tbody').allInnerTexts();
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
  await page.getByRole('button', { name: correctionWords.vi.read }).click();
  await page.getByText(says).waitFor();
  expect(await page.locator('input[type=file]').getAttribute('aria-invalid')).toBe('true');
  await page.reload();
  expect(await page.locator('tbody').allInnerTexts()).toEqual(before);
  expect(await page.getByText(name).count()).toBe(0);
});

const big = (megabytes: number): BroughtFile => ({
  name: 'lon.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.concat([example('example.pdf'), Buffer.alloc(megabytes * megabyte)]),
});

test('who chooses a file of 21 MB is told at once, before anything is sent', async () => {
  const page = await visitAs('cong-an-xa', '/staff/plans');
  const field = page.locator('input[type=file]');
  await field.setInputFiles(big(21));
  const says = (): Promise<string> =>
    field.evaluate((input: HTMLInputElement) => input.validationMessage);
  await expect.poll(says).toBe(uiWords.vi.tooBig(20));
});

test.each([
  { megabytes: 21, says: refusal['too-big'] },
  { megabytes: 27, says: uiWords.vi.error.tooBig },
])('without script who sends $megabytes MB is told afterwards', async ({ megabytes, says }) => {
  const page = await visitAs('cong-an-xa', '/staff/plans', { script: false });
  const before = await page.locator('tbody').allInnerTexts();
  await page.locator('input[type=file]').setInputFiles(big(megabytes));
  await page.getByRole('button', { name: correctionWords.vi.read }).click();
  await page.getByText(says).waitFor();
  await page.goto('/staff/plans');
  expect(await page.locator('tbody').allInnerTexts()).toEqual(before);
});
