// What was written in a request, sealed, for the device of a helper whose key is open: from then on it counts as read.

import { findId, newId } from '#ground/id.ts';
import type { HelpId } from '#help/help.ts';
import { openHelp } from '#help/server/commands.ts';
import { listHelpLetters } from '#help/server/store.ts';
import { helperOf } from '../../answers.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, params }) => {
  const actor = helperOf(locals);
  const helpId: HelpId | undefined = findId<'help'>(params.request);
  const opened = helpId && (await openHelp(locals.db, actor, { helpId, commandId: newId() }));
  return opened?.ok
    ? Response.json({ letters: await listHelpLetters(locals.db, opened.value.helpId) })
    : Response.json({}, { status: 404 });
};
