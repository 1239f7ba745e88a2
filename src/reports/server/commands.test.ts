// Reviews on a real database: drafted once, edited in turn, seen by those who may.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day, type Day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { refused } from '#ground/outcome.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Role } from '#people/person.ts';
import { aCommand, anActor, aSite } from '#sites/server/testing.ts';
import { sentencesOf } from '../review.ts';
import { draftReview, redraftReview } from './commands.ts';
import { findReview, listReviews } from './store.ts';
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

describe('drafting', () => {
  test('writes a review from what is recorded, each sentence with its records', async () => {
    const { draft, version, issued: paper } = await desk.getReview(await desk.aReview());
    const found = sentencesOf(draft).find(({ id }) => id === 'activities-talk');
    expect(found?.text).toBe('Trong kỳ đã tổ chức 2 buổi tuyên truyền với 81 lượt người tham gia.');
    expect(found?.records.map((record) => record.day)).toEqual(['2026-06-05', '2026-07-05']);
    expect({ version, paper }).toEqual({ version: 1, paper: null });
  });

  test('sent twice, even at once, is one review', async () => {
    const commandId = aCommand();
    const sent = await Promise.all([
      desk.draft(commandId),
      desk.draft(commandId),
      desk.draft(commandId),
    ]);
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[2]).toEqual(sent[0]);
    expect(sent[0].ok).toBe(true);
  });

  test('a period that has not begun, or runs backwards, is refused', async () => {
    const of = (from: Day, to: Day) =>
      draftReview(
        fresh.db,
        desk.officer,
        { siteId: desk.siteId, commandId: aCommand(), kind: 'final', from, to },
        today,
      );
    expect(await of(day('2026-12-01'), day('2026-12-31'))).toEqual(refused('period-not-begun'));
    expect(await of(day('2026-06-02'), day('2026-06-01'))).toEqual(refused('period-backwards'));
    expect(await of(day('2016-06-02'), day('2026-06-01'))).toEqual(refused('period-too-long'));
  });

  test.each<[Role, boolean, boolean]>([
    ['administrator', false, false],
    ['provincial_officer', true, true],
    ['commune_police', true, false],
    ['core_member', false, false],
    ['viewer', false, false],
  ])('as %s: may draft %s, may issue %s', async (role, mayDraft, mayIssue) => {
    const isProvincial = role === 'administrator' || role === 'provincial_officer';
    const actor = await anActor(fresh, role, isProvincial ? null : desk.siteId);
    const reviewId = await desk.aReview();
    const drafted = await desk.draft(aCommand(), actor);
    const changed = await desk.edit(reviewId, 1, reword, actor);
    const again = await redraftReview(
      fresh.db,
      actor,
      { siteId: desk.siteId, reviewId, version: 2 },
      today,
    );
    const paper = await desk.issue(reviewId, day('2025-03-01'), actor);
    expect([drafted.ok, changed.ok, again.ok, paper.ok]).toEqual([
      mayDraft,
      mayDraft,
      mayDraft,
      mayIssue,
    ]);
  });

  test('for a site of somebody else is refused, and its reviews are not seen', async () => {
    const elsewhere = newId<'site'>();
    const stranger = await anActor(fresh, 'commune_police', elsewhere);
    const reviewId = await desk.aReview();
    expect(await desk.issue(reviewId, today, stranger)).toEqual(refused('forbidden'));
    expect(await listReviews(fresh.db, [elsewhere], desk.siteId)).toEqual([]);
    expect(await findReview(fresh.db, [elsewhere], desk.siteId, reviewId)).toBeUndefined();
  });
});

describe('editing', () => {
  test('of the version seen is kept; of an older one is refused and overwrites nothing', async () => {
    const reviewId = await desk.aReview();
    const other = { ...reword, text: 'Câu của người khác.' };
    const sent = await Promise.all([desk.edit(reviewId, 1, reword), desk.edit(reviewId, 1, other)]);
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect(sent).toContainEqual(refused('changed-meanwhile'));
    const { version, draft } = await desk.getReview(reviewId);
    const kept = sent.find((one) => one.ok);
    expect(kept).toMatchObject({ value: { version, draft } });
    expect(version).toBe(2);
  });

  test('is on record with who did it', async () => {
    const reviewId = await desk.aReview();
    await desk.edit(reviewId, 1, reword);
    const rows = await fresh.owner
      .selectFrom('audit')
      .select(['command', 'after', 'person_id'])
      .where('record', '=', `review ${reviewId}`)
      .orderBy('audit_id')
      .execute();
    expect(rows).toEqual([
      {
        command: 'draft review',
        after: { kind: 'interim', ...period },
        person_id: desk.officer.personId,
      },
      { command: 'edit review', after: reword, person_id: desk.officer.personId },
    ]);
    expect((await desk.getReview(reviewId)).editedByName).toBe(desk.officer.name);
  });

  test('a new draft counts what was recorded since and keeps what a person wrote', async () => {
    const reviewId = await desk.aReview();
    await desk.edit(reviewId, 1, reword);
    await desk.talk(day('2026-08-05'), 30);
    const again = await redraftReview(
      fresh.db,
      desk.officer,
      { siteId: desk.siteId, reviewId, version: 2 },
      today,
    );
    const { draft, version } = await desk.getReview(reviewId);
    const found = sentencesOf(draft).find(({ id }) => id === 'activities-talk');
    expect(again.ok).toBe(true);
    expect(version).toBe(3);
    expect(found?.text).toBe('Hai buổi nói chuyện.');
    expect(found?.origin).toMatch(/^Trong kỳ đã tổ chức 3 buổi/);
  });
});
