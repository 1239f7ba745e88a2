// Where the door of help of one's commune is found without knowing its address.

import type { RequestHandler } from '@sveltejs/kit';
import { firstAid } from '#help/door/help-page.ts';
import { helpDoorWords } from '#help/door/help-door.words.ts';
import { listRules } from '#law/server/store.ts';
import { doorWords } from '#tips/door/door.words.ts';
import { callNow, findPage } from '#tips/door/find-page.ts';
import { answerPage } from '../door-answer.ts';
import { findDoors } from '../find-door.ts';
import { helpFrameOf } from './help-place.ts';

export const GET: RequestHandler = async (event) => {
  const { withoutAccessCheck, today } = event.locals;
  const asked = await findDoors(event, 'help');
  const rules = await listRules(withoutAccessCheck, today);
  const frame = helpFrameOf(event, '/h');
  const { language } = frame;
  const first = firstAid(helpDoorWords[language], rules) ?? callNow(doorWords[language]);
  const page = findPage(frame, { ...asked, kind: 'help', first });
  return answerPage(event, page, { own: asked.text !== '' });
};
