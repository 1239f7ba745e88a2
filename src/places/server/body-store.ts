// Reads and writes bodies and what became of them.

import { sql, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import { newId, type CommandId, type Id, type PersonId, type UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import type { BodyPlan } from '../body-change.ts';
import { bodyKinds, type Body, type BodyChange, type BodyId, type BodyPart } from '../body.ts';
import { foldedWords } from '#ground/text.ts';

type Connection = Pick<Database, 'selectFrom'>;
type Tx = Transaction<DB>;

/** All that units have or had, by kind and then by day. */
export const listBodies = (db: Connection, units: readonly UnitId[]): Promise<readonly Body[]> =>
  bodies(db).where('body.unit_id', 'in', units).execute();

export const listBodiesById = async (
  db: Connection,
  ids: readonly BodyId[],
): Promise<readonly Body[]> =>
  ids.length === 0 ? [] : bodies(db).where('body.body_id', 'in', ids).execute();

export const findBody = (db: Connection, bodyId: BodyId): Promise<Body | undefined> =>
  bodies(db).where('body.body_id', '=', bodyId).executeTakeFirst();

export const mostBodiesFound = 50;

/** Bodies of a day whose names have words that begin with those typed, without accents. */
export async function searchBodies(
  db: Connection,
  { text, on }: { readonly text: string; readonly on: Day },
): Promise<readonly Body[]> {
  // Folded words hold letters and digits only: nothing in them can escape the quotes.
  const query = foldedWords(text).map((word) => `'${word}':*`);
  if (query.length === 0) return [];
  return bodies(db)
    .where(sql<boolean>`body.searched @@ ${query.join(' & ')}::tsquery`)
    .where('body.valid_from', '<=', on)
    .where((one) => one.or([one('body.valid_to', 'is', null), one('body.valid_to', '>=', on)]))
    .limit(mostBodiesFound)
    .execute();
}

/** Those that stand on a day at the communes of the sites within reach: where a search may begin. */
export const listBodiesOfSites = (db: Connection, on: Day): Promise<readonly Body[]> =>
  bodies(db)
    .where('body.unit_id', 'in', (one) =>
      one
        .selectFrom('site_place')
        .where('site_place.valid_to', 'is', null)
        .select((place) => place.ref('site_place.commune_id').$castTo<UnitId>().as('unit')),
    )
    .where('body.valid_from', '<=', on)
    .where((one) => one.or([one('body.valid_to', 'is', null), one('body.valid_to', '>=', on)]))
    .limit(mostBodiesFound)
    .execute();

/** A body whose unit has ended, and the unit its area went to, where one is on record. */
export type Waiting = Body & { readonly nowIn: UnitId | null };

/** The bodies left standing at units that ended before a day: they wait to be renewed. */
export async function listWaitingBodies(
  db: Connection,
  on: Day,
  page: { readonly unitId?: UnitId; readonly limit: number },
): Promise<readonly Waiting[]> {
  const query = bodies(db)
    .innerJoin('unit', 'unit.unit_id', 'body.unit_id')
    .leftJoin('unit_change_part as part', (join) =>
      join.onRef('part.from_id', '=', 'unit.unit_id').on('part.to_id', 'is not', null),
    )
    .select((one) => one.ref('part.to_id').$castTo<UnitId | null>().as('nowIn'))
    .where('body.valid_to', 'is', null)
    .where('unit.valid_to', '<', on)
    .limit(page.limit);
  return (page.unitId ? query.where('part.to_id', '=', page.unitId) : query).execute();
}

/** What happened to any of some bodies, the oldest first. */
export async function listBodyChanges(
  db: Connection,
  ids: readonly BodyId[],
): Promise<readonly BodyChange[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('body_change as change')
    .innerJoin('body_change_part as part', 'part.change_id', 'change.change_id')
    .select((one) => [
      one.ref('change.change_id').$castTo<Id<'body change'>>().as('changeId'),
      one.ref('change.kind').$castTo<BodyChange['kind']>().as('kind'),
      one.ref('change.effective_on').$castTo<Day>().as('effectiveOn'),
      'change.legal_act as legalAct',
      one.ref('part.from_id').$castTo<BodyId | null>().as('from'),
      one.ref('part.to_id').$castTo<BodyId | null>().as('to'),
    ])
    .where((one) => one.or([one('part.from_id', 'in', ids), one('part.to_id', 'in', ids)]))
    .orderBy('change.effective_on')
    .orderBy('change.recorded_at')
    .execute();
  return [...Map.groupBy(rows, ({ changeId }) => changeId).values()].flatMap(changeOf);
}

function changeOf(rows: readonly (Omit<BodyChange, 'parts'> & BodyPart)[]): BodyChange[] {
  const [first] = rows;
  if (!first) return [];
  const { changeId, kind, effectiveOn, legalAct } = first;
  const parts = rows.map(({ from, to }) => ({ from, to }));
  return [{ changeId, kind, effectiveOn, legalAct, parts }];
}

/** One writer at a time for a unit's bodies: what was decided must still be so when it is written. */
export const lockBodies = (tx: Tx, unitId: UnitId): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`body ${unitId}`}, 0))`.execute(tx);

export const isBodyChangeSent = async (tx: Tx, commandId: CommandId): Promise<boolean> =>
  (await tx
    .selectFrom('body_change')
    .select('change_id')
    .where('command_id', '=', commandId)
    .limit(1)
    .executeTakeFirst()) !== undefined;

export type Written = {
  readonly commandId: CommandId;
  readonly personId: PersonId;
  readonly demo: boolean;
};

/** The old ones end before the new ones begin: a unit never has two of a kind at once. */
export async function writeBodies(tx: Tx, plan: BodyPlan, by: Written): Promise<void> {
  for (const { bodyId, lastDay } of plan.ended) {
    await tx.updateTable('body').set({ valid_to: lastDay }).where('body_id', '=', bodyId).execute();
  }
  if (plan.begun.length > 0) {
    await tx
      .insertInto('body')
      .values(plan.begun.map((body) => rowOf(body, by.demo)))
      .execute();
  }
  const changes = plan.changes.map((change) => ({ ...change, changeId: newId<'body change'>() }));
  await tx
    .insertInto('body_change')
    .values(
      changes.map(({ changeId, kind, effectiveOn, legalAct }, position) => ({
        change_id: changeId,
        command_id: by.commandId,
        position,
        kind,
        effective_on: effectiveOn,
        legal_act: legalAct,
        recorded_by: by.personId,
      })),
    )
    .execute();
  await tx
    .insertInto('body_change_part')
    .values(
      changes.flatMap(({ changeId, parts }) =>
        parts.map(({ from, to }) => ({
          change_id: changeId,
          part_id: newId(),
          from_id: from,
          to_id: to,
        })),
      ),
    )
    .execute();
}

const rowOf = (body: Body, demo: boolean) => ({
  body_id: body.bodyId,
  kind: body.kind,
  unit_id: body.unitId,
  name: body.name,
  words: [...new Set(foldedWords(`${body.name} ${body.code ?? ''}`))].join(' '),
  code: body.code,
  valid_from: body.validFrom,
  valid_to: body.validTo,
  legal_act: body.legalAct,
  demo,
});

const bodies = (db: Connection) =>
  db
    .selectFrom('body')
    .select((one) => [
      one.ref('body.body_id').$castTo<BodyId>().as('bodyId'),
      one.ref('body.kind').$castTo<Body['kind']>().as('kind'),
      one.ref('body.unit_id').$castTo<UnitId>().as('unitId'),
      'body.name',
      'body.code',
      one.ref('body.valid_from').$castTo<Day>().as('validFrom'),
      one.ref('body.valid_to').$castTo<Day | null>().as('validTo'),
      'body.legal_act as legalAct',
    ])
    .orderBy(sql`array_position(${bodyKinds}::text[], body.kind)`)
    .orderBy('body.valid_from')
    .orderBy('body.name');
