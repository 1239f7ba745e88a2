// The SQL of who has taken on which duty, and of what passes on with a role.

import { sql, type Transaction } from 'kysely';
import { addDays, type Day } from '#ground/day.ts';
import { newId, type CommandId, type Id, type PersonId, type SiteId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Place } from '#people/giving.ts';
import type { Role, Scope } from '#people/person.ts';
import { atPlace } from '#people/server/role-store.ts';
import type { Holder, MovedItem } from '../holder.ts';
import { inScope } from './store.ts';

/** Who has which duty of a site on a day. */
export const listHolders = (
  db: Database,
  scope: Scope,
  siteId: SiteId,
  on: Day,
): Promise<readonly Holder[]> =>
  db
    .selectFrom('duty_holder')
    .innerJoin('person', 'person.id', 'duty_holder.person_id')
    .where('site_id', '=', siteId)
    .where(inScope(scope, 'site_id'))
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .distinctOn('duty_id')
    .select(['duty_id as dutyId', 'person_id as personId', 'person.name', 'valid_from as since'])
    .$narrowType<Holder>()
    .orderBy('duty_id')
    .orderBy('recorded_at', 'desc')
    .execute();

export async function wasTakenBy(
  db: Database,
  siteId: SiteId,
  commandId: CommandId,
): Promise<boolean> {
  const row = await db
    .selectFrom('duty_holder')
    .select('holder_id')
    .where('site_id', '=', siteId)
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function isDutyOpen(
  db: Database,
  siteId: SiteId,
  dutyId: Id<'duty'>,
): Promise<boolean> {
  const row = await db
    .selectFrom('open_duty')
    .select('duty_id')
    .where('site_id', '=', siteId)
    .where('duty_id', '=', dutyId)
    .executeTakeFirst();
  return row !== undefined;
}

export type NewHolder = {
  readonly siteId: SiteId;
  readonly dutyId: Id<'duty'>;
  readonly personId: PersonId;
  readonly from: Day;
  readonly to: Day | null;
  readonly commandId: CommandId;
  readonly handOverId?: Id<'hand-over'>;
};

export async function insertHolder(tx: Transaction<DB>, holder: NewHolder): Promise<void> {
  await tx
    .insertInto('duty_holder')
    .values({
      site_id: holder.siteId,
      holder_id: newId<'holder'>(),
      command_id: holder.commandId,
      duty_id: holder.dutyId,
      person_id: holder.personId,
      valid_from: holder.from,
      valid_to: holder.to,
      hand_over_id: holder.handOverId ?? null,
    })
    .execute();
}

/** Nobody has it from today on; taken on and given back the same day, it was never held. */
export async function endHolder(
  tx: Transaction<DB>,
  of: { readonly siteId: SiteId; readonly dutyId: Id<'duty'>; readonly personId: PersonId },
  today: Day,
): Promise<void> {
  await tx
    .updateTable('duty_holder')
    .set({ valid_to: sql<string>`greatest(${addDays(today, -1)}::date, valid_from - 1)` })
    .where('site_id', '=', of.siteId)
    .where('duty_id', '=', of.dutyId)
    .where('person_id', '=', of.personId)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
    .execute();
}

type Post = Place & { readonly role: Role; readonly personId: PersonId };

/** The open duties of a role that its holder has taken on and still has on a day. */
export const listTaken = (
  db: Database,
  post: Post,
  on: Day,
): Promise<readonly (MovedItem & { readonly kind: 'duty' })[]> =>
  db
    .selectFrom('duty_holder')
    .innerJoin('open_duty', (join) =>
      join
        .onRef('open_duty.site_id', '=', 'duty_holder.site_id')
        .onRef('open_duty.duty_id', '=', 'duty_holder.duty_id'),
    )
    .innerJoin('duty', (join) =>
      join
        .onRef('duty.site_id', '=', 'duty_holder.site_id')
        .onRef('duty.duty_id', '=', 'duty_holder.duty_id'),
    )
    .innerJoin('site', 'site.site_id', 'duty_holder.site_id')
    .where('duty_holder.person_id', '=', post.personId)
    .where('duty.role', '=', post.role)
    .where(sql<boolean>`${atPlace(post, 'duty_holder.site_id')}`)
    .where('duty_holder.valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .select(['duty_holder.site_id as siteId', 'duty_holder.duty_id as dutyId', 'duty.text'])
    .select(['open_duty.expected', placed.as('place'), sql<'duty'>`'duty'`.as('kind')])
    .$narrowType<{ siteId: SiteId; dutyId: Id<'duty'>; expected: Day | null }>()
    .orderBy('open_duty.expected', (order) => order.asc().nullsLast())
    .orderBy('duty_holder.duty_id')
    .execute();

/**
 * The steps that have begun and are not closed, at the place of a role; of somebody who works
 * everywhere only those they began themselves.
 */
export const listStepsBegun = (
  db: Database,
  post: Post,
): Promise<readonly (MovedItem & { readonly kind: 'step' })[]> =>
  db
    .selectFrom('step')
    .innerJoin('site', 'site.site_id', 'step.site_id')
    .innerJoin('open_step', (join) =>
      join
        .onRef('open_step.site_id', '=', 'step.site_id')
        .onRef('open_step.number', '=', 'step.number'),
    )
    .where(sql<boolean>`${atPlace(post, 'step.site_id')}`)
    .where(
      sql<boolean>`exists (select from step_event began
        where began.site_id = step.site_id and began.number = step.number
          and began.kind = 'started' and ${beganBy(post)})`,
    )
    .select(['step.site_id as siteId', 'step.number', 'step.text', 'open_step.expected'])
    .select([placed.as('place'), sql<'step'>`'step'`.as('kind')])
    .$narrowType<{ siteId: SiteId; expected: Day | null }>()
    .orderBy('open_step.expected', (order) => order.asc().nullsLast())
    .orderBy('step.site_id')
    .orderBy('step.number')
    .execute();

const placed = sql<string>`site.hamlet || ', ' || site.commune || coalesce(' (' || site_told_by(site.site_id) || ')', '')`;

const beganBy = ({ siteId, unitId, personId }: Post) =>
  siteId || unitId ? sql`true` : sql`began.recorded_by = ${personId}`;
