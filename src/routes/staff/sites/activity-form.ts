// An activity as it comes from its form, for a first entry and for a correction alike.

import { activityInput, type ActivityInput } from '#activities/activity.input.ts';
import type { Photo } from '#activities/activity.ts';
import { done } from '#ground/outcome.ts';
import type { FileStore } from '#ground/server/files.ts';
import type { Language } from '#ground/words.ts';
import { readForm, type Refused } from '#ui/read-form.ts';
import { filesIn, numberTyped, typedIn } from '../../form-fields.ts';
import type { UploadRefusal } from '../refusals.ts';
import { keepPhotos } from './uploads.ts';

type FormRead =
  { readonly ok: true; readonly value: ActivityInput } | Refused<'invalid' | UploadRefusal>;

/** Photos are kept only once everything else is in order. */
export async function activityFrom(
  form: FormData,
  siteId: string,
  { files, language }: { readonly files: FileStore; readonly language: Language },
  kept: readonly Photo[] = [],
): Promise<FormRead> {
  const typed = typedIn(form);
  const told = readForm(
    activityInput,
    typed,
    { language },
    {
      siteId,
      place: typed['place'] ?? '',
      note: typed['note'] ?? '',
      participants: numberTyped(typed['participants']),
      photos: kept,
    },
  );
  if (!told.ok) return told;
  const photos = await keepPhotos(files, filesIn(form, 'photos'), kept.length);
  if (!photos.ok) return photos;
  return done({ ...told.value, photos: [...told.value.photos, ...photos.value] });
}
