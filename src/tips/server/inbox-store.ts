// The SQL of the list of tips: of which level the units are whose tips the person may see.

import { sql } from 'kysely';
import type { Database } from '#ground/server/db.ts';
import type { RingId } from '#sealed/ring.ts';
import type { UnitLevel } from '../due.ts';
import type { Levels } from '../inbox.ts';

/** Of the rings the person holds a key to: none, for whoever has not been taken into one. */
export async function listOwnLevels(db: Database): Promise<Levels> {
  const { rows } = await sql<{ ringId: RingId; level: UnitLevel }>`
    SELECT ring_id AS "ringId", level FROM key_ring JOIN unit USING (unit_id)
    WHERE ring_id IN (SELECT tip_rings())`.execute(db);
  return new Map(rows.map(({ ringId, level }) => [ringId, level]));
}
