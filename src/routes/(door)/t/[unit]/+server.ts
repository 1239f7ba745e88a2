// The door of a commune: its page, and a tip that comes through it, sealed on the device or here.

import type { RequestHandler } from '@sveltejs/kit';
import { doorPage } from '#tips/door/door-page.ts';
import { letterInput, mostIdentityBytes, mostLetterBytes } from '#tips/tip.input.ts';
import { answerPage, frameOf } from '../../door-answer.ts';
import { isJson, readJson, taken, unreadable } from '../../door-json.ts';
import { getDoor } from '../../door-place.ts';
import { knockOf } from '../../knock.ts';
import { answerForm } from '../../without-script.ts';

export const GET: RequestHandler = async (event) => {
  const { place, path } = await getDoor(event);
  return answerPage(event, doorPage(frameOf(event, path), place));
};

export const POST: RequestHandler = (event) => {
  const { intake } = event.locals;
  return intake.inTurn(knockOf(event), async () => {
    if (!isJson(event.request)) return answerForm(event, await getDoor(event), intake);
    const letter = await readJson(event.request, letterInput, mostBytes);
    return letter ? taken(await intake.receiveTip(letter, 'web')) : unreadable();
  });
};

/** In base64, with what stands around. */
const mostBytes = ((mostLetterBytes + mostIdentityBytes) * 4) / 3 + 8_000;
