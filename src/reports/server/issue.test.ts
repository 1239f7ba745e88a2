// Issuing on a real database: numbered without a gap, once, and locked for good.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { refused } from '#ground/outcome.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { anActor, aSite } from '#sites/server/testing.ts';
import { redraftReview } from './commands.ts';
import { findIssuedPaper, listReviews } from './store.ts';
import { period, reviewDesk, reword, today, type ReviewDesk } from './testing.ts';

let fresh: FreshDatabase;
let desk: ReviewDesk;

beforeAll(async () => {
  fresh = await freshDatabase();
  const officer = await anActor(fresh, 'provincial_officer');
  desk = reviewDesk(fresh, await aSite(fresh), officer);
  await desk.talk(day('2026-06-05'), 41);
  await desk.talk(day('2026-07-05'), 40);
  await desk.talk(day('2026-05-25'), 12);
});
afterAll(() => fresh.close());

describe('issuing', () => {
  test('begins every year with 01 and counts on', async () => {
    const numbers = [
      await desk.issued(await desk.aReview(), day('2027-12-31')),
      await desk.issued(await desk.aReview(), day('2027-12-31')),
      await desk.issued(await desk.aReview(), day('2028-01-01')),
    ].map(({ number, year }) => ({ number, year }));
    expect(numbers).toEqual([
      { number: 1, year: 2027 },
      { number: 2, year: 2027 },
      { number: 1, year: 2028 },
    ]);
  });

  test('twenty at once share no number and skip none', async () => {
    const reviews = await Promise.all(Array.from({ length: 20 }, desk.aReview));
    const papers = await Promise.all(
      reviews.map((reviewId) => desk.issued(reviewId, day('2030-05-05'))),
    );
    const numbers = papers.map(({ number }) => number).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });

  test('of one review again, twenty times at once, is the first issue', async () => {
    const reviewId = await desk.aReview();
    const papers = await Promise.all(
      Array.from({ length: 20 }, () => desk.issued(reviewId, day('2031-05-05'))),
    );
    expect(new Set(papers.map(({ paperId }) => paperId)).size).toBe(1);
    expect(papers[0]).toMatchObject({ number: 1, year: 2031 });
    expect(await desk.issued(await desk.aReview(), day('2031-06-06'))).toMatchObject({ number: 2 });
  });

  test('that fails gives its number back', async () => {
    const reviewId = await desk.aReview();
    const unsigned = { authority: null, position: 'Trưởng phòng', rank: null, name: '' };
    await desk.edit(reviewId, 1, { kind: 'signature', signature: unsigned });
    expect(await desk.issue(reviewId, day('2032-01-05'))).toEqual(refused('signer-missing'));
    expect(await desk.issued(await desk.aReview(), day('2032-01-06'))).toMatchObject({ number: 1 });
  });

  test('two agencies of one name under different bodies count apart', async () => {
    const [one, other] = [await desk.aReview(), await desk.aReview()];
    for (const [reviewId, above] of [
      [one, 'UBND xã Bắc'],
      [other, 'UBND xã Nam'],
    ] as const) {
      const { header } = (await desk.getReview(reviewId)).draft;
      const changed = { ...header, agencyAbove: above, agency: 'Ban Chủ nhiệm' };
      await desk.edit(reviewId, 1, { kind: 'header', header: changed });
    }
    const on = day('2033-01-05');
    expect(
      [await desk.issued(one, on), await desk.issued(other, on)].map(({ number }) => number),
    ).toEqual([1, 1]);
  });

  test('freezes text and figures: nothing edits them, nothing recorded later changes them', async () => {
    const reviewId = await desk.aReview();
    const paper = await desk.issued(reviewId, day('2034-01-05'));
    await desk.talk(day('2026-09-09'), 99);
    expect(await desk.edit(reviewId, 1, reword)).toEqual(refused('already-issued'));
    expect(
      await redraftReview(
        fresh.db,
        desk.officer,
        { siteId: desk.siteId, reviewId, version: 1 },
        today,
      ),
    ).toEqual(refused('already-issued'));
    expect(await findIssuedPaper(fresh.db, 'all', desk.siteId, paper.paperId)).toEqual(paper);
    expect(paper.paper.header).toMatchObject({ number: 1, date: '2034-01-05', symbol: 'BC-PV05' });
    expect(paper.draft).toEqual((await desk.getReview(reviewId)).draft);
  });

  test('cannot be undone by the application, whatever it tries', async () => {
    const { paperId } = await desk.issued(await desk.aReview(), day('2035-01-05'));
    const denied = { code: '42501' };
    const update = fresh.db
      .updateTable('issued_paper')
      .set({ paper: '{}' })
      .where('paper_id', '=', paperId);
    const remove = fresh.db.deleteFrom('issued_paper').where('paper_id', '=', paperId);
    await expect(update.execute()).rejects.toMatchObject(denied);
    await expect(remove.execute()).rejects.toMatchObject(denied);
  });

  test('shows in the list of the site’s reviews and in the audit', async () => {
    const reviewId = await desk.aReview();
    const { paperId, number } = await desk.issued(reviewId, day('2036-01-05'));
    const listed = (await listReviews(fresh.db, [desk.siteId], desk.siteId, 500)).find(
      (one) => one.reviewId === reviewId,
    );
    expect(listed).toMatchObject({ period, issued: { paperId, number, issuedOn: '2036-01-05' } });
    const audited = await fresh.owner
      .selectFrom('audit')
      .select('after')
      .where('record', '=', `review ${reviewId}`)
      .where('command', '=', 'issue review')
      .execute();
    expect(audited).toEqual([{ after: { number: 1, symbol: 'BC-PV05', year: 2036 } }]);
  });

  test('of a review that is not there is refused', async () => {
    expect(await desk.issue(newId<'review'>())).toEqual(refused('not-found'));
  });
});
