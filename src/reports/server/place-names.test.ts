// A paper calls its place by the name of its day, then the old one with its district, now the new one.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, type Day } from '#ground/day.ts';
import { newId, type SiteId } from '#ground/id.ts';
import { refused } from '#ground/outcome.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '#people/person.ts';
import { must, theReform } from '#places/server/testing.ts';
import { examplePlan } from '#sites/testing.ts';
import { anActor, aSite } from '#sites/server/testing.ts';
import { reviewToPaper } from '../paper.ts';
import type { ReviewId } from '../issue.ts';
import { draftReview, editReview, issueReview, redraftReview } from './commands.ts';
import { findReview } from './store.ts';

let fresh: FreshDatabase;
let officer: Actor;
let siteId: SiteId;

beforeAll(async () => {
  fresh = await freshDatabase();
  officer = await anActor(fresh, 'provincial_officer');
  await theReform(fresh, officer);
  const { paper, area } = examplePlan;
  siteId = await aSite(fresh, {
    ...examplePlan,
    paper: { ...paper, date: day('2020-05-06'), agency: 'CÔNG AN XÃ BẢN NGOẠI' },
    period: { text: '', lines: [1, 1], from: day('2020-05-06'), to: null },
    ...(area && { area: { ...area, commune: 'xã Bản Ngoại' } }),
  });
});
afterAll(() => fresh.close());

async function draftedOn(today: Day): Promise<ReviewId> {
  const period = { from: day('2020-06-01'), to: day('2020-11-30') };
  const input = { siteId, commandId: newId<'command'>(), kind: 'interim' as const, ...period };
  return must(await draftReview(fresh.db, officer, input, today)).reviewId;
}

/** Everything the paper of that day prints. */
async function printedOn(today: Day): Promise<string> {
  const review = await findReview(fresh.db, 'all', siteId, await draftedOn(today));
  if (!review) throw new Error('no review');
  return JSON.stringify(reviewToPaper(review.draft, { number: 1, date: today }));
}

const issueOn = (reviewId: ReviewId, today: Day) =>
  issueReview(fresh.db, officer, { siteId, reviewId, commandId: newId<'command'>() }, today);

test('of 2020 it prints the old commune and its district', async () => {
  const paper = await printedOn(day('2020-12-01'));
  expect(paper).toContain('tại xóm Phố, xã Bản Ngoại, huyện Đại Từ, tỉnh Thái Nguyên');
  expect(paper).not.toContain('xã Phú Thịnh, tỉnh');
});

test('of 2026 it prints the merged commune, and no district', async () => {
  const paper = await printedOn(day('2026-11-30'));
  expect(paper).toContain('tại xóm Phố, xã Phú Thịnh, tỉnh Thái Nguyên');
  expect(paper).not.toMatch(/huyện Đại Từ/);
});

test('names of the plan keep their capitals after the place is called otherwise', async () => {
  expect(await printedOn(day('2026-11-30'))).toContain('Công an xã Bản Ngoại');
});

test('drafted before a new name it is not issued after it, until it is written again', async () => {
  const reviewId = await draftedOn(day('2025-06-30'));
  expect(await issueOn(reviewId, day('2025-07-01'))).toEqual(refused('renamed-since'));
  const { version } = must(
    await editReview(fresh.db, officer, {
      siteId,
      reviewId,
      version: 1,
      change: { kind: 'reword', sentenceId: 'closing', text: 'Hết.' },
    }),
  );
  const again = { siteId, reviewId, version };
  must(await redraftReview(fresh.db, officer, again, day('2025-07-01')));
  const { paper } = must(await issueOn(reviewId, day('2025-07-01')));
  expect(paper.subject).toContain('tại xóm Phố, xã Phú Thịnh, tỉnh Thái Nguyên');
  expect(JSON.stringify(paper)).not.toMatch(/xã Bản Ngoại, huyện/);
  expect(JSON.stringify(paper)).toContain('Hết.');
});

test('drafted and issued under one name it needs no new draft, whatever the day', async () => {
  const reviewId = await draftedOn(day('2025-06-01'));
  const { paper } = must(await issueOn(reviewId, day('2025-06-30')));
  expect(paper.subject).toContain('xã Bản Ngoại, huyện Đại Từ');
});
