// The door on a far and thin line and a slow telephone: bytes, requests, when it is usable, and a whole tip; beside a bare page.

import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from 'playwright-core';
import { newIdentity } from '#sealed/age.ts';
import { newCode } from '#sealed/code.ts';
import { halvesOf } from '#sealed/halves.ts';
import { letterFrom } from '#tips/door/letter.ts';
import { sealTip } from '#tips/door/seal-tip.ts';
import { openHouse } from '../tests/proof/house.ts';
import { ensureChromium } from '../scripts/chromium.ts';
import { percentile, type Measure } from '../scripts/measure.ts';
import { openSlowLine, type SlowLine } from './baseline/slow-line.ts';

/** 400 ms there and back, 400 kbit/s each way. */
const line = { roundTripMs: 400, bytesPerSecond: 50_000 };
const slowerBy = 4;
const rounds = 5;

export async function measure(): Promise<readonly Measure[]> {
  const house = await openHouse();
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  const bare = await serveBare();
  try {
    const { path } = house.door;
    return await compare(browser, `${house.app().address}${path}`, bare.address);
  } finally {
    await browser.close();
    bare.server.close();
    await house.close();
  }
}

async function compare(browser: Browser, ours: string, bare: string): Promise<Measure[]> {
  const [visits, floor, tips]: [Visit[], Visit[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    floor.push(await visit(browser, bare));
    visits.push(await visit(browser, ours));
    tips.push(await tell(browser, ours));
  }
  const worker = (slowerBy - 1) * (await timeOfSealing());
  const of = (all: readonly Visit[], name: keyof Visit): number =>
    percentile(
      all.map((one) => one[name]),
      0.5,
    );
  const beside = (name: keyof Visit) => ({
    baseline: { name: 'bare page with a form', value: of(floor, name) },
  });
  return [
    {
      name: 'the door, usable',
      value: of(visits, 'usable'),
      unit: 'ms',
      limit: 1_000,
      ...beside('usable'),
    },
    {
      name: 'bytes until then, headers too',
      value: of(visits, 'bytes'),
      unit: 'B',
      limit: 14_000,
      ...beside('bytes'),
    },
    { name: 'requests until then', value: of(visits, 'requests'), unit: 'requests', limit: 4 },
    { name: 'bytes until it seals on the device', value: of(visits, 'takenOver'), unit: 'B' },
    { name: 'a second visit', value: of(visits, 'again'), unit: 'B', limit: 3_000 },
    {
      name: 'a whole tip: page, form, code typed back, receipt',
      // The browser slows only the page; what its worker seals is slowed here.
      value: percentile(tips, 0.5) + worker,
      unit: 'ms',
      limit: 4_000,
    },
  ];
}

type Visit = {
  readonly usable: number;
  readonly bytes: number;
  readonly requests: number;
  readonly takenOver: number;
  readonly again: number;
};

/** A telephone of somebody who was never here, with a line of their own. */
async function onPhone<T>(
  browser: Browser,
  address: string,
  act: (page: Page, slow: SlowLine) => Promise<T>,
): Promise<T> {
  const slow = await openSlowLine(address, line);
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    baseURL: slow.address,
  });
  try {
    const page = await context.newPage();
    const tools = await context.newCDPSession(page);
    await tools.send('Emulation.setCPUThrottlingRate', { rate: slowerBy });
    return await act(page, slow);
  } finally {
    await context.close();
    slow.close();
  }
}

const visit = (browser: Browser, address: string): Promise<Visit> =>
  onPhone(browser, address, async (page, slow) => {
    const path = new URL(address).pathname;
    let asked = 0;
    page.on('request', () => (asked += 1));
    const usable = await untilUsable(page, path);
    const [bytes, requests] = [slow.takeReceived(), asked];
    await page.waitForLoadState('networkidle');
    const takenOver = bytes + slow.takeReceived();
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    return { usable, bytes, requests, takenOver, again: slow.takeReceived() };
  });

/** Milliseconds until everything of the page stands there, is painted and can be pressed and typed into. */
async function untilUsable(page: Page, path: string): Promise<number> {
  await page.goto(path, { waitUntil: 'commit' });
  return page.evaluate(async () => {
    const painted = new Promise<number>((resolve) => {
      const watch = new PerformanceObserver((list) => {
        for (const { name, startTime } of list.getEntries())
          if (name === 'first-contentful-paint') resolve(startTime);
      });
      watch.observe({ type: 'paint', buffered: true });
    });
    const first = await painted;
    while (document.readyState === 'loading') await new Promise((go) => setTimeout(go, 5));
    const [entry] = performance.getEntriesByType('navigation');
    return Math.max(first, (entry as PerformanceNavigationTiming).domInteractive);
  });
}

/** Milliseconds from the address to the receipt, by somebody who types and copies in no time. */
const tell = (browser: Browser, address: string): Promise<number> =>
  onPhone(browser, address, async (page) => {
    const begun = performance.now();
    await page.goto(new URL(address).pathname, { waitUntil: 'commit' });
    await page.locator('a.way[href="#report"]').click();
    await page.locator('[name=what]').fill('Có người lạ bán hàng ở đầu xóm, tối nào cũng vậy.');
    await page.locator('body').evaluate(untilTakenOver);
    await page.locator('#tip button').click();
    const code = page.locator('#syllables').filter({ hasText: /\w/ });
    await page.locator('#typed').fill(await code.innerText());
    await page.locator('#back button').click();
    await page.locator('#receipt').waitFor();
    return performance.now() - begun;
  });

/** The form's first button goes to the server until the script has come. */
async function untilTakenOver(): Promise<void> {
  while (document.getElementById('files')?.hidden) await new Promise((go) => setTimeout(go, 5));
}

/** Milliseconds of the slow step and of sealing, on this machine as it is. */
async function timeOfSealing(): Promise<number> {
  const { recipient } = await newIdentity('hybrid');
  const ring = { ringId: crypto.randomUUID(), epoch: 1, recipient };
  const letter = letterFrom({ what: 'x' }, { hamlet: null, files: [], sealedBy: 'device' });
  const code = newCode((length) => crypto.getRandomValues(new Uint8Array(length)));
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await sealTip(await halvesOf(code), ring, letter, undefined);
    times.push(performance.now() - begun);
  }
  return percentile(times, 0.5);
}

/** As small as a form can be, not compressed. */
async function serveBare(): Promise<{ readonly server: Server; readonly address: string }> {
  const page =
    '<!doctype html><meta charset="utf-8"><title>-</title><link rel="icon" href="data:,"><form><textarea></textarea><button>OK</button></form>';
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end(page);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}
