// One sealed piece of a file that came with a tip; that the file was opened is on record once, with its first piece.

import { error } from '@sveltejs/kit';
import { findId } from '#ground/id.ts';
import { appendView } from '#ground/server/audit.ts';
import { findPiece } from '#tips/server/store.ts';
import { staffWords } from '../../../../../staff.words.ts';
import { tipAt } from '../../../sealed-case.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { tipId } = await tipAt(locals, params.tip);
  const uploadId = findId<'upload'>(params.upload);
  const number = Number(params.number);
  const isNumber = Number.isInteger(number) && number >= 0 && number < 1000;
  const piece =
    uploadId && isNumber ? await findPiece(locals.db, tipId, uploadId, number) : undefined;
  if (!piece) error(404, staffWords[locals.language].notFound);
  if (number === 0) {
    const view = { siteId: null, record: `tip ${tipId}`, command: 'open file of tip' };
    await appendView(locals.db, view);
  }
  return new Response(new Uint8Array(piece.sealed), {
    headers: {
      'content-type': 'application/octet-stream',
      'cache-control': 'no-store',
      'x-ring': piece.ringId,
      'x-epoch': String(piece.epoch),
    },
  });
};
