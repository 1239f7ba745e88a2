// An activity as it comes from its form, for a first entry and for a correction alike.

import * as v from 'valibot';
import { activityInput, type ActivityInput } from '#activities/activity.input.ts';
import type { Photo } from '#activities/activity.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { FileStore } from '#ground/server/files.ts';
import { filesIn, numberTyped, typedIn } from '../../form-fields.ts';
import type { UploadRefusal } from '../refusals.ts';
import { keepPhotos } from './uploads.ts';

type FormRead = Outcome<ActivityInput, 'invalid' | UploadRefusal>;

/** Photos are kept only once everything else is in order. */
export async function activityFrom(
  form: FormData,
  siteId: string,
  files: FileStore,
  kept: readonly Photo[] = [],
): Promise<FormRead> {
  const typed = typedIn(form);
  const told = v.safeParse(activityInput, {
    ...typed,
    siteId,
    place: typed['place'] ?? '',
    note: typed['note'] ?? '',
    participants: numberTyped(typed['participants']),
    photos: kept,
  });
  if (!told.success) return refused('invalid');
  const photos = await keepPhotos(files, filesIn(form, 'photos'), kept.length);
  if (!photos.ok) return photos;
  return done({ ...told.output, photos: [...told.output.photos, ...photos.value] });
}
