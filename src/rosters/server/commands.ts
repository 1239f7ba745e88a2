// Keeping the rosters of a site: somebody is added, corrected, ended; every entry stays on record.

import type { Day } from '#ground/day.ts';
import { newId, type SiteId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { may } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { lockWorkingSite } from '#sites/server/store.ts';
import type { HouseholdInput, MemberInput } from '../roster.input.ts';
import {
  decideHousehold,
  decideMember,
  type HouseholdId,
  type HouseholdRefusal,
  type MemberId,
  type MemberRefusal,
} from '../roster.ts';
import {
  findHouseholdSent,
  findMemberSent,
  insertHousehold,
  insertMember,
  listHouseholds,
  listMembers,
} from './store.ts';

type Refused = 'forbidden' | 'not-found';
type Tx = Parameters<typeof appendAudit>[0];

/** Adds a member, or records anew what stands of one: a correction, or the last day. */
export const keepMember = (
  db: Database,
  actor: Actor,
  input: MemberInput,
  today: Day,
): Promise<Outcome<{ readonly memberId: MemberId }, Refused | MemberRefusal>> =>
  inTransaction(db, async (tx) => {
    const { siteId, commandId } = input;
    if (!may(actor, 'keep roster', siteId)) return refused('forbidden');
    if (!(await lockWorkingSite(tx, siteId))) return refused('forbidden');
    const sent = await findMemberSent(tx, siteId, commandId);
    if (sent) return done(sent);
    const known = await listMembers(tx, [siteId], siteId);
    if (input.memberId && !known.some(({ memberId }) => memberId === input.memberId)) {
      return refused('not-found');
    }
    const decided = decideMember({ ...input, core: input.core ?? false }, today);
    if (!decided.ok) return decided;
    const memberId = input.memberId ?? newId<'member'>();
    const { personId } = actor;
    await insertMember(tx, memberId, decided.value, { siteId, commandId, personId });
    const command = input.memberId ? 'correct member' : 'add member';
    await record(tx, actor, { siteId, command, record: `member ${memberId}` }, decided.value);
    return done({ memberId });
  });

/** Adds a household, or records anew what stands of one. */
export const keepHousehold = (
  db: Database,
  actor: Actor,
  input: HouseholdInput,
  today: Day,
): Promise<Outcome<{ readonly householdId: HouseholdId }, Refused | HouseholdRefusal>> =>
  inTransaction(db, async (tx) => {
    const { siteId, commandId } = input;
    if (!may(actor, 'keep roster', siteId)) return refused('forbidden');
    if (!(await lockWorkingSite(tx, siteId))) return refused('forbidden');
    const sent = await findHouseholdSent(tx, siteId, commandId);
    if (sent) return done(sent);
    const known = await listHouseholds(tx, [siteId], siteId);
    const others = known.filter(({ householdId }) => householdId !== input.householdId);
    if (input.householdId && others.length === known.length) return refused('not-found');
    const decided = decideHousehold(input, others, today);
    if (!decided.ok) return decided;
    const householdId = input.householdId ?? newId<'household'>();
    const { personId } = actor;
    await insertHousehold(tx, householdId, decided.value, { siteId, commandId, personId });
    const command = input.householdId ? 'correct household' : 'add household';
    const of = { siteId, command, record: `household ${householdId}` };
    await record(tx, actor, of, decided.value);
    return done({ householdId });
  });

type Of = { readonly siteId: SiteId; readonly command: string; readonly record: string };

/** The entries themselves are the history; the record keeps no second copy of names. */
const record = (
  tx: Tx,
  { personId }: Actor,
  of: Of,
  { from, to }: { readonly from: Day; readonly to: Day | null },
): Promise<void> => appendAudit(tx, { ...of, personId, after: { from, to } });
