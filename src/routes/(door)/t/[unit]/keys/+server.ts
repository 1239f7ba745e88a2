// Who is on duty now, as keys; and the work that is asked for first while many wait.

import type { RequestHandler } from '@sveltejs/kit';
import { findId } from '#ground/id.ts';
import { answer } from '../../../door-json.ts';
import { getDoor } from '../../../door-place.ts';
import { knockOf } from '../../../knock.ts';

export const GET: RequestHandler = async (event) => {
  const { rings } = await getDoor(event);
  const { intake } = event.locals;
  const commandId = findId<'command'>(event.url.searchParams.get('command'));
  const challenge = await intake.challengeFor({ ...knockOf(event), commandId });
  return answer({ ...rings, challenge });
};
