// Everything held of a person as a file they take home.

import type { HeldTable, Mention } from '#privacy/held.ts';
import { exportOf } from '#privacy/held.ts';
import type { Language } from '#ground/words.ts';

/** More rows of one table than this are no answer a person can read; the number that is there is told. */
export const rowsHandedOut = 20_000;

export const dataFile = (
  held: readonly HeldTable[],
  mentions: readonly Mention[],
  { language, today }: { readonly language: Language; readonly today: string },
): Response =>
  new Response(JSON.stringify({ madeOn: today, ...exportOf(held, mentions, language) }, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="binh-yen-${today}.json"`,
    },
  });
