// The SQL of what one person finished on one day, for their list of the day.

import { sql } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { Id, PersonId, SiteId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { Scope } from '#people/person.ts';
import type { Step } from '../site.ts';
import { inScope } from './store.ts';

export type DutyDone = {
  readonly siteId: SiteId;
  readonly dutyId: Id<'duty'>;
  readonly text: string;
};

/** Duties this person marked as done with that day, and nobody took up again since. */
export const listDutiesDone = (
  db: Database,
  scope: Scope,
  by: PersonId,
  day: Day,
): Promise<readonly DutyDone[]> =>
  db
    .selectFrom('duty_event as ending')
    .innerJoin('duty', (join) =>
      join
        .onRef('duty.site_id', '=', 'ending.site_id')
        .onRef('duty.duty_id', '=', 'ending.duty_id'),
    )
    .where(inScope(scope, 'ending.site_id'))
    .where('ending.kind', '=', 'done')
    .where('ending.day', '=', day)
    .where('ending.recorded_by', '=', by)
    .where(
      sql<boolean>`not exists (
        select from duty_event later
        where later.site_id = ending.site_id and later.duty_id = ending.duty_id
          and later.kind = 'reopened' and later.recorded_at > ending.recorded_at)`,
    )
    .select(['ending.site_id as siteId', 'ending.duty_id as dutyId', 'duty.text'])
    .$narrowType<{ siteId: SiteId; dutyId: Id<'duty'> }>()
    .orderBy('ending.recorded_at', 'desc')
    .limit(50)
    .execute();

export type StepDone = Pick<Step, 'number' | 'kind' | 'text'> & { readonly siteId: SiteId };

/** Steps this person closed with that day, and nobody opened again since. */
export const listStepsDone = (
  db: Database,
  scope: Scope,
  by: PersonId,
  day: Day,
): Promise<readonly StepDone[]> =>
  db
    .selectFrom('step_event as ending')
    .innerJoin('step', (join) =>
      join.onRef('step.site_id', '=', 'ending.site_id').onRef('step.number', '=', 'ending.number'),
    )
    .where(inScope(scope, 'ending.site_id'))
    .where('ending.kind', '=', 'closed')
    .where('ending.day', '=', day)
    .where('ending.recorded_by', '=', by)
    .where(
      sql<boolean>`not exists (
        select from step_event later
        where later.site_id = ending.site_id and later.number = ending.number
          and later.kind = 'reopened' and later.recorded_at > ending.recorded_at)`,
    )
    .select(['ending.site_id as siteId', 'ending.number', 'step.text', 'step.kind'])
    .$narrowType<{ siteId: SiteId; kind: Step['kind'] }>()
    .orderBy('ending.recorded_at', 'desc')
    .limit(50)
    .execute();
