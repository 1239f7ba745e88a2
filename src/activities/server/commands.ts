// What a person records as done, and how an entry is corrected: by another one beside it.

import type { Day } from '#ground/day.ts';
import type { Id } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { may } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { findSite, lockWorkingSite } from '#sites/server/store.ts';
import type { ActivityInput, CorrectionInput } from '../activity.input.ts';
import { decideRecord, type ActivityRefusal, type NewActivity } from '../record.ts';
import { findActivity, findActivityOfCommand, insertActivity, isCorrected } from './store.ts';

type Transaction = Parameters<typeof appendAudit>[0];
type Recorded = { readonly activityId: Id<'activity'> };
type Refused = 'forbidden' | 'not-found' | ActivityRefusal;

/** Photos are put in the file store first; the entry keeps their names. */
export const recordActivity = (
  db: Database,
  actor: Actor,
  input: ActivityInput,
  today: Day,
): Promise<Outcome<Recorded, Refused>> =>
  inTransaction(db, async (tx) => {
    const site = await enter(tx, actor, input);
    return site.ok
      ? keep(tx, actor, { ...input, replaces: null }, { today })
      : answer(site.refusal);
  });

/** The new entry counts instead of the old one, which stays to be seen. */
export const correctActivity = (
  db: Database,
  actor: Actor,
  input: CorrectionInput,
  today: Day,
): Promise<Outcome<Recorded, Refused | 'already-corrected'>> =>
  inTransaction(db, async (tx) => {
    const { siteId, replaces } = input;
    const site = await enter(tx, actor, input);
    if (!site.ok) return answer(site.refusal);
    const corrected = await findActivity(tx, [siteId], siteId, replaces);
    if (!corrected) return refused('not-found');
    if (await isCorrected(tx, siteId, replaces)) return refused('already-corrected');
    return keep(tx, actor, input, { today, corrected });
  });

/** Refused too where the command was sent before: the answer is then what it recorded. */
async function enter(
  tx: Transaction,
  actor: Actor,
  { siteId, commandId }: ActivityInput,
): Promise<Outcome<true, 'forbidden' | 'not-found' | Recorded>> {
  if (!may(actor, 'record activity', siteId)) return refused('forbidden');
  if (!(await lockWorkingSite(tx, siteId))) return refused('forbidden');
  const sent = await findActivityOfCommand(tx, siteId, commandId);
  if (sent) return refused(sent);
  return (await findSite(tx, [siteId], siteId)) ? done(true) : refused('not-found');
}

const answer = <R extends string>(refusal: R | Recorded): Outcome<Recorded, R> =>
  typeof refusal === 'string' ? refused(refusal) : done(refusal);

async function keep(
  tx: Transaction,
  actor: Actor,
  input: ActivityInput & { readonly replaces: Id<'activity'> | null },
  { today, corrected }: { readonly today: Day; readonly corrected?: NewActivity },
): Promise<Outcome<Recorded, ActivityRefusal>> {
  const decided = decideRecord(input, today);
  if (!decided.ok) return decided;
  const { siteId, commandId, replaces } = input;
  const { personId } = actor;
  const by = { siteId, commandId, personId, replaces };
  const activityId = await insertActivity(tx, decided.value, by);
  await appendAudit(tx, {
    siteId,
    personId,
    command: replaces === null ? 'record activity' : 'correct activity',
    record: `activity ${activityId}`,
    ...(corrected && { before: toldOf(corrected) }),
    after: { ...toldOf(decided.value), ...(replaces && { replaces }) },
  });
  return done({ activityId });
}

/** What is put on record of it: the photos by their number, they are kept as files. */
const toldOf = ({ kind, day, place, participants, note, photos }: NewActivity): object => ({
  kind,
  day,
  place,
  participants,
  note,
  photos: photos.length,
});
