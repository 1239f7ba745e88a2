// The demo's rosters, put on record in one transaction: through the command each household would read all the others.

import type { Day } from '#ground/day.ts';
import { newId, type CommandId, type SiteId } from '#ground/id.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import type { Actor } from '#people/person.ts';
import { findMemberSent, insertHouseholds, insertMember } from '#rosters/server/store.ts';
import { demoHouseholds, demoMembers } from '../demo-rosters.ts';

export const demoRosters = (
  db: Database,
  { personId }: Actor,
  siteId: SiteId,
  today: Day,
  commandOf: (what: string) => CommandId,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    if (await findMemberSent(tx, siteId, commandOf('member 0'))) return;
    const by = (what: string) => ({ siteId, personId, commandId: commandOf(what) });
    for (const [at, member] of demoMembers(today).entries()) {
      await insertMember(tx, newId<'member'>(), member, by(`member ${at}`));
    }
    const households = demoHouseholds(today).map((facts, at) => ({
      householdId: newId<'household'>(),
      facts,
      by: by(`household ${at}`),
    }));
    await insertHouseholds(tx, households);
  });
