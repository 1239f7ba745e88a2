// Pieces of files on their way to the province: given to the device sealed, taken back sealed anew.

import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { findId } from '#ground/id.ts';
import { appendView } from '#ground/server/audit.ts';
import { toBase64Url } from '#sealed/bytes.ts';
import { passPieceInput } from '#tips/casework.input.ts';
import { passPiece } from '#tips/server/casework-commands.ts';
import { findPiece } from '#tips/server/store.ts';
import { actorOf } from '../../../../actor.ts';
import { tipAt } from '../../sealed-case.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { tipId } = await tipAt(locals, params.tip);
  const uploadId = findId<'upload'>(url.searchParams.get('upload') ?? '');
  const number = Number(url.searchParams.get('number'));
  if (!uploadId || !Number.isInteger(number)) error(400);
  await appendView(locals.db, { siteId: null, record: `tip ${tipId}`, command: 'open tip' });
  const piece = await findPiece(locals.db, tipId, uploadId, number);
  if (!piece) error(404);
  return Response.json({ ...piece, sealed: toBase64Url(piece.sealed) });
};

export const POST: RequestHandler = async ({ locals, params, request }) => {
  const actor = actorOf(locals, 'open tip');
  const { tipId } = await tipAt(locals, params.tip);
  const input = v.safeParse(passPieceInput, await request.json());
  if (!input.success) error(400);
  const passed = await passPiece(locals.db, actor, { ...input.output, tipId }, locals.today);
  if (!passed.ok) error(409);
  return Response.json({ ok: true });
};
