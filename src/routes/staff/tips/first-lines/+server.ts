// With what tips begin, sealed, for the list on the device of somebody on duty; each look is on record.

import * as v from 'valibot';
import { isId } from '#ground/id.ts';
import { seeFirstLines } from '#tips/server/writing-commands.ts';
import type { TipId } from '#tips/tip.ts';
import { actorOf } from '../../actor.ts';
import type { RequestHandler } from './$types';

const asked = v.object({ tipIds: v.pipe(v.array(v.custom<TipId>(isId)), v.maxLength(50)) });

export const POST: RequestHandler = async ({ request, locals }) => {
  const actor = actorOf(locals, 'open tip');
  const input = v.safeParse(asked, await request.json().catch(() => undefined));
  if (!input.success) return Response.json({ letters: [] }, { status: 400 });
  const seen = await seeFirstLines(locals.db, actor, input.output.tipIds);
  return seen.ok
    ? Response.json({ letters: seen.value })
    : Response.json({ letters: [] }, { status: 403 });
};
