// A whole `npm start` as a test sees it: a process of its own, with a tiny application that writes.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Trial = {
  readonly pid: number;
  readonly address: string;
  /** Everything said so far. */
  readonly said: () => string;
  /** How it ended: the exit code, or null where it was killed. */
  readonly ended: Promise<number | null>;
};

export type User = { readonly uid?: number; readonly gid?: number };

const root = fileURLToPath(new URL('..', import.meta.url));

/** A folder to try things in, closed to everybody but that user. */
export function trialFolder({ uid, gid }: User = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'binh-yen-start-'));
  const app = join(folder, 'app');
  mkdirSync(app);
  writeFileSync(join(app, 'handler.js'), application);
  for (const path of [folder, app, join(app, 'handler.js')]) {
    chmodSync(path, 0o700);
    if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
  }
  return folder;
}

export const dataOf = (folder: string): string => join(folder, 'data');

export const postgresPidOf = (folder: string): number =>
  Number(readFileSync(join(dataOf(folder), 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

/** Resolves when the address was printed, or when it ended without one (address ''). */
export async function startTrial(
  folder: string,
  options: { readonly user?: User; readonly port?: number } = {},
): Promise<Trial> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    ...options.user,
    cwd: root,
    env: environmentOf(folder, options.port ?? 0),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = endOf(child);
  const started = new Promise<void>((resolve) => {
    child.stdout.on('data', () => said.includes('Ctrl-C') && resolve());
  });
  await Promise.race([ended, started]);
  const [address = ''] = /http:\/\/\S+:\d+$/m.exec(said) ?? [];
  return { pid: child.pid ?? 0, address, said: () => said, ended };
}

function environmentOf(folder: string, port: number): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, ...rest } = process.env;
  return {
    ...rest,
    BINH_YEN_APP: join(folder, 'app'),
    BINH_YEN_DATA: dataOf(folder),
    BINH_YEN_DEMO: 'no',
    BINH_YEN_LANG: 'en',
    PORT: String(port),
  };
}

async function endOf(child: ChildProcess): Promise<number | null> {
  await once(child, 'close');
  return child.exitCode;
}

/** POST /7 keeps the number 7 and answers once it is committed; GET / lists what is kept. */
const application = `
import { sql } from '${root}node_modules/kysely/dist/index.js';
import { openDatabase } from '${root}src/ground/server/db.ts';
const db = openDatabase(process.env.DATABASE_URL);
const answer = async (request) => {
  if (request.method === 'POST') {
    const number = request.url.slice(1);
    await sql\`INSERT INTO programme VALUES (gen_random_uuid(), \${number}, \${number})\`.execute(db);
    return '';
  }
  const { rows } = await sql\`SELECT name FROM programme\`.execute(db);
  return JSON.stringify(rows.map(({ name }) => Number(name)));
};
export const handler = (request, response) =>
  answer(request).then(
    (body) => response.end(body),
    () => response.writeHead(500).end(),
  );
`;
