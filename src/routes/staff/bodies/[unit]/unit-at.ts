// Which unit an address names, with the bodies it has or had; what it does not name is not found.

import { error } from '@sveltejs/kit';
import { findId } from '#ground/id.ts';
import type { Body } from '#places/body.ts';
import { listBodies } from '#places/server/body-store.ts';
import { findUnit } from '#places/server/store.ts';
import type { Unit } from '#places/unit.ts';
import { staffWords } from '../../staff.words.ts';

type Params = Readonly<Record<string, string | undefined>>;

export async function unitAt(
  { db, language }: App.Locals,
  params: Params,
): Promise<{ readonly unit: Unit; readonly present: readonly Body[] }> {
  const unitId = findId<'unit'>(params['unit']);
  const unit = unitId && (await findUnit(db, unitId));
  if (!unit) error(404, staffWords[language].notFound);
  return { unit, present: await listBodies(db, [unit.unitId]) };
}

/** The body an address names among those of its unit. */
export async function bodyAt(
  locals: App.Locals,
  params: Params,
): Promise<{ readonly unit: Unit; readonly body: Body }> {
  const { unit, present } = await unitAt(locals, params);
  const body = present.find(({ bodyId }) => bodyId === params['body']);
  if (!body) error(404, staffWords[locals.language].notFound);
  return { unit, body };
}
