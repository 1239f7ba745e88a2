// Where the door of one's commune is found without knowing its address.

import type { RequestHandler } from '@sveltejs/kit';
import { doorWords } from '#tips/door/door.words.ts';
import { callNow, findPage } from '#tips/door/find-page.ts';
import { answerPage, frameOf } from '../door-answer.ts';
import { findDoors } from '../find-door.ts';

export const GET: RequestHandler = async (event) => {
  const asked = await findDoors(event, 'tips');
  const frame = frameOf(event, '/t');
  const first = callNow(doorWords[frame.language]);
  const page = findPage(frame, { ...asked, kind: 'tips', first });
  return answerPage(event, page, { own: asked.text !== '' });
};
