// Hands out one file of a site, a paper's scan or a photo, to those who may see the site.

import { findPhoto } from '#activities/server/entry-store.ts';
import type { FileRef } from '#ground/server/files.ts';
import { listStepEvents } from '#sites/server/step-store.ts';
import { headersFor } from '../../../file-kind.ts';
import { notFound, siteOf, type SiteSeen } from '../../../site-of.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const name = await findName(locals, await siteOf(locals, params.site), params.ref);
  if (name === undefined) return notFound(locals);
  const bytes = await locals.files.getFile(params.ref as FileRef);
  return new Response(new Uint8Array(bytes), { headers: headersFor(bytes, name) });
};

/** What the file is called; undefined where no record of this very site holds it. */
async function findName(
  { db }: App.Locals,
  { scope, site }: SiteSeen,
  ref: string,
): Promise<string | undefined> {
  const events = await listStepEvents(db, scope, [site.siteId]);
  const proof = events.find((event) => event.kind === 'evidenced' && event.fileRef === ref);
  if (proof?.kind === 'evidenced') return proof.fileName ?? ref;
  const photo = await findPhoto(db, scope, site.siteId, ref);
  return photo && `${photo.kind}-${photo.day}.${photo.mediaType.split('/')[1] ?? ''}`;
}
