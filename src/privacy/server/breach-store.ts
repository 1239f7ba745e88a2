// The rows of breaches and of what happened to them; only the data protection officer reaches them.

import { sql, type Kysely, type Transaction } from 'kysely';
import type { Instant } from '#ground/day.ts';
import { newId, type CommandId, type PersonId } from '#ground/id.ts';
import type { DB } from '#ground/server/schema.ts';
import type { Assessment, Breach, BreachEvent, BreachId, BreachStep, Told } from '../breach.ts';

type Reader = Kysely<DB> | Transaction<DB>;
type By = { readonly commandId: CommandId; readonly personId: PersonId };

export async function insertBreach(
  tx: Transaction<DB>,
  foundAt: Instant,
  { commandId, personId }: By,
): Promise<BreachId> {
  const breachId = newId<'breach'>();
  await tx
    .insertInto('breach')
    .values({
      breach_id: breachId,
      command_id: commandId,
      found_at: foundAt,
      recorded_by: personId,
    })
    .execute();
  return breachId;
}

export async function insertBreachEvent(
  tx: Transaction<DB>,
  breachId: BreachId,
  step: BreachStep,
  { commandId, personId }: By,
): Promise<void> {
  await tx
    .insertInto('breach_event')
    .values({
      breach_id: breachId,
      event_id: newId<'event'>(),
      command_id: commandId,
      kind: step.kind,
      at: step.at,
      note: step.note,
      told: step.told,
      assessment: step.assessment && JSON.stringify(step.assessment),
      recorded_by: personId,
    })
    .execute();
}

export async function findBreachOfCommand(
  db: Reader,
  commandId: CommandId,
): Promise<BreachId | undefined> {
  const [made, stepped] = await Promise.all(
    (['breach', 'breach_event'] as const).map((table) =>
      db
        .selectFrom(table)
        .select('breach_id')
        .where('command_id', '=', commandId)
        .executeTakeFirst(),
    ),
  );
  return (made ?? stepped)?.breach_id as BreachId | undefined;
}

export const findBreach = (db: Reader, breachId: BreachId): Promise<Breach | undefined> =>
  selectBreaches(db).where('breach_id', '=', breachId).executeTakeFirst();

/** One step after the other; a lock by its number, since no row of a breach may be changed. */
export async function findBreachForUpdate(
  tx: Transaction<DB>,
  breachId: BreachId,
): Promise<Breach | undefined> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${breachId}, 13))`.execute(tx);
  return findBreach(tx, breachId);
}

export const listBreaches = (db: Reader, limit: number): Promise<readonly Breach[]> =>
  selectBreaches(db).orderBy('found_at', 'desc').limit(limit).execute();

export async function listBreachEvents(
  db: Reader,
  breachIds: readonly BreachId[],
): Promise<readonly BreachEvent[]> {
  if (breachIds.length === 0) return [];
  return db
    .selectFrom('breach_event')
    .innerJoin('person', 'person.id', 'recorded_by')
    .select((event) => [
      event.ref('breach_id').$castTo<BreachId>().as('breachId'),
      event.ref('kind').$castTo<BreachEvent['kind']>().as('kind'),
      event.ref('at').$castTo<Instant>().as('at'),
      'note',
      event.ref('told').$castTo<Told | null>().as('told'),
      event.ref('assessment').$castTo<Assessment | null>().as('assessment'),
      'person.name as recordedBy',
    ])
    .where('breach_id', 'in', breachIds)
    .orderBy('recorded_at')
    .orderBy('event_id')
    .execute();
}

const selectBreaches = (db: Reader) =>
  db
    .selectFrom('breach')
    .select((breach) => [
      breach.ref('breach_id').$castTo<BreachId>().as('breachId'),
      breach.ref('found_at').$castTo<Instant>().as('foundAt'),
    ]);
