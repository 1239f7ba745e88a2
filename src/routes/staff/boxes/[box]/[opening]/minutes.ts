// The minutes of the opening that an address names, once it is closed.

import { error } from '@sveltejs/kit';
import { listWithParents } from '#places/server/store.ts';
import { unitsById } from '#places/unit.ts';
import type { Paper } from '#papers/paper.ts';
import { minutesPaper } from '#tips/box-minutes.ts';
import { staffWords } from '../../../staff.words.ts';
import { openerOf } from '../../box-answers.ts';
import { openingAt } from './opening-at.ts';

export async function minutesAt(
  locals: App.Locals,
  params: Partial<Record<string, string>>,
): Promise<Paper> {
  openerOf(locals);
  const { box, opening } = await openingAt(locals, params);
  if (opening.closedOn === null) error(404, staffWords[locals.language].notFound);
  const units = unitsById(await listWithParents(locals.db, [box.unitId]));
  const unit = units.get(box.unitId)?.name ?? '';
  return minutesPaper({ box, opening, agency: `Công an ${unit}`, place: unit });
}
