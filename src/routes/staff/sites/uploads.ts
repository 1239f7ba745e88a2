// Files a person sends with a form: bounded, known by their bytes, pictures freed of where they were taken.

import { cleanPicture, type PictureType } from '#activities/picture.ts';
import { hasTooManyPixels } from '#activities/picture-size.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { FileStore } from '#ground/server/files.ts';
import type { UploadRefusal } from '../refusals.ts';
import { fileKind } from './file-kind.ts';

const megabyte = 1024 * 1024;
const biggestFile = 20 * megabyte;
const biggestPhoto = 8 * megabyte;
const mostPhotos = 10;

export type KeptFile = { readonly ref: string; readonly name: string };
export type KeptPhoto = { readonly fileRef: string; readonly mediaType: PictureType };

export async function keepFile(
  files: FileStore,
  file: File,
): Promise<Outcome<KeptFile, UploadRefusal>> {
  if (file.size > biggestFile) return refused('file-too-big');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (hasTooManyPixels(bytes)) return refused('picture-too-large');
  const { name } = file;
  const kind = fileKind(bytes, name);
  const kept = kind?.mediaType.startsWith('image/') ? cleanPicture(bytes)?.bytes : kind && bytes;
  return kept ? done({ ref: await files.putFile(kept), name }) : refused('file-unknown');
}

/** All of them or none: a refused photo leaves nothing on record. */
export async function keepPhotos(
  files: FileStore,
  photos: readonly File[],
  already = 0,
): Promise<Outcome<readonly KeptPhoto[], UploadRefusal>> {
  if (photos.length + already > mostPhotos) return refused('photos-too-many');
  if (photos.some(({ size }) => size > biggestPhoto)) return refused('photo-too-big');
  const read = await Promise.all(
    photos.map(async (photo) => new Uint8Array(await photo.arrayBuffer())),
  );
  if (read.some(hasTooManyPixels)) return refused('picture-too-large');
  const cleaned = read.map(cleanPicture).filter((picture) => picture !== undefined);
  if (cleaned.length < photos.length) return refused('photo-unknown');
  const kept = cleaned.map(async ({ bytes, mediaType }) => ({
    fileRef: await files.putFile(bytes),
    mediaType,
  }));
  return done(await Promise.all(kept));
}
