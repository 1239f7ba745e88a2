// The file as it was brought in, to be downloaded; never shown inside a page.

import { error, type RequestHandler } from '@sveltejs/kit';
import { findId } from '#ground/id.ts';
import type { FileRef } from '#ground/server/files.ts';
import { getPlanReading } from '#plans/server/commands.ts';
import { actorOf } from '../../../actor.ts';
import { staffWords } from '../../../staff.words.ts';

export const GET: RequestHandler = async ({ locals, params }) => {
  const planId = findId<'plan'>(params['plan']);
  const found = planId && (await getPlanReading(locals.db, actorOf(locals), planId));
  if (!found?.ok) error(404, staffWords[locals.language].notFound);
  const bytes = await locals.files.getFile(found.value.fileRef as FileRef);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.value.fileName)}`,
    },
  });
};
