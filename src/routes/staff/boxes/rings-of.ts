// To whom letters of a unit's boxes are sealed: its people on duty, and the province's for what concerns officials.

import type { UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import { listWithParents } from '#places/server/store.ts';
import { unitAbove, unitsById } from '#places/unit.ts';
import { listRecipients } from '#sealed/server/ring-store.ts';
import type { Ring } from '#tips/door/seal-tip.ts';

export type RingsOf = { readonly own: Ring | null; readonly province: Ring | null };

export async function ringsOf(db: Database, unitId: UnitId): Promise<RingsOf> {
  const province = unitAbove(unitsById(await listWithParents(db, [unitId])), unitId, 'tinh');
  const own = await listRecipients(db, { purpose: 'tip', unitId });
  const above = province && (await listRecipients(db, { purpose: 'tip', unitId: province.unitId }));
  // Where a commune has nobody on duty yet, the province's people are.
  return { own: own ?? above ?? null, province: above ?? null };
}
