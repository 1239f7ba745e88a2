// The SQL of which communes take in sealed letters now: said at the doors to everybody.

import { sql } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { RingPurpose } from '../ring.ts';

/** Communes of the day with somebody on duty, by name; no more than a page shows. */
export async function listOpenPlaces(
  db: Database,
  purpose: RingPurpose,
  on: Day,
): Promise<readonly UnitId[]> {
  const { rows } = await sql<{ unitId: UnitId }>`
    SELECT unit.unit_id AS "unitId"
    FROM key_ring JOIN unit ON unit.unit_id = key_ring.unit_id
    WHERE purpose = ${purpose} AND level = 'xa'
      AND valid_from <= ${on} AND (valid_to IS NULL OR valid_to >= ${on})
      AND EXISTS (SELECT FROM ring_epoch current
        WHERE current.ring_id = key_ring.ring_id AND current.ended_on IS NULL)
    ORDER BY folded_name, unit.unit_id LIMIT ${mostShown}`.execute(db);
  return rows.map(({ unitId }) => unitId);
}

const mostShown = 50;
