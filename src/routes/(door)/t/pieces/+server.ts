// A piece of a file that follows a letter, sealed on the device; sent twice it is there once.

import type { RequestHandler } from '@sveltejs/kit';
import { mostPieceBytes, pieceInput } from '#tips/tip.input.ts';
import { readJson, taken, unreadable } from '../../door-json.ts';
import { knockOf } from '../../knock.ts';

export const POST: RequestHandler = (event) => {
  const { intake } = event.locals;
  return intake.inTurn(knockOf(event), async () => {
    const piece = await readJson(event.request, pieceInput, mostBytes);
    return piece ? taken(await intake.receivePiece(piece)) : unreadable();
  });
};

/** In base64, with what stands around. */
const mostBytes = (mostPieceBytes * 4) / 3 + 1_000;
