// The door of help of a commune: its page, and what is asked for through it, sealed on the device or here.

import type { RequestHandler } from '@sveltejs/kit';
import { helpPage } from '#help/door/help-page.ts';
import { helpLetterInput, mostLetterBytes } from '#help/help.input.ts';
import { answerPage } from '../../door-answer.ts';
import { isJson, readJson, taken, unreadable } from '../../door-json.ts';
import { knockOf } from '../../knock.ts';
import { getHelpDoor, helpFrameOf } from '../help-place.ts';
import { answerHelpForm } from '../without-script.ts';

export const GET: RequestHandler = async (event) => {
  const { place, path } = await getHelpDoor(event);
  return answerPage(event, helpPage(helpFrameOf(event, path), place));
};

export const POST: RequestHandler = (event) => {
  const { helpIntake } = event.locals;
  return helpIntake.inTurn(knockOf(event), async () => {
    if (!isJson(event.request)) return answerHelpForm(event, await getHelpDoor(event), helpIntake);
    const letter = await readJson(event.request, helpLetterInput, mostBytes);
    return letter ? taken(await helpIntake.receive(letter)) : unreadable();
  });
};

/** In base64, with what stands around. */
const mostBytes = (mostLetterBytes * 4) / 3 + 8_000;
