// Where the call sheet hands in what it sealed.

import { callInput } from '#tips/hotline.input.ts';
import { takeCall } from '#tips/server/hotline-commands.ts';
import { readJson, taken, unreadable } from '../../../(door)/door-json.ts';
import { operatorOf } from '../hotline-answers.ts';
import type { RequestHandler } from './$types';

/** Bytes: the longest letter and its identity in base64. */
const mostBytes = 600_000;

export const POST: RequestHandler = async ({ locals, request }) => {
  const actor = operatorOf(locals);
  const input = await readJson(request, callInput, mostBytes);
  return input ? taken(await takeCall(locals.db, locals.intake, actor, input)) : unreadable();
};
