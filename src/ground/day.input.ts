// A day or a time of day as it may come in from any form, file or device: typed as people write it.

import * as v from 'valibot';
import type { Day } from './day.ts';
import { dayTyped, timeTyped } from './typed.ts';

/** Also as 'YYYY-MM-DD'. */
export const aDay = v.pipe(
  v.unknown(),
  v.transform(dayTyped),
  v.custom<Day>((found) => found !== undefined),
);

/** As 'HH:MM'. */
export const aTime = v.pipe(
  v.unknown(),
  v.transform(timeTyped),
  v.custom<string>((found) => found !== undefined),
);
