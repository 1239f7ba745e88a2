// Puts the typed province and communes on record, one change each; those that are there stay.

import { newId, type UnitId } from '#ground/id.ts';
import { done, type Outcome } from '#ground/outcome.ts';
import { fold } from '#ground/text.ts';
import type { Database } from '#ground/server/db.ts';
import type { FirstPlaces } from '#installation/first-places.ts';
import type { Actor } from '#people/person.ts';
import type { ChangeRefusal } from '#places/change.ts';
import { changeUnits } from '#places/server/commands.ts';
import { listUnitsUnder } from '#places/server/store.ts';
import type { Level } from '#places/unit.ts';

/** How many were new. Sent twice, the second time finds them all. */
export async function foundFirstUnits(
  db: Database,
  actor: Actor,
  places: FirstPlaces,
): Promise<Outcome<number, ChangeRefusal | 'forbidden'>> {
  const make = (level: Level, name: string, parentId: UnitId | null) =>
    changeUnits(db, actor, {
      commandId: newId<'command'>(),
      kind: 'created',
      level,
      effectiveOn: places.from,
      legalAct: places.legalAct,
      from: [],
      to: [{ name, code: null, parentId }],
      destinations: new Map(),
    });
  const known = await findProvince(db, places);
  const made = known ? undefined : await make('tinh', places.province, null);
  if (made && !made.ok) return made;
  const provinceId = known ?? (made?.ok ? made.value.begun[0] : undefined);
  if (provinceId === undefined) throw new Error('a province that was made has an id');
  let count = made ? 1 : 0;
  for (const name of places.communes) {
    const commune = await make('xa', name, provinceId);
    if (commune.ok) count += 1;
    else if (commune.refusal !== 'name-taken') return commune;
  }
  return done(count);
}

const mostProvinces = 100;

async function findProvince(
  db: Database,
  { province, from }: FirstPlaces,
): Promise<UnitId | undefined> {
  const standing = await listUnitsUnder(db, null, from, { limit: mostProvinces });
  return standing.find(({ name }) => fold(name) === fold(province))?.unitId;
}
