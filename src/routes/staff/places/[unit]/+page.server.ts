// One unit: its names and days, what it came from and became, what stands below it and in it.

import { error, fail, type Actions } from '@sveltejs/kit';
import { findId, newId, type UnitId } from '#ground/id.ts';
import { addDays, type Day } from '#ground/day.ts';
import type { Database } from '#ground/server/db.ts';
import { may, scopeOf } from '#people/may.ts';
import type { FoundUnit } from '#places/found-unit.ts';
import { placesWords } from '#places/places.words.ts';
import { tieUnits } from '#places/server/commands.ts';
import { findUnits } from '#places/server/search-store.ts';
import { listSitesIn } from '#places/server/site-place-store.ts';
import { findUnit, listChangesOf, listUnitsUnder } from '#places/server/store.ts';
import { stands, type Unit, type UnitChange } from '#places/unit.ts';
import { typedIn } from '../../../form-fields.ts';
import { actorOf } from '../../actor.ts';
import { staffWords } from '../../staff.words.ts';
import { dayOr, nothingPicked, pickedIn } from '../picked.ts';
import type { PageServerLoad } from './$types';

const pageLength = 50;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const actor = actorOf(locals, 'view unit');
  const { db, today } = locals;
  const unit = await unitAt(locals, params.unit);
  const on = shownOn(unit, dayOr(url.searchParams.get('on'), today));
  const after = findId<'unit'>(url.searchParams.get('after'));
  const [seen] = await findUnits(db, [unit.unitId]);
  const changes = await listChangesOf(db, unit.unitId);
  const below = await listUnitsUnder(db, unit.unitId, on, { limit: pageLength + 1, after });
  return {
    unit,
    parents: seen?.parents ?? [],
    on,
    before: await linked(db, changes, unit.unitId, 'to'),
    after: await linked(db, changes, unit.unitId, 'from'),
    below: below.slice(0, pageLength),
    next: below.length > pageLength ? below[pageLength - 1]?.unitId : undefined,
    isFirst: !after,
    sites: await listSitesIn(db, scopeOf(actor, 'view site'), [unit.unitId]),
    mayManage: may(actor, 'manage unit'),
    commandId: newId<'command'>(),
    eve: addDays(unit.validFrom, -1),
  };
};

export const actions: Actions = {
  tie: async ({ request, locals, params }) => {
    const actor = actorOf(locals, 'manage unit');
    const { unitId: to, level, validFrom } = await unitAt(locals, params['unit'] ?? '');
    const own = placesWords[locals.language];
    const typed = typedIn(await request.formData());
    const query = { on: addDays(validFrom, -1), levels: [level] };
    const picked = await pickedIn(locals.db, typed, 'old', query);
    const { legalAct = '', partial } = typed;
    const tied = await tieUnits(locals.db, actor, {
      commandId: findId<'command'>(typed['commandId']) ?? newId<'command'>(),
      to,
      from: picked.chosen ? [{ unitId: picked.chosen.unitId, partial: partial === 'yes' }] : [],
      legalAct,
    });
    if (tied.ok)
      return { picked: nothingPicked, legalAct: '', partial: false, problem: '', said: own.tied };
    const problem = own.tieRefusal[tied.refusal];
    return fail(422, { picked, legalAct, partial: partial === 'yes', problem, said: '' });
  },
};

async function unitAt(locals: App.Locals, param: string): Promise<Unit> {
  const unitId = findId<'unit'>(param);
  const unit = unitId && (await findUnit(locals.db, unitId));
  return unit ?? error(404, staffWords[locals.language].notFound);
}

/** A unit that is over is shown as it was on its last day. */
function shownOn(unit: Unit, on: Day): Day {
  if (stands(unit, on)) return on;
  return on < unit.validFrom ? unit.validFrom : (unit.validTo ?? on);
}

export type LinkedUnit = Pick<UnitChange, 'changeId' | 'kind' | 'effectiveOn' | 'legalAct'> & {
  readonly partial: boolean;
  /** Null where it was created of nothing, or nothing followed. */
  readonly other: FoundUnit | null;
};

/** The other side of each change in which this unit is what ended ('from') or began ('to'). */
async function linked(
  db: Database,
  changes: readonly UnitChange[],
  unitId: UnitId,
  side: 'from' | 'to',
): Promise<readonly LinkedUnit[]> {
  const otherSide = side === 'from' ? 'to' : 'from';
  const links = changes.flatMap(({ parts, ...change }) =>
    parts
      .filter((part) => part[side] === unitId)
      .map((part) => ({ ...change, partial: part.partial, otherId: part[otherSide] })),
  );
  const others = await findUnits(
    db,
    links.flatMap(({ otherId }) => otherId ?? []),
  );
  return links.map(({ otherId, ...link }) => ({
    ...link,
    other: others.find((other) => other.unitId === otherId) ?? null,
  }));
}
