// What the doors take: tips a second and how long one waits, beside bare inserts of the same run, and during a flood.

import { randomBytes } from 'node:crypto';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { sql } from 'kysely';
import { openDatabase, withReach, type Database } from '#ground/server/db.ts';
import { ensureLogins, loginUrl } from '#ground/server/logins.ts';
import { migrate } from '#ground/server/migrate.ts';
import { startPostgres } from '#ground/server/postgres.ts';
import { reachEverywhere } from '#ground/server/reach.ts';
import type { RingId } from '#sealed/ring.ts';
import type { Intake } from '#tips/intake.ts';
import { openIntake } from '#tips/server/intake.ts';
import { aLetter, aTipUnit } from '#tips/server/testing.ts';
import { percentile, type Measure } from '../scripts/measure.ts';

const senders = 200;
const each = 25;
const rounds = 5;
/** Connections of the bare inserts: as many as PostgreSQL did best with. */
const bareConnections = 10;
const sealedBytes = 4_000;
const genuine = 200;
const junk = 20_000;
const junkSources = 50;

type Rig = {
  readonly owner: Database;
  readonly url: string;
  readonly intake: Intake;
  readonly ringId: RingId;
};

/** On a database of its own, whose commits are durable as the product's are. */
export async function measure(): Promise<readonly Measure[]> {
  const data = await realpath(await mkdtemp(join(tmpdir(), 'binh-yen-bench-')));
  const postgres = await startPostgres(data);
  if (!postgres.ok) throw new Error(JSON.stringify(postgres.refusal));
  const { url } = postgres.value;
  await migrate(url);
  await ensureLogins(url, 'bench');
  const owner = openDatabase(url);
  const databaseUrl = loginUrl(url, 'binh_yen_intake', 'bench');
  const intake = openIntake({ databaseUrl, secret: 'bench', timeZone: 'Asia/Ho_Chi_Minh' });
  try {
    const { ringId } = await arrange(owner, url);
    const rig = { owner, url, intake, ringId };
    return [...(await measureIntake(rig)), ...(await measureFlood(rig))];
  } finally {
    await Promise.all([intake.stop(), owner.destroy()]);
    await postgres.value.stop();
    await rm(data, { recursive: true });
  }
}

async function arrange(owner: Database, url: string) {
  const application = openDatabase(loginUrl(url, 'binh_yen_app', 'bench'));
  const reaching = (reach: Parameters<typeof withReach>[1]) => withReach(application, reach);
  const close = () => application.destroy();
  const unit = await aTipUnit({ db: reaching(reachEverywhere), owner, url, reaching, close });
  await close();
  await sql`CREATE TABLE bare (id uuid PRIMARY KEY, sealed bytea NOT NULL)`.execute(owner);
  return unit;
}

/** The two take turns: what the machine does meanwhile hits both. */
async function measureIntake({ intake, ringId, url }: Rig): Promise<readonly Measure[]> {
  const waits: number[] = [];
  const [taken, bare]: [number[], number[]] = [[], []];
  await round((at) => knock(intake, ringId, `192.0.2.${at}`));
  const pool = new pg.Pool({ connectionString: url, max: bareConnections });
  for (let turn = 0; turn < rounds; turn += 1) {
    bare.push(await round(() => insertBare(pool)));
    taken.push(await round((at) => knock(intake, ringId, `192.0.2.${at}`), waits));
  }
  await pool.end();
  return [
    {
      name: `a tip taken in, ${senders} senders at once (≥ 500/s)`,
      value: median(taken),
      unit: 'ms',
      limit: 2,
      baseline: { name: `bare INSERT, ${bareConnections} connections`, value: median(bare) },
    },
    {
      name: `how long one waits, ${senders} senders at once, p95`,
      value: percentile(waits, 0.95),
      unit: 'ms',
    },
  ];
}

const knock = (intake: Intake, ringId: RingId, address: string): Promise<void> =>
  intake.inTurn({ address }, async () => {
    const received = await intake.receiveTip(aLetter(ringId), 'web');
    if (!received.ok) throw new Error(received.refusal);
  });

const insertBare = async (pool: pg.Pool): Promise<void> => {
  const values = [crypto.randomUUID(), randomBytes(sealedBytes)];
  await pool.query('INSERT INTO bare VALUES ($1, $2)', values);
};

/** Milliseconds for each, all senders at work. */
async function round(
  send: (sender: number) => Promise<void>,
  waits: number[] = [],
): Promise<number> {
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: senders }, async (_, sender) => {
      for (let time = 0; time < each; time += 1) {
        const sent = performance.now();
        await send(sender);
        waits.push(performance.now() - sent);
      }
    }),
  );
  return (performance.now() - begun) / (senders * each);
}

/** Genuine tips, each sent twice, come once the whole flood has knocked. */
async function measureFlood({ intake, ringId, owner }: Rig): Promise<readonly Measure[]> {
  const before = await countTips(owner);
  const begun = performance.now();
  const flood = Array.from({ length: junk }, (_, at) =>
    knock(intake, ringId, `198.51.100.${at % junkSources}`),
  );
  const waits: number[] = [];
  const letters = Array.from({ length: genuine }, () => aLetter(ringId));
  const send = async (letter: (typeof letters)[number], address: string): Promise<void> => {
    const sent = performance.now();
    const taken = await intake.inTurn({ address }, () => intake.receiveTip(letter, 'web'));
    if (!taken.ok) throw new Error(taken.refusal);
    waits.push(performance.now() - sent);
  };
  await Promise.all(
    letters.flatMap((letter, at) => [0, 1].map(() => send(letter, `203.0.113.${at}`))),
  );
  await Promise.all(flood);
  const took = performance.now() - begun;
  const lost = before + junk + genuine - (await countTips(owner));
  return [
    {
      name: `${genuine} genuine tips, each sent twice, behind ${junk} of a flood, p95`,
      value: percentile(waits, 0.95),
      unit: 'ms',
      limit: 3_000,
      baseline: { name: 'until the flood was over', value: took },
    },
    { name: 'lost or doubled in the flood', value: Math.abs(lost), unit: 'tips', limit: 0 },
  ];
}

async function countTips(owner: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*)::integer AS count FROM tip`.execute(
    owner,
  );
  return rows[0]?.count ?? 0;
}

const median = (values: readonly number[]): number => percentile(values, 0.5);
