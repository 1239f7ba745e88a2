// Starts everything in its order: settings, lock, port, database, build, first run, pages.

import { join } from 'node:path';
import { beforeClosing, closeAll } from '#ground/server/closing.ts';
import { takeLock } from '#ground/server/lock.ts';
import { log } from '#ground/server/log.ts';
import { ensureLogins, loginUrl } from '#ground/server/logins.ts';
import { migrate } from '#ground/server/migrate.ts';
import { migrateQueue } from '#ground/server/queue.ts';
import { getSecret } from '#ground/server/secret.ts';
import { startPostgres, type PostgresRefusal } from '#ground/server/postgres.ts';
import { languageFrom, publishSettings, readSettings } from '#ground/server/settings.ts';
import type { Settings } from '#ground/server/settings.ts';
import { done, type Outcome } from '#ground/outcome.ts';
import { ensureBuilt } from './start-build.ts';
import { openDoor, type Door } from './start-door.ts';
import { runFirst } from './start-first-run.ts';
import { lap, withProgress } from './start-progress.ts';
import { startWords, whyNot, type StartRefusal } from './start.words.ts';

const language = languageFrom(process.env);
const words = startWords[language];
let door: Door | undefined;
let ending: Promise<void> | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void end(0));
// One request's forgotten promise must not take the pages away from everybody else.
process.on('unhandledRejection', (cause) => log.error(words.unexpected, cause));

const started = await start();
if (!started.ok && !ending) {
  console.error(whyNot(started.refusal, language));
  await end(1);
}

async function start(): Promise<Outcome<void, StartRefusal>> {
  const settings = readSettings(process.env);
  if (!settings.ok) return settings;
  const { data, debug } = settings.value;
  const lock = takeLock(join(data, 'lock'));
  if (!lock.ok) return lock;
  beforeClosing(() => Promise.resolve(lock.value()));
  const opened = await openDoor(settings.value);
  if (!opened.ok) return opened;
  door = opened.value;
  lap('port', debug);
  const url = await prepareDatabase(settings.value);
  if (!url.ok) return url;
  publishSettings(settings.value, url.value, door.port);
  return serve(settings.value, url.value, door);
}

/** The address of a database in the shape this version needs, for the application itself. */
async function prepareDatabase(settings: Settings): Promise<Outcome<string, StartRefusal>> {
  const url = settings.databaseUrl ? done(settings.databaseUrl) : await startOwn(settings);
  if (!url.ok) return url;
  lap('database', settings.debug);
  const migrated = await migrate(url.value);
  if (!migrated.ok) return migrated;
  await migrateQueue(url.value);
  // From here on nobody works with the owner's rights.
  const secret = await getSecret(settings.data);
  await ensureLogins(url.value, secret);
  lap('migrations', settings.debug);
  return done(loginUrl(url.value, 'binh_yen_app', secret));
}

async function startOwn({ data }: Settings): Promise<Outcome<string, PostgresRefusal>> {
  const postgres = await withProgress(words.startingDatabase, () =>
    startPostgres(data, {
      onGivenUp: (refusal) => {
        console.error(whyNot(refusal, language));
        void end(1);
      },
    }),
  );
  if (!postgres.ok) return postgres;
  beforeClosing(postgres.value.stop);
  return done(postgres.value.url);
}

async function serve(
  settings: Settings,
  url: string,
  opened: Door,
): Promise<Outcome<void, StartRefusal>> {
  const built = await ensureBuilt(settings.app, words.building);
  if (!built.ok) return built;
  lap('build', settings.debug);
  const sentences = await runFirst(url, settings, opened.address);
  lap('first run', settings.debug);
  const first = await opened.open(built.value);
  lap('first page', settings.debug);
  if (!first.ok) return first;
  console.log([words.running(opened.address), ...sentences, words.howToStop].join('\n'));
  return done(undefined);
}

/** Finishes what is being answered, then what was opened, the last first; asked twice it ends once. */
function end(code: number): Promise<void> {
  return (ending ??= finish(code));
}

async function finish(code: number): Promise<void> {
  if (code === 0) console.log(words.stopping);
  await door?.close();
  for (const failure of await closeAll()) log.error(words.unexpected, failure);
  process.exit(code);
}
