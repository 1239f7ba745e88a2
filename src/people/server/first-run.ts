// What the first start tells the operator: how to sign in, and the one-time link.

import type { Database } from '#ground/server/db.ts';
import type { Settings } from '#ground/server/settings.ts';
import { peopleWords } from '../people.words.ts';
import { offerSetup } from './commands.ts';
import { listDemoPeople } from './store.ts';

/**
 * Whether people of the demo may come in by one click at all: only where the server listens on
 * loopback and nothing stands in front of it, for a proxy makes every visitor look local.
 */
export const offersDemo = ({ demo, host, origin }: Pick<Settings, 'demo' | 'host' | 'origin'>) =>
  demo && origin === undefined && isLoopbackName(host);

export const isLoopbackName = (name: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]', '::1'].includes(name);

/** Sentences to print under the address. The link is new at every start until it is used. */
export async function firstRun(
  db: Database,
  address: string,
  settings: Settings,
): Promise<readonly string[]> {
  const say = peopleWords[settings.language].console;
  const token = await offerSetup(db);
  const demo = offersDemo(settings) && (await listDemoPeople(db)).length > 0;
  return [
    ...(demo ? [say.demo(`${address}/sign-in`)] : []),
    token ? say.setup(`${address}/setup?token=${token}`) : say.signIn(`${address}/sign-in`),
  ];
}
