// A page as a person has it before them: on a phone or a desk, with or without script.

import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, expect, inject, onTestFinished } from 'vitest';
import { demoKeyAt } from './running-app.ts';

export const sizes = {
  phone: { width: 360, height: 740 },
  desk: { width: 1280, height: 800 },
} as const;
export type Size = keyof typeof sizes;

/** Milliseconds: under that of a test, so that what was waited for is named. */
const patience = 30_000;

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let started: Promise<Browser> | undefined;

/** One browser for a file of journeys. */
function browser(): Promise<Browser> {
  started ??= chromium.launch({ executablePath: inject('chromium'), args: flags });
  return started;
}

const withoutScript = new WeakSet<Page>();

afterAll(async () => {
  await (await started)?.close();
});

export type Way = {
  readonly size?: Size;
  readonly script?: boolean;
  /** Of another start of the application than the one all journeys share. */
  readonly address?: string;
  readonly language?: 'vi' | 'en';
  /** False for somebody who never opened the address of the demo that the start printed. */
  readonly knowsDemo?: boolean;
  /** Cookies of somebody who has signed in before. */
  readonly known?: Known;
};
export type Known = Awaited<ReturnType<BrowserContext['storageState']>>;

/**
 * A page of a person nobody knows yet, closed when the test ends. The test fails where the page
 * threw an error, asked for something that is not there, or called anyone but us.
 */
export async function openPage(path: string, way: Way = {}): Promise<Page> {
  const { size = 'desk', script = true, address = inject('address') } = way;
  const { known, language, knowsDemo = true } = way;
  const context = await (
    await browser()
  ).newContext({
    baseURL: address,
    ...(known && { storageState: known }),
    viewport: sizes[size],
    hasTouch: size === 'phone',
    isMobile: size === 'phone',
    javaScriptEnabled: script,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    acceptDownloads: true,
  });
  if (knowsDemo) await context.addCookies(cookieOfDemo(address));
  if (language) await context.addCookies([{ name: 'language', value: language, url: address }]);
  context.setDefaultTimeout(patience);
  const troubles = watch(context, address);
  onTestFinished(async () => {
    await context.close();
    expect(troubles).toEqual([]);
  });
  const page = await context.newPage();
  if (!script) withoutScript.add(page);
  await page.goto(path);
  return page;
}

/** As it stays behind when the printed address was opened. */
function cookieOfDemo(address: string): { name: string; value: string; url: string }[] {
  const key = address === inject('address') ? inject('demoKey') : demoKeyAt(address);
  return key ? [{ name: 'binh-yen.demo', value: key, url: address }] : [];
}

/** Everything axe holds against the page as it stands, one readable line each; empty is the aim. */
export async function findBarriers(page: Page): Promise<string[]> {
  const { violations } = await axeOn(await openToAxe(page)).analyze();
  return violations.flatMap(sayBarriers);
}

/** No page of ours has frames; not looking into them takes half the time. */
const axeOn = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

const sayBarriers = ({ id, impact, help, nodes }: Violation): string[] =>
  nodes.map(({ target }) => `${id} (${impact ?? 'unrated'}): ${help}, at ${target.join(' ')}`);

/** What of it cannot be read for its colours, also where the rest was looked at before. */
export async function findFaintText(page: Page): Promise<string[]> {
  // A button on its way from one colour to the other is neither.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  const { violations } = await axeOn(page).withRules('color-contrast').analyze();
  return violations.flatMap(sayBarriers);
}

/** By how many pixels the page is wider than the screen: nobody should have to push it sideways. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Axe is a script itself: of a page without script it looks at a copy that has its own taken out. */
async function openToAxe(page: Page): Promise<Page> {
  if (!withoutScript.has(page)) return page;
  const body = (await page.content())
    .replace(/<script\b[\s\S]*?<\/script>/g, '')
    .replace(/<(\/?)noscript\b/g, '<$1div');
  const context = await (await browser()).newContext({ viewport: page.viewportSize() });
  onTestFinished(() => context.close());
  const copy = await context.newPage();
  await copy.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html' }));
  await copy.goto(page.url());
  return copy;
}

function watch(context: BrowserContext, address: string): string[] {
  const troubles: string[] = [];
  const ours = new URL(address).origin;
  context.on('console', (message) => {
    // What the server answered is looked at below, where it is known what was asked for.
    const isAnswer = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isAnswer) troubles.push(`said ${message.text()}`);
  });
  context.on('weberror', (error) => troubles.push(`threw ${error.error().message}`));
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== ours && protocol.startsWith('http')) troubles.push(`called ${request.url()}`);
  });
  context.on('response', (response) => {
    if (isMissingPart(response)) troubles.push(`${response.status()} for ${response.url()}`);
  });
  return troubles;
}

/** A page may answer 404 because a journey asks for that, and refuse a form; its parts may not. */
const isMissingPart = (response: Awaited<ReturnType<Page['waitForResponse']>>): boolean => {
  const request = response.request();
  const isAsked = request.isNavigationRequest() || request.method() === 'POST';
  return response.status() >= 500 || (response.status() >= 400 && !isAsked);
};
