// An activity as it may come in from a phone: checked once at the door, sizes bounded.

import * as v from 'valibot';
import { aDay } from '#ground/day.input.ts';
import { day } from '#ground/day.ts';
import { isId, type CommandId, type Id, type SiteId } from '#ground/id.ts';
import { activityKinds } from './activity.ts';

const mostPhotos = 10;
/** No model is older; an earlier day is a slip of the finger. */
const earliest = day('2000-01-01');

const photo = v.object({
  fileRef: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  mediaType: v.picklist(['image/jpeg', 'image/png', 'image/webp']),
});

const recorded = {
  commandId: v.custom<CommandId>(isId),
  siteId: v.custom<SiteId>(isId),
  kind: v.picklist(activityKinds),
  day: v.pipe(aDay, v.minValue(earliest)),
  place: v.pipe(v.string(), v.maxLength(200)),
  participants: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))),
  note: v.pipe(v.string(), v.maxLength(2_000)),
  photos: v.pipe(v.array(photo), v.maxLength(mostPhotos)),
};

export const activityInput = v.object(recorded);

/** The whole entry as it should have been, photos too, and the one it stands for. */
export const correctionInput = v.object({
  ...recorded,
  replaces: v.custom<Id<'activity'>>(isId),
});

export type ActivityInput = v.InferOutput<typeof activityInput>;
export type CorrectionInput = v.InferOutput<typeof correctionInput>;
