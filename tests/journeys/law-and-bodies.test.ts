// A rule is compared with its text, another is replaced with a reason; a commune's police gets a new name.

import { expect, test } from 'vitest';
import { lawWords } from '#law/law.words.ts';
import { bodyWords } from '#places/body.words.ts';
import { comeInAs } from './sign-in.ts';

const law = lawWords.vi;
const bodies = bodyWords.vi;

test('an administrator confirms a rule by the text they read, and others see it', async () => {
  const page = await comeInAs('quan-tri', '/staff/law');
  await page.getByLabel(law.search).fill('bao da nhan yeu cau');
  await page.getByRole('button', { name: law.find }).click();
  await page.getByRole('link', { name: /Báo đã nhận yêu cầu/ }).click();
  await page.getByLabel(law.textRead).fill('Công báo, Điều 5 khoản 2');
  await page.getByRole('button', { name: law.confirm }).click();
  await page.getByText(law.confirmed).waitFor();
  const other = await comeInAs('nong-cot', '/staff/law/privacy.acknowledge');
  expect(await other.getByText('Công báo, Điều 5 khoản 2').count()).toBe(1);
  expect(await other.getByRole('button', { name: law.replace }).count()).toBe(0);
});

test('a rule is replaced from a day; without a source nothing changes and what was typed stays', async () => {
  const page = await comeInAs('quan-tri', '/staff/law/tip.receipt');
  const form = page.locator('form[action="?/replace"]');
  await form.getByLabel(law.count, { exact: true }).fill('4');
  await form.getByLabel(law.from).fill('2030-01-01');
  await form.getByLabel(law.markLabel, { exact: true }).selectOption('verified');
  await form.getByLabel(law.source).fill(' ');
  await form.getByLabel(law.why).fill('Thông tư mới');
  await form.getByRole('button', { name: law.replace }).click();
  await page.getByText(law.refusal['source-missing']).waitFor();
  expect(await form.getByLabel(law.why).inputValue()).toBe('Thông tư mới');
  await form.getByLabel(law.source).fill('Thông tư 1/2029/TT-BCA');
  await form.getByRole('button', { name: law.replace }).click();
  await page.getByText(law.replaced).waitFor();
  const history = page.getByRole('listitem');
  expect(await history.filter({ hasText: '4 ngày làm việc, từ 01/01/2030' }).count()).toBe(1);
  expect(await history.filter({ hasText: 'đến hết 31/12/2029' }).count()).toBe(1);
});

test('a body is found, renamed from a day without script, and keeps its old name before', async () => {
  const page = await comeInAs('can-bo-tinh', '/staff/bodies?q=tram+y+te', { script: false });
  await page.getByRole('link', { name: 'Trạm Y tế xã Phú Thịnh' }).click();
  await page.getByText(bodies.rename, { exact: true }).first().click();
  const form = page.locator('form[action="?/rename"]');
  await form.getByLabel(bodies.newName, { exact: true }).fill('Trạm Y tế Đồi Chè');
  await form.getByRole('button').click();
  await page.getByText(bodies.saved).waitFor();
  await page.goto(new URL('/staff/bodies?q=tram+y+te', page.url()).href);
  expect(await page.getByRole('link', { name: 'Trạm Y tế Đồi Chè' }).count()).toBe(1);
  await page.goto(new URL('/staff/bodies?q=tram+y+te&on=2026-01-01', page.url()).href);
  expect(await page.getByRole('link', { name: 'Trạm Y tế xã Phú Thịnh' }).count()).toBe(1);
});
