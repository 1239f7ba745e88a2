// The helpers' key of today; and the work that is asked for first while many wait.

import type { RequestHandler } from '@sveltejs/kit';
import { findId } from '#ground/id.ts';
import { answer } from '../../../door-json.ts';
import { knockOf } from '../../../knock.ts';
import { getHelpDoor } from '../../help-place.ts';

export const GET: RequestHandler = async (event) => {
  const { ring } = await getHelpDoor(event);
  const { helpIntake } = event.locals;
  const commandId = findId<'command'>(event.url.searchParams.get('command'));
  const challenge = await helpIntake.challengeFor({ ...knockOf(event), commandId });
  return answer({ own: ring, challenge });
};
