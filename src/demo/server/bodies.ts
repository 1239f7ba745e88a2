// The demo's commune has the bodies a commune usually has, founded by the same command people use.

import type { Day } from '#ground/day.ts';
import type { CommandId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { Actor } from '#people/person.ts';
import { foundUsualBodies } from '#places/server/body-commands.ts';
import { searchUnits } from '#places/server/search-store.ts';

export async function demoBodies(
  db: Database,
  officer: Actor,
  commandId: CommandId,
  { commune, on }: { readonly commune: string; readonly on: Day },
): Promise<void> {
  const query = { text: commune, on, levels: ['xa'], onlyStanding: true } as const;
  const [unit] = await searchUnits(db, query);
  if (!unit) throw new Error(`the demo has no commune: ${commune}`);
  const terms = { commandId, unitId: unit.unitId, from: unit.validFrom, legalAct: '' };
  const founded = await foundUsualBodies(db, officer, terms, { demo: true });
  if (!founded.ok) throw new Error(`the demo has no bodies: ${founded.refusal}`);
}
