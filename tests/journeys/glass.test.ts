// Something happens next door at night: an officer looks at a site beyond their reach, and everybody it concerns knows.

import { expect, test } from 'vitest';
import { glassWords } from '#people/glass.words.ts';
import { findBarriers, overflowOf } from './browser.ts';
import { makeSite } from './own-site.ts';
import { arriveAt, comeInAs } from './sign-in.ts';
import { sendForm } from './steps.ts';

const own = glassWords.vi;
const reason = 'Đám cháy lan từ xóm bên, cần biết ai trực đêm nay';

test('an officer opens a site of another commune, looks, changes nothing, and ends it', async () => {
  const office = await comeInAs('can-bo-tinh');
  const { path, plan } = await makeSite(office);
  const page = await comeInAs('cong-an-xa', '/staff/glass', { size: 'phone' });
  const statusOf = async (of: string): Promise<number> => (await page.request.get(of)).status();
  expect(await statusOf(path)).toBe(404);

  await page.getByRole('link', { name: own.open }).click();
  await page.getByLabel(own.findLabel).fill(plan.hamlet.toLowerCase());
  await page.getByRole('button', { name: own.find }).click();
  await page.locator(`main a[href*="${path.split('/').at(-1)}"]`).click();
  await page.getByRole('radio', { name: /Sự cố đe dọa an toàn/ }).check();
  await page.getByLabel(own.hoursLabel).fill('9');
  await page.getByLabel(own.reasonLabel).fill(reason);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: own.confirm }).click();
  await page.getByText(own.refusal['hours-invalid']).waitFor();
  expect(await page.getByLabel(own.reasonLabel).inputValue()).toBe(reason);
  await page.getByLabel(own.hoursLabel).fill('2');
  await page.getByRole('button', { name: own.confirm }).click();
  await arriveAt(page, path);
  await page.getByText(/Bạn đang xem điểm ngoài phạm vi/).waitFor();
  expect(await overflowOf(page)).toBe(0);
  expect(await page.locator('main form').count()).toBe(0);
  expect(await statusOf(`${path}/households`)).not.toBe(200);
  const moved = { commandId: crypto.randomUUID(), day: '2025-12-15', note: 'x' };
  const sent = await sendForm(page, `${path}/steps/1?/start`, moved);
  expect([403, 404]).toContain(sent.status());

  await office.goto('/staff');
  await office.getByRole('link', { name: own.look }).click();
  const card = office.locator('section').filter({ hasText: plan.hamlet });
  await card.getByText(reason).waitFor();
  expect(await findBarriers(office)).toEqual([]);
  await card.getByLabel(own.remark).fill('Đã gọi hỏi lại');
  await card.getByRole('button', { name: own.seen }).click();
  await card.getByText(/Đã gọi hỏi lại/).waitFor();

  await page.goto('/staff/glass');
  await page.getByText(/Đã gọi hỏi lại/).waitFor();
  await page.getByRole('button', { name: own.end }).click();
  await page.getByText(own.ended).waitFor();
  expect(await statusOf(path)).toBe(404);
});

test('who sees the site anyway, or may not do it at all, is not offered it', async () => {
  const office = await comeInAs('can-bo-tinh', '/staff/glass');
  expect(await office.getByRole('link', { name: own.open }).count()).toBe(0);
  const member = await comeInAs('nong-cot', '/staff/glass');
  expect(await member.getByRole('link', { name: own.open }).count()).toBe(0);
  expect((await member.request.get('/staff/glass/new')).status()).toBe(403);
});
