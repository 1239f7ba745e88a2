// The file as it was brought in, to be downloaded; never shown inside a page.

import type { RequestHandler } from '@sveltejs/kit';
import { appendView } from '#ground/server/audit.ts';
import type { FileRef } from '#ground/server/files.ts';
import { contentDisposition } from '../../../download-name.ts';
import { readingAt } from '../../address.ts';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { planId, siteId, fileName, fileRef } = await readingAt(locals, params);
  await appendView(locals.db, {
    siteId,
    record: `plan ${planId}`,
    command: 'download record',
    details: { file: 'original', fileName },
  });
  const bytes = await locals.files.getFile(fileRef as FileRef);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': contentDisposition('attachment', fileName),
    },
  });
};
