// Where the page of an opening hands in sealed letters and pieces of photographs, and asks for a slip by its number.

import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { enterInput, photoInput } from '#tips/box.input.ts';
import { isOpener } from '#tips/box.ts';
import { enterLetter, enterPhoto } from '#tips/server/opening-commands.ts';
import { findSlip } from '#tips/server/slip-store.ts';
import { readSlipNumber } from '#tips/slip.ts';
import { answer, readJson, taken, unreadable } from '../../../../../(door)/door-json.ts';
import { staffWords } from '../../../../staff.words.ts';
import { openerOf } from '../../../box-answers.ts';
import { openingAt } from '../opening-at.ts';
import type { RequestHandler } from './$types';

/** Bytes: a piece of 400 KB in base64 and what stands around it. */
const mostBytes = 600_000;

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const actor = openerOf(locals);
  const { box, opening } = await openingAt(locals, params);
  if (!isOpener(opening, actor.personId)) error(403, staffWords[locals.language].forbidden);
  const number = readSlipNumber(url.searchParams.get('slip') ?? '');
  const slip = number && (await findSlip(locals.db, box.unitId, number));
  return slip ? answer({ ok: true, ...slip }) : answer({ ok: false, refusal: 'no-slip' });
};

export const POST: RequestHandler = async ({ locals, params, request }) => {
  const actor = openerOf(locals);
  const schema = v.union([photoInput, enterInput]);
  const input = await readJson(request, schema, mostBytes);
  if (input === undefined || input.openingId !== params.opening) return unreadable();
  return 'uploadId' in input
    ? taken(await enterPhoto(locals.db, locals.intake, actor, input))
    : taken(await enterLetter(locals.db, locals.intake, actor, input));
};
