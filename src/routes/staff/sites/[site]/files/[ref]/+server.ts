// Hands out one file of a site, a paper's scan or a photo, to those who may see the site.

import { findPhoto } from '#activities/server/entry-store.ts';
import { appendView } from '#ground/server/audit.ts';
import type { FileRef } from '#ground/server/files.ts';
import { listStepEvents } from '#sites/server/step-store.ts';
import { headersFor } from '../../../file-kind.ts';
import { notFound, siteOf, type SiteSeen } from '../../../site-of.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const seen = await siteOf(locals, params.site);
  const found = await findFile(locals, seen, params.ref);
  if (found === undefined) return notFound(locals);
  const { name, record } = found;
  await appendView(locals.db, {
    siteId: seen.site.siteId,
    record,
    command: 'download record',
    details: { fileName: name, fileRef: params.ref },
  });
  const bytes = await locals.files.getFile(params.ref as FileRef);
  return new Response(new Uint8Array(bytes), { headers: headersFor(bytes, name) });
};

/** What the file is called and what it belongs to; undefined where no record of this very site holds it. */
async function findFile(
  { db }: App.Locals,
  { scope, site }: SiteSeen,
  ref: string,
): Promise<{ readonly name: string; readonly record: string } | undefined> {
  // Where it is no name of a file at all, the database would stumble over some of its signs.
  if (!/^[0-9a-f]{64}$/.test(ref)) return undefined;
  const events = await listStepEvents(db, scope, [site.siteId]);
  const proof = events.find((event) => event.kind === 'evidenced' && event.fileRef === ref);
  if (proof?.kind === 'evidenced') {
    return { name: proof.fileName ?? ref, record: `step ${proof.number}` };
  }
  const photo = await findPhoto(db, scope, site.siteId, ref);
  if (!photo) return undefined;
  const name = `${photo.kind}-${photo.day}.${photo.mediaType.split('/')[1] ?? ''}`;
  return { name, record: `activity ${photo.activityId}` };
}
