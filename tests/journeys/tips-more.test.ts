// A tip beyond the plain steps, in a browser: its passages covered, its sender asked for, the whole passed to the province.

import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { caseworkWords } from '#tips/casework.words.ts';
import { cover } from '#tips/redaction.ts';
import { ensureAge } from '../../scripts/age-program.ts';
import { findBarriers, overflowOf } from './browser.ts';
import { unlock } from './rings.ts';
import { sendTip } from './sent-tip.ts';
import { comeInAs } from './sign-in.ts';

const own = caseworkWords.vi;
const patience = 180_000;
const secret = 'quán của bà Ví Dụ';
let sent: Promise<string> | undefined;

/** One tip for all: what is done with it in one journey stands in the next. */
const tipPath = (): Promise<string> =>
  (sent ??= sendTip({
    what: `Có người bán ma túy cạnh ${secret}, tôi thấy từ cửa sổ`,
    name: 'Nguyễn Ví Dụ',
    contact: '0900 000 000',
  }));

/** On the page of that work, with the key open. */
async function openWork(page: Page, work: string): Promise<void> {
  await page.goto(`${await tipPath()}/${work}`);
  await unlock(page);
}

/** Fit for everybody, on a telephone too. */
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

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

test(
  'what is covered stays covered in the export, and opens only on request',
  async () => {
    const page = await comeInAs('cong-an-xa');
    await openWork(page, 'redact');
    await press(page, own.redact.openOriginal);
    await page.getByLabel(own.redact.find).fill(secret);
    await press(page, own.redact.cover);
    await expectFit(page);
    await press(page, own.redact.save);
    await page.getByText(own.redact.saved, { exact: true }).waitFor();

    await openWork(page, 'export');
    await page.getByText(cover).first().waitFor();
    expect(await page.locator('main').innerText()).not.toContain(secret);
    await expectFit(page);
    await press(page, own.export.useOwn);
    await press(page, own.export.submit);
    await page.getByText(own.export.did, { exact: true }).waitFor();
    const [file, key] = [
      await savedBy(page, own.export.save),
      await savedBy(page, own.export.saveKey),
    ];
    expect(file).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/);
    expect(file).not.toContain('ma túy');
    expect(key).toMatch(/^AGE-SECRET-KEY-1[A-Z0-9]+$/m);
    expect(await opened(file, key)).toMatch(/bán ma túy cạnh █████, tôi/);
  },
  patience,
);

test(
  'who the sender is opens for whoever asked, after a colleague agreed',
  async () => {
    const page = await comeInAs('cong-an-xa');
    await openWork(page, 'identity');
    await page.getByLabel(own.identity.reason).fill('Cần hỏi thêm về giờ và nơi bán');
    await press(page, own.identity.ask);
    await page.getByText(own.identity.asked, { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: own.identity.agree }).count()).toBe(0);
    await expectFit(page);

    const colleague = await comeInAs('cong-an-xa-2');
    await openWork(colleague, 'identity');
    await colleague.getByText('Cần hỏi thêm về giờ và nơi bán').waitFor();
    await press(colleague, own.identity.agree);
    await colleague.getByText(own.identity.answered, { exact: true }).waitFor();
    expect(await colleague.getByRole('button', { name: own.identity.look }).count()).toBe(0);

    await openWork(page, 'identity');
    await press(page, own.identity.look);
    await page.getByText('Nguyễn Ví Dụ', { exact: true }).waitFor();
    await page.getByText(own.identity.warning).waitFor();
    await expectFit(page);
  },
  patience,
);

test(
  'passed to the province, it opens there with its sender sealed apart, and here stands that it was passed',
  async () => {
    const desk = await comeInAs('truc-ban-tinh');
    expect((await desk.goto(`${await tipPath()}/redact`))?.status()).toBe(404);

    const page = await comeInAs('cong-an-xa');
    await openWork(page, 'pass');
    await page.getByText(own.pass.nameGoes).waitFor();
    await page.getByLabel(own.pass.note).fill('Có cán bộ liên quan');
    await expectFit(page);
    await press(page, own.pass.submit);
    await page.getByText(own.pass.done, { exact: true }).waitFor();
    await expectFit(page);

    await openWork(desk, 'redact');
    await press(desk, own.redact.openOriginal);
    await desk.getByText(secret).first().waitFor();
  },
  patience,
);

async function savedBy(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, button)]);
  return readFile(await download.path(), 'utf8');
}

/** By the program that whoever receives it has. */
async function opened(file: string, key: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'binh-yen-exported-'));
  const [sealed, keys] = [join(folder, 'tip.age'), join(folder, 'key.txt')];
  await writeFile(sealed, file);
  await writeFile(keys, key, { mode: 0o600 });
  const { stdout } = spawnSync(ensureAge(), ['--decrypt', '--identity', keys, sealed], {
    encoding: 'utf8',
  });
  await rm(folder, { recursive: true });
  return stdout;
}
