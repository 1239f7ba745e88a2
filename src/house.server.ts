// The parts every request works with, opened once when the server starts.

import { join } from 'node:path';
import { beforeClosing } from '#ground/server/closing.ts';
import { openLinker } from '#ground/server/audit-linker.ts';
import { openDatabase, pageLimits, withReach, type Database } from '#ground/server/db.ts';
import { localFiles, type FileStore } from '#ground/server/files.ts';
import { loginUrl } from '#ground/server/logins.ts';
import { reachEverywhere } from '#ground/server/reach.ts';
import { getSecret } from '#ground/server/secret.ts';
import { getSettings, type Settings } from '#ground/server/settings.ts';
import type { Languages } from '#installation/languages.ts';
import { keepLanguages } from '#installation/server/languages-now.ts';
import { openSignIn, type SignIn } from '#people/server/sign-in.ts';
import { startWork } from './work.server.ts';

export type House = {
  readonly settings: Settings;
  /** Reaches no site; hooks limit it to whoever asks. */
  readonly db: Database;
  readonly files: FileStore;
  readonly signIn: SignIn;
  readonly languages: () => Languages;
};

let opened: Promise<House> | undefined;

export const getHouse = (): Promise<House> => (opened ??= openHouse());

async function openHouse(): Promise<House> {
  const settings = getSettings();
  const databaseUrl = settings.databaseUrl;
  if (!databaseUrl) throw new Error('the launcher sets DATABASE_URL before the application starts');
  const db = openDatabase(databaseUrl, { limits: pageLimits });
  const work = openDatabase(databaseUrl, { connections: 4 });
  const secret = await getSecret(settings.data);
  const signIn = openSignIn({
    databaseUrl: loginUrl(databaseUrl, 'binh_yen_sign_in', secret),
    origin: settings.origin ?? `http://127.0.0.1:${settings.port}`,
    secret,
    provider: settings.provider,
    shutsDemoOut: settings.origin !== undefined,
  });
  beforeClosing(() => Promise.all([db.destroy(), work.destroy()]).then(() => undefined));
  const linker = openLinker(withReach(work, reachEverywhere));
  beforeClosing(() => linker.stop());
  beforeClosing(() => signIn.end());
  startWork({ settings, db: work, databaseUrl, secret });
  const languages = await keepLanguages(withReach(db, reachEverywhere));
  return { settings, db, files: localFiles(join(settings.data, 'files')), signIn, languages };
}
