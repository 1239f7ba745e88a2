// For tests: people with a role, sites to hold it at, and the database as their requests get it.

import { day } from '#ground/day.ts';
import { newId, type SiteId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { FreshDatabase } from '#ground/server/testing.ts';
import { heldEverywhere, reachOf } from '../may.ts';
import type { Actor, Role } from '../person.ts';
import { listHoldings } from './store.ts';

/** The day on which the tests happen. */
export const today = day('2026-05-20');

type Wanted = {
  readonly siteId?: SiteId;
  readonly username?: string;
  readonly name?: string;
};

/** Somebody on record with an account and one role since the beginning of the year. */
export async function aPerson(
  { owner }: FreshDatabase,
  role: Role,
  { siteId, username, name = `Người Ví Dụ ${role}` }: Wanted = {},
): Promise<Actor> {
  const personId = newId<'person'>();
  const called = username ?? personId;
  await owner
    .insertInto('person')
    .values({ id: personId, name, username: called, email: `${called}@example.invalid` })
    .execute();
  await owner
    .insertInto('sign_in_account')
    .values({
      id: newId(),
      person_id: personId,
      account_id: personId,
      provider_id: 'credential',
      password: 'x',
    })
    .execute();
  await owner
    .insertInto('role_holding')
    .values({
      holding_id: newId(),
      person_id: personId,
      role,
      site_id: heldEverywhere.includes(role) ? null : (siteId ?? null),
      valid_from: '2026-01-01',
    })
    .execute();
  return { personId, name, holdings: await listHoldings(owner, personId, today) };
}

/** As a request of this person gets it. */
export const databaseOf = (fresh: FreshDatabase, actor: Actor): Database =>
  fresh.reaching({
    personId: actor.personId,
    sites: reachOf(actor),
    ...(actor.actingFor && { actingFor: actor.actingFor.personId }),
  });

/** A bare site: people hold roles at it, nothing else is there. */
export async function aSiteRow({ owner }: FreshDatabase): Promise<SiteId> {
  const [siteId, planId, readBy] = [newId<'site'>(), newId(), newId<'person'>()];
  const programme = newId();
  await owner
    .insertInto('person')
    .values({ id: readBy, name: 'Người Đọc', username: readBy, email: `${readBy}@example.invalid` })
    .execute();
  await owner
    .insertInto('programme')
    .values({ programme_id: programme, name: programme, folded_name: programme })
    .execute();
  const paper = { file_name: 'a.docx', file_ref: 'a'.repeat(64), text: '[]', as_read: '{}' };
  await owner
    .insertInto('plan_reading')
    .values({
      plan_id: planId,
      command_id: newId(),
      text_hash: planId,
      ...paper,
      plan: '{}',
      read_by: readBy,
    })
    .execute();
  await owner
    .insertInto('site')
    .values({
      site_id: siteId,
      programme_id: programme,
      plan_id: planId,
      hamlet: `Xóm Ví Dụ ${siteId.slice(0, 4)}`,
      commune: 'xã Ví Dụ',
      province: 'tỉnh Ví Dụ',
      planned_from: '2026-01-01',
      baseline_on: '2026-01-01',
      created_by: readBy,
    })
    .execute();
  return siteId;
}
