// Binds what was written to the chains, some moments after its transaction was committed.

import { sql, type Transaction } from 'kysely';
import { chainOfRow, linkHash, beginning, lockChains, rowText } from './audit-chain.ts';
import { onAppended } from './audit.ts';
import { inTransaction, type Database } from './db.ts';
import { log } from './log.ts';
import type { DB } from './schema.ts';

export type Linker = {
  /** Links what is there, then nothing more. */
  readonly stop: () => Promise<void>;
};

type Pauses = { readonly soon?: number; readonly later?: number };

/** The database must reach every site. */
export function openLinker(db: Database, { soon = 250, later = 5_000 }: Pauses = {}): Linker {
  let running = Promise.resolve();
  const link = (): Promise<void> =>
    (running = running
      .then(() => linkPending(db))
      .then(() => undefined)
      .catch((error: unknown) => log.error('the record is linked later', error)));
  let first: NodeJS.Timeout | undefined;
  let second: NodeJS.Timeout | undefined;
  onAppended(() => {
    // Most transactions are over by the first look; one that takes long is found by the second.
    first ??= setTimeout(() => {
      first = undefined;
      void link();
    }, soon).unref();
    second = second?.refresh() ?? setTimeout(() => void link(), later).unref();
  });
  void link();
  const stop = (): Promise<void> => {
    onAppended(() => undefined);
    clearTimeout(first);
    clearTimeout(second);
    return link();
  };
  return { stop };
}

/** Links every committed row that waits; how many those were. */
export async function linkPending(db: Database): Promise<number> {
  for (let total = 0, last = 0; ;) {
    const behind = last;
    const batch = await inTransaction(db, (tx) => linkBatch(tx, behind));
    if (batch.last === undefined) return total;
    last = batch.last;
    total += batch.linked;
  }
}

const mostAtOnce = 1_000;

type Waiting = { readonly audit_id: number; readonly chain: string; readonly text: string };
type Head = { readonly position: number; readonly hash: Uint8Array };
type Link = Head & { readonly chain: string; readonly auditId: number };

/** What waits for a row that is gone goes on waiting: it is what is left to see of it. */
async function linkBatch(
  tx: Transaction<DB>,
  behind: number,
): Promise<{ readonly linked: number; readonly last: number | undefined }> {
  await lockChains(tx);
  const next = await tx
    .selectFrom('audit_pending')
    .where('audit_id', '>', behind)
    .select('audit_id')
    .orderBy('audit_id')
    .limit(mostAtOnce)
    .execute();
  const ids = next.map((row) => row.audit_id);
  const { rows } = await sql<Waiting>`
    SELECT audit.audit_id, ${chainOfRow} AS chain, ${rowText} AS text
    FROM audit WHERE audit_id = ANY (${ids}::bigint[]) ORDER BY audit_id`.execute(tx);
  await insertLinks(tx, linksOf(rows, await findHeads(tx, rows)));
  const linked = rows.map((row) => row.audit_id);
  await sql`DELETE FROM audit_pending WHERE audit_id = ANY (${linked}::bigint[])`.execute(tx);
  return { linked: rows.length, last: ids.at(-1) };
}

async function findHeads(
  tx: Transaction<DB>,
  rows: readonly Waiting[],
): Promise<ReadonlyMap<string, Head>> {
  const chains = [...new Set(rows.map(({ chain }) => chain))];
  const heads = await sql<Head & { readonly chain: string }>`
    SELECT chain, position, hash
    FROM unnest(${chains}::uuid[]) AS wanted
    CROSS JOIN LATERAL (
      SELECT chain, position, hash FROM audit_link
      WHERE chain = wanted ORDER BY position DESC LIMIT 1
    ) AS head`.execute(tx);
  return new Map(heads.rows.map((head) => [head.chain, head]));
}

function linksOf(rows: readonly Waiting[], found: ReadonlyMap<string, Head>): readonly Link[] {
  const heads = new Map(found);
  return rows.map(({ audit_id: auditId, chain, text }) => {
    const { position, hash } = heads.get(chain) ?? { position: 0, hash: beginning };
    const link = { chain, auditId, position: position + 1, hash: linkHash(hash, text) };
    heads.set(chain, link);
    return link;
  });
}

async function insertLinks(tx: Transaction<DB>, links: readonly Link[]): Promise<void> {
  const column = <K extends keyof Link>(name: K): Link[K][] => links.map((link) => link[name]);
  await sql`
    INSERT INTO audit_link (chain, position, audit_id, hash)
    SELECT * FROM unnest(${column('chain')}::uuid[], ${column('position')}::bigint[],
      ${column('auditId')}::bigint[], ${column('hash')}::bytea[])`.execute(tx);
}
