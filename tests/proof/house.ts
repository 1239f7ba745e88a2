// A whole application on data of its own, which a test may kill, start again and look into.

import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openDatabase, type Database } from '#ground/server/db.ts';
import { findRunning } from '#ground/server/postgres.ts';
import type { Ring } from '#tips/door/seal-tip.ts';
import { startApp, type RunningApp } from '../journeys/running-app.ts';

export type House = {
  readonly data: string;
  readonly app: () => RunningApp;
  /** As the owner of its database. */
  readonly owner: () => Database;
  /** The door of a commune where somebody is on duty. */
  readonly door: { readonly path: string; readonly ring: Ring };
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
  readonly startAgain: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function openHouse(): Promise<House> {
  const data = await realpath(await mkdtemp(join(tmpdir(), 'binh-yen-proof-')));
  let [app, owner] = await open(data);
  const door = await findDoor(owner);
  return {
    data,
    door,
    app: () => app,
    owner: () => owner,
    kill: async () => {
      process.kill(app.processId, 'SIGKILL');
      await owner.destroy();
    },
    startAgain: async () => {
      await app.stop();
      [app, owner] = await open(data);
    },
    close: async () => {
      await owner.destroy();
      await app.stop();
      await rm(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
    },
  };
}

async function open(data: string): Promise<[RunningApp, Database]> {
  const app = await startApp({ BINH_YEN_DATA: data });
  const url = findRunning(data);
  if (!url) throw new Error('the application runs no database');
  return [app, openDatabase(url, { connections: 2 })];
}

async function findDoor(owner: Database): Promise<House['door']> {
  type Row = Ring & { readonly unitId: string };
  const { rows } = await sql<Row>`
    SELECT ring.ring_id AS "ringId", of.epoch, of.recipient, ring.unit_id AS "unitId"
    FROM key_ring ring JOIN ring_epoch of USING (ring_id) JOIN unit ON unit.unit_id = ring.unit_id
    WHERE ring.purpose = 'tip' AND unit.level = 'xa' AND of.ended_on IS NULL`.execute(owner);
  const [row] = rows;
  if (!row) throw new Error('nobody is on duty at any commune of the demo');
  const { unitId, ...ring } = row;
  return { path: `/t/${unitId}`, ring };
}

/** How many tips and letters there are of these codes. */
export async function countOf(owner: Database, finds: readonly string[]) {
  const { rows } = await sql<{ tips: number; letters: number }>`
    SELECT count(DISTINCT tip.tip_id)::integer AS tips, count(letter.letter_id)::integer AS letters
    FROM unnest(${[...finds]}::text[]) AS asked (find)
    JOIN tip ON tip.find_hash = sha256(decode(translate(asked.find, '-_', '+/') || '==', 'base64'))
    LEFT JOIN tip_letter letter ON letter.tip_id = tip.tip_id`.execute(owner);
  const [row] = rows;
  return { tips: row?.tips ?? 0, letters: row?.letters ?? 0 };
}
