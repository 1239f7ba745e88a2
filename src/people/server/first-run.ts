// What the first start tells the operator: how to sign in, and the one-time link.

import type { Database } from '#ground/server/db.ts';
import type { Settings } from '#ground/server/settings.ts';
import { peopleWords } from '../people.words.ts';
import { offerSetup } from './commands.ts';
import { getDemoKey, offersDemo } from './demo-door.ts';
import { listDemoPeople } from './store.ts';

/** Sentences to print under the address. The key is new at every start, the link until it is used. */
export async function firstRun(
  db: Database,
  address: string,
  settings: Settings,
): Promise<readonly string[]> {
  const say = peopleWords[settings.language].console;
  const token = await offerSetup(db);
  const demo = offersDemo(settings) && (await listDemoPeople(db)).length > 0;
  return [
    ...(demo ? [say.demo(`${address}/sign-in?demo=${getDemoKey()}`)] : []),
    token ? say.setup(`${address}/setup?token=${token}`) : say.signIn(`${address}/sign-in`),
  ];
}
