// A site of a journey's own, made as a provincial officer makes one: a paper goes in and is confirmed.

import type { Page } from 'playwright-core';
import { correctionWords } from '#plans/correction.words.ts';
import { calendarWords } from '#sites/calendar-choice.words.ts';
import { arriveAt } from './sign-in.ts';
import { asText, writePlan, type BroughtFile, type PlanOnPaper } from './plan-on-paper.ts';

const own = correctionWords.vi;

export type OwnSite = {
  readonly plan: PlanOnPaper;
  /** '/staff/plans/…' */
  readonly planPath: string;
  /** '/staff/sites/…' */
  readonly path: string;
};

/** Ends on the page of the plan that was read. */
export async function bringIn(page: Page, file: BroughtFile): Promise<string> {
  await page.goto('/staff/plans');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: own.read }).click();
  await page.waitForURL(/\/staff\/plans\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/**
 * Ends on the page of the new site, which keeps the days of its plan; journeys draw their hamlets,
 * so one may have a site already.
 */
export async function confirmPlan(page: Page): Promise<string> {
  await page.getByLabel(calendarWords.vi.choice.plan).check();
  for (const box of await page.locator('input[name="beside"]').all()) await box.check();
  await page.getByRole('button', { name: own.confirm }).click();
  await page.waitForURL(/\/staff\/sites\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

export async function makeSite(page: Page): Promise<OwnSite> {
  const plan = writePlan();
  const planPath = await bringIn(page, asText(plan));
  const path = await confirmPlan(page);
  await arriveAt(page, path);
  return { plan, planPath: planPath.replace('/correct', ''), path };
}
