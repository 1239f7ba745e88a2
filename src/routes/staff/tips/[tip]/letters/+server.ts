// What a tip says and what was noted on it, sealed, for the device of somebody on duty; the first look is a step of its own.

import { newId } from '#ground/id.ts';
import { listLayers } from '#tips/server/casework-store.ts';
import { openTip } from '#tips/server/commands.ts';
import { listLetters } from '#tips/server/store.ts';
import { listNotes } from '#tips/server/writing-store.ts';
import { actorOf } from '../../../actor.ts';
import { tipAt } from '../sealed-case.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, params }) => {
  const { tipId } = await tipAt(locals, params.tip);
  const { db, today } = locals;
  const actor = actorOf(locals, 'open tip');
  const opened = await openTip(db, actor, { commandId: newId<'command'>(), tipId }, today);
  if (!opened.ok) return Response.json({}, { status: 404 });
  return Response.json({
    letters: await listLetters(db, tipId),
    layers: await listLayers(db, tipId),
    notes: await listNotes(db, tipId),
  });
};
