// What the first start tells the operator: how to sign in, and the one-time link.

import type { Database } from '#ground/server/db.ts';
import type { Language } from '#ground/words.ts';
import { peopleWords } from '../people.words.ts';
import { offerSetup } from './commands.ts';
import { listDemoPeople } from './store.ts';

/** Sentences to print under the address. The link is new at every start until it is used. */
export async function firstRun(
  db: Database,
  address: string,
  language: Language,
): Promise<readonly string[]> {
  const say = peopleWords[language].console;
  const token = await offerSetup(db);
  const demo = (await listDemoPeople(db)).length > 0;
  return [
    ...(demo ? [say.demo(`${address}/sign-in`)] : []),
    token ? say.setup(`${address}/setup?token=${token}`) : say.signIn(`${address}/sign-in`),
  ];
}
