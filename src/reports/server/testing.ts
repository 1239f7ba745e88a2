// The desk at which an officer drafts, edits and issues a site's reviews, in a test's database.

import { day, type Day } from '#ground/day.ts';
import { newId, type CommandId, type SiteId } from '#ground/id.ts';
import type { Outcome } from '#ground/outcome.ts';
import type { FreshDatabase } from '#ground/server/testing.ts';
import { insertActivity } from '#activities/server/store.ts';
import type { Actor } from '#people/person.ts';
import type { Change } from '../edit.ts';
import type { ReviewId } from '../issue.ts';
import { draftReview, editReview, issueReview } from './commands.ts';
import { findReview } from './store.ts';

export const today = day('2026-11-23');
export const period = { from: day('2026-06-01'), to: day('2026-11-30') };
export const reword = {
  kind: 'reword',
  sentenceId: 'activities-talk',
  text: 'Hai buổi nói chuyện.',
} as const satisfies Change;

export type ReviewDesk = ReturnType<typeof reviewDesk>;

/** What a test does at the desk; everything is done by the officer unless somebody else is named. */
export function reviewDesk({ db }: FreshDatabase, siteId: SiteId, officer: Actor) {
  const { personId } = officer;

  const talk = (on: Day, participants: number): Promise<unknown> => {
    const told = { kind: 'talk' as const, day: on, place: 'Nhà văn hóa', participants, note: '' };
    const by = { siteId, commandId: newId<'command'>(), personId, replaces: null };
    return db.transaction().execute((tx) => insertActivity(tx, { ...told, photos: [] }, by));
  };
  const draft = (commandId: CommandId = newId<'command'>(), actor: Actor = officer) =>
    draftReview(db, actor, { siteId, commandId, kind: 'interim', ...period }, today);
  const edit = (reviewId: ReviewId, version: number, change: Change, actor: Actor = officer) =>
    editReview(db, actor, { siteId, reviewId, version, change });
  const issue = (reviewId: ReviewId, on: Day = today, actor: Actor = officer) =>
    issueReview(db, actor, { siteId, reviewId, commandId: newId<'command'>() }, on);

  return {
    siteId,
    officer,
    talk,
    draft,
    edit,
    issue,
    aReview: async () => must(await draft()).reviewId,
    issued: async (reviewId: ReviewId, on: Day) => must(await issue(reviewId, on)),
    getReview: async (reviewId: ReviewId) => {
      const found = await findReview(db, 'all', siteId, reviewId);
      if (!found) throw new Error('no such review');
      return found;
    },
  };
}

function must<T>(outcome: Outcome<T, unknown>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}
