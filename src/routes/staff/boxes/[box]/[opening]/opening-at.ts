// The opening that an address names, for the two who opened it and those whose box it is.

import { error } from '@sveltejs/kit';
import { findId } from '#ground/id.ts';
import type { Box, Opening } from '#tips/box.ts';
import { findBox } from '#tips/server/box-store.ts';
import { findOpening } from '#tips/server/opening-store.ts';
import { staffWords } from '../../../staff.words.ts';

export async function openingAt(
  { db, language }: App.Locals,
  params: Partial<Record<string, string>>,
): Promise<{ readonly box: Box; readonly opening: Opening }> {
  const boxId = findId<'box'>(params['box']);
  const openingId = findId<'box-opening'>(params['opening']);
  const box = boxId && (await findBox(db, boxId));
  const opening = openingId && (await findOpening(db, openingId));
  if (!box || opening?.boxId !== box.boxId) error(404, staffWords[language].notFound);
  return { box, opening };
}
