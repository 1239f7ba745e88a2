// A day as it may come in from any form, file or device: typed as people write it, or 'YYYY-MM-DD'.

import * as v from 'valibot';
import type { Day } from './day.ts';
import { dayTyped } from './typed.ts';

export const aDay = v.pipe(
  v.unknown(),
  v.transform(dayTyped),
  v.custom<Day>((found) => found !== undefined),
);
