// The door over HTTP with a crowd before it: tips a second and how long one waits, beside bare inserts of the same run.

import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { newIdentity } from '#sealed/age.ts';
import { findRunning } from '#ground/server/postgres.ts';
import { percentile, type Measure } from '../scripts/measure.ts';
import { countOf, openHouse, type House } from '../tests/proof/house.ts';
import { post, tipOf, type Tip } from '../tests/proof/sending.ts';

/** All of them at once, each with one tip after another. */
const senders = 200;
const each = 5;
const rounds = 3;
/** As the smallest size that is sealed to: most tips. */
const sealedBytes = 4_300;
const bareConnections = 10;

export async function measure(): Promise<readonly Measure[]> {
  const house = await openHouse();
  const pool = new pg.Pool({
    connectionString: findRunning(house.data) ?? '',
    max: bareConnections,
  });
  try {
    await pool.query('CREATE TABLE bare (id uuid PRIMARY KEY, sealed bytea NOT NULL)');
    return await compare(house, pool);
  } finally {
    await pool.end();
    await house.close();
  }
}

/** The two take turns: what the machine does meanwhile hits both. */
async function compare(house: House, pool: pg.Pool): Promise<readonly Measure[]> {
  const { recipient } = await newIdentity('classic');
  const waits: number[] = [];
  const [taken, bare]: [number[], number[]] = [[], []];
  const sent: Tip[] = [];
  await round(tips(house, recipient), (tip, at) => send(house, tip, at));
  for (let turn = 0; turn < rounds; turn += 1) {
    const some = tips(house, recipient);
    sent.push(...some);
    bare.push(await round(some, () => insertBare(pool)));
    taken.push(await round(some, (tip, at) => send(house, tip, at), waits));
  }
  const { tips: there } = await countOf(
    house.owner(),
    sent.map(({ find }) => find),
  );
  return [
    {
      name: `a tip over HTTP, ${senders} senders at once (≥ 500/s)`,
      value: percentile(taken, 0.5),
      unit: 'ms',
      limit: 2,
      baseline: {
        name: `bare INSERT, ${bareConnections} connections`,
        value: percentile(bare, 0.5),
      },
    },
    {
      name: `how long one waits over HTTP, ${senders} senders at once, p95`,
      value: percentile(waits, 0.95),
      unit: 'ms',
    },
    { name: 'lost or doubled', value: Math.abs(sent.length - there), unit: 'tips', limit: 0 },
  ];
}

const tips = ({ door }: House, recipient: string): readonly Tip[] =>
  Array.from({ length: senders * each }, () =>
    tipOf(door.ring, recipient, randomBytes(sealedBytes).toString('base64url')),
  );

async function send({ app, door }: House, { commandId, body }: Tip, at: number): Promise<void> {
  const answered = await post({
    address: app().address,
    path: door.path,
    type: 'application/json',
    body,
    from: `127.0.1.${1 + (at % senders)}`,
    headers: { 'x-command': commandId },
  });
  if (answered.status !== 200) throw new Error(`not taken: ${answered.status} ${answered.body}`);
}

const insertBare = async (pool: pg.Pool): Promise<void> => {
  const values = [crypto.randomUUID(), randomBytes(sealedBytes)];
  await pool.query('INSERT INTO bare VALUES ($1, $2)', values);
};

/** Milliseconds for each, all senders at work. */
async function round(
  all: readonly Tip[],
  act: (tip: Tip, sender: number) => Promise<void>,
  waits: number[] = [],
): Promise<number> {
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: senders }, async (_, sender) => {
      for (const tip of all.slice(sender * each, (sender + 1) * each)) {
        const sent = performance.now();
        await act(tip, sender);
        waits.push(performance.now() - sent);
      }
    }),
  );
  return (performance.now() - begun) / all.length;
}
