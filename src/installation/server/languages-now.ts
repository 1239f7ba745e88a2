// The languages as they are set, at hand for every request: asked for anew every few seconds at most.

import type { Database } from '#ground/server/db.ts';
import { languagesOf, type Languages } from '../languages.ts';
import { readSettings } from './store.ts';

/** Milliseconds after which a change is seen. */
const freshFor = 5_000;

/** Public pages ask the database nothing for it but once in a while; where it cannot answer, the last answer holds. */
export async function keepLanguages(
  db: Database,
  now: () => number = Date.now,
): Promise<() => Languages> {
  const ask = async (): Promise<Languages> => languagesOf(await readSettings(db));
  let known = await ask();
  let askedAt = now();
  return () => {
    if (now() - askedAt > freshFor) {
      askedAt = now();
      ask().then(
        (answer) => (known = answer),
        () => undefined,
      );
    }
    return known;
  };
}
