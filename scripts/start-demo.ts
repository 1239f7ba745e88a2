// Loads the demo with the parts the application itself uses.

import { join } from 'node:path';
import type { Instant } from '#ground/day.ts';
import type { Database } from '#ground/server/db.ts';
import { localFiles } from '#ground/server/files.ts';
import { loginUrl } from '#ground/server/logins.ts';
import { getSecret } from '#ground/server/secret.ts';
import type { Settings } from '#ground/server/settings.ts';
import { loadDemo } from '#demo/server/load.ts';
import { openSignIn } from '#people/server/sign-in.ts';
import { readFile } from '#plans/server/read-file.ts';

export async function loadDemoInto(
  db: Database,
  settings: Settings,
  databaseUrl: string,
): Promise<void> {
  const secret = await getSecret(settings.data);
  const signIn = openSignIn({
    databaseUrl: loginUrl(databaseUrl, 'binh_yen_sign_in', secret),
    origin: `http://127.0.0.1:${settings.port}`,
    secret,
  });
  try {
    await loadDemo({
      db,
      files: localFiles(join(settings.data, 'files')),
      signIn,
      readPlan: readFile,
      timeZone: settings.timeZone,
      now: new Date().toISOString() as Instant,
    });
  } finally {
    await signIn.end();
  }
}
