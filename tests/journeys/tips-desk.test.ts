// A tip from the door to the desk and back: opened, entered, classified, answered, and the answer read with the code.

import { inject, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { fromBase64Url, toBase64Url } from '#sealed/bytes.ts';
import { openEnvelope } from '#sealed/envelope.ts';
import { aboutOf, halvesOf } from '#sealed/halves.ts';
import type { Code } from '#sealed/code.ts';
import { newId } from '#ground/id.ts';
import { caseWords } from '#tips/case.words.ts';
import { deskWords } from '#tips/desk.words.ts';
import { findBarriers, overflowOf } from './browser.ts';
import { unlock } from './rings.ts';
import { aCode, sendTip } from './sent-tip.ts';
import { comeInAs, visitAs } from './sign-in.ts';

const own = deskWords.vi;
const patience = 180_000;
const what = 'Chiều nào cũng có xe lạ dừng ở đầu xóm đưa gói nhỏ';

async function expectFit(page: Page): Promise<void> {
  for (const size of [
    { width: 360, height: 740 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size);
    expect(await overflowOf(page)).toBe(0);
    expect(await findBarriers(page)).toEqual([]);
  }
}

const formOf = (page: Page, kind: string) =>
  page.locator('form').filter({ has: page.locator(`input[value="${kind}"]`) });

async function record(page: Page, kind: string): Promise<void> {
  await formOf(page, kind).getByRole('button', { name: own.saveStep }).click();
  await page.getByText(own.stepSaved, { exact: true }).waitFor();
}

/** As the sender's phone does: the code finds, and opens here alone. */
async function readAnswers(code: Code): Promise<readonly unknown[]> {
  const { find, open } = await halvesOf(code);
  const answer = await fetch(`${inject('address')}/t/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ find: toBase64Url(find), commandId: newId() }),
  });
  type Answers = { readonly answers: readonly { ringId: string; sealed: string }[] };
  const { answers } = (await answer.json()) as Answers;
  const place = { purpose: 'answer', about: aboutOf(find), direction: 'out' } as const;
  const opened = answers.map(async ({ ringId, sealed }) =>
    openEnvelope(open, fromBase64Url(sealed) ?? new Uint8Array(), { ...place, to: ringId }),
  );
  return (await Promise.all(opened)).map((one) => one.ok && one.value.body);
}

test(
  'a tip is opened, entered in the register, classified and answered; its code reads the answer',
  { timeout: patience },
  async () => {
    const code = aCode();
    const path = await sendTip({ what }, code);
    const page = await comeInAs('cong-an-xa', '/staff/tips');
    expect(await page.locator('main').innerText()).not.toContain(what);
    await expectFit(page);
    await unlock(page);
    await page.getByText(what).first().waitFor();
    await expectFit(page);

    await page.locator(`a[href="${path}"]`).first().click();
    await page.getByRole('region', { name: caseWords.vi.letters }).getByText(what).waitFor();
    await formOf(page, 'acknowledged').getByLabel(own.reference, { exact: true }).fill('12/2026');
    await record(page, 'acknowledged');
    await formOf(page, 'classified').getByLabel(own.class).selectOption('a');
    await record(page, 'classified');
    await page.getByText(own.classes.a).first().waitFor();

    await page.getByLabel(caseWords.vi.template).selectOption('received');
    await page.getByRole('button', { name: caseWords.vi.sendAnswer, exact: true }).click();
    await page.getByText(caseWords.vi.answered, { exact: true }).first().waitFor();
    await page.getByLabel(caseWords.vi.noteText).fill('Tối nay xác minh xe');
    await page.getByRole('button', { name: caseWords.vi.saveNote, exact: true }).click();
    await page.getByText('Tối nay xác minh xe').waitFor();
    await expectFit(page);
    const text = caseWords.vi.templateText.received;
    expect(await readAnswers(code)).toEqual([{ text }]);
  },
);

test('nobody else learns that there is such a tip', { timeout: patience }, async () => {
  const path = await sendTip({ what: 'Chuyện chỉ người trực đọc được' });
  for (const person of ['quan-tri', 'nong-cot', 'can-bo-tinh', 'nguoi-giup-do'] as const) {
    const answers = await Promise.all(
      [path, `/staff/tips/${newId()}`].map(async (address) => {
        const page = await visitAs(person, '/staff');
        const response = await page.request.get(address);
        return response.status();
      }),
    );
    expect(answers).toEqual([403, 403]);
  }
  const page = await comeInAs('truc-ban-tinh');
  for (const address of [path, `/staff/tips/${newId()}`]) {
    expect((await page.request.get(address)).status()).toBe(404);
  }
});
