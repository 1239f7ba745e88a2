// For tests: one of everything at a site, so that every read finds something there.

import { monthOf } from '#ground/day.ts';
import { insertActivity } from '#activities/server/store.ts';
import {
  newId,
  type CommandId,
  type Id,
  type PersonId,
  type PlanId,
  type SiteId,
} from '#ground/id.ts';
import { inTransaction } from '#ground/server/db.ts';
import type { FreshDatabase } from '#ground/server/testing.ts';
import type { Actor } from '#people/person.ts';
import { insertHolding } from '#people/server/store.ts';
import type { HouseholdId, MemberId } from '#rosters/roster.ts';
import { insertHousehold, insertMember } from '#rosters/server/store.ts';
import type { ReviewId } from '#reports/issue.ts';
import { period, reviewDesk, today as issueDay } from '#reports/server/testing.ts';
import { insertDutyEvent, listDuties } from '#sites/server/duty-store.ts';
import { insertHolder } from '#sites/server/holder-store.ts';
import { insertIndicatorEntry, listIndicators } from '#sites/server/indicator-store.ts';
import { insertStepEvent } from '#sites/server/step-store.ts';
import { findSite } from '#sites/server/store.ts';
import { testDay } from '#sites/server/testing.ts';

export type RecordsOfSite = {
  readonly siteId: SiteId;
  readonly planId: PlanId;
  /** Of every event; each is unique within its own table. */
  readonly commandId: CommandId;
  /** Who recorded all of it. */
  readonly personId: PersonId;
  /** An open one, which somebody has taken on. */
  readonly dutyId: Id<'duty'>;
  readonly indicatorId: Id<'indicator'>;
  /** An entry that was corrected, and the one that counts instead. */
  readonly oldActivityId: Id<'activity'>;
  readonly activityId: Id<'activity'>;
  readonly memberId: MemberId;
  readonly householdId: HouseholdId;
  readonly photoRef: string;
  readonly scanRef: string;
  readonly draftId: ReviewId;
  readonly issuedId: ReviewId;
  readonly paperId: Id<'paper'>;
};

/** Written into every free text: no page of another site may ever say it. */
export const markOf = (siteId: SiteId): string => `dấu riêng ${siteId.slice(0, 8)}`;

export async function fillSite(
  fresh: FreshDatabase,
  siteId: SiteId,
  officer: Actor,
): Promise<RecordsOfSite> {
  const { db } = fresh;
  const { personId } = officer;
  const commandId: CommandId = newId<'command'>();
  const by = { siteId, commandId, personId };
  const note = markOf(siteId);
  const [duty, open] = await listDuties(db, 'all', siteId);
  const [indicator] = await listIndicators(db, 'all', siteId);
  const planId = (await findSite(db, 'all', siteId))?.planId;
  if (!duty || !open || !indicator || !planId) throw new Error('the example plan is empty');
  const scanRef = aFile();
  const photoRef = aFile();
  const roster = { memberId: newId<'member'>(), householdId: newId<'household'>() };
  const activities = await inTransaction(db, async (tx) => {
    const told = { day: testDay, note };
    const proof = { requirement: 'core_list', fileRef: scanRef, fileName: `${note}.pdf` };
    await insertStepEvent(
      tx,
      { ...told, kind: 'evidenced', number: 1, ...proof },
      { ...by, commandId: newId() },
    );
    await insertStepEvent(tx, { ...told, kind: 'closed', number: 1 }, by);
    await insertDutyEvent(tx, { ...told, kind: 'done', dutyId: duty.dutyId }, by);
    await insertHolder(tx, {
      siteId,
      dutyId: open.dutyId,
      personId,
      from: testDay,
      to: null,
      commandId,
    });
    await insertHolding(tx, personId, { role: 'viewer', siteId, from: testDay, to: null });
    const entry = { indicatorId: indicator.indicatorId, month: monthOf(testDay), value: 3, note };
    await insertIndicatorEntry(tx, entry, by);
    await keepRoster(tx, roster, by, note);
    const talk = { ...told, kind: 'talk' as const, place: note, participants: 12 };
    const photos = [{ fileRef: photoRef, mediaType: 'image/jpeg' as const }];
    const oldActivityId = await insertActivity(
      tx,
      { ...talk, photos: [] },
      { ...by, replaces: null },
    );
    const correction = { ...by, commandId: newId<'command'>(), replaces: oldActivityId };
    return { oldActivityId, activityId: await insertActivity(tx, { ...talk, photos }, correction) };
  });
  return {
    ...by,
    ...activities,
    ...roster,
    planId,
    scanRef,
    photoRef,
    dutyId: open.dutyId,
    indicatorId: indicator.indicatorId,
    ...(await reviewsOf(fresh, siteId, officer, commandId)),
  };
}

async function keepRoster(
  tx: Parameters<typeof insertMember>[0],
  { memberId, householdId }: Pick<RecordsOfSite, 'memberId' | 'householdId'>,
  by: Pick<RecordsOfSite, 'siteId' | 'commandId' | 'personId'>,
  name: string,
): Promise<void> {
  const lasting = { from: testDay, to: null };
  const member = { name, part: 'Tổ trưởng', organisation: '', phone: null, core: true };
  await insertMember(tx, memberId, { ...member, consentedOn: testDay, ...lasting }, by);
  const household = {
    number: '12',
    representative: name,
    group: '',
    place: '',
    committedOn: testDay,
  };
  await insertHousehold(tx, householdId, { ...household, ...lasting }, by);
}

async function reviewsOf(
  fresh: FreshDatabase,
  siteId: SiteId,
  officer: Actor,
  commandId: CommandId,
) {
  const desk = reviewDesk(fresh, siteId, officer);
  const drafted = await desk.draft(commandId);
  if (!drafted.ok) throw new Error(`no draft of ${period.from}: ${String(drafted.refusal)}`);
  const issuedId = await desk.aReview();
  const { paperId } = await desk.issued(issuedId, issueDay);
  return { draftId: drafted.value.reviewId, issuedId, paperId };
}

const aFile = (): string => (newId() + newId()).replaceAll('-', '').slice(0, 64);
