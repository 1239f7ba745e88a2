// By what the pages of the desk count their days: the law of all times, and the days on which offices work.

import { listLaw } from '#law/server/store.ts';
import { listHolidays } from '#privacy/server/holiday-store.ts';
import { addWorkingDays } from '#privacy/working-days.ts';
import type { Terms } from '#tips/due.ts';

export async function termsOf({ db }: Pick<App.Locals, 'db'>): Promise<Terms> {
  const [law, calendar] = await Promise.all([listLaw(db), listHolidays(db)]);
  return { law, workingDayAfter: (from, count) => addWorkingDays(calendar, from, count) };
}
