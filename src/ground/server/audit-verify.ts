// Checks the record: every chain from its first link to its last, and every closing ever made.

import { sql, type Transaction } from 'kysely';
import { beginning, chainOfRow, readPlainly, rowText } from './audit-chain.ts';
import { diagnose, type Damage, type LinkRead } from './audit-diagnosis.ts';
import { inTransaction, type Database } from './db.ts';
import type { DB } from './schema.ts';

/**
 * outside: a row that was never linked and does not wait to be. loose: a link that does not follow,
 * where so many do not that what became of each is no longer looked for.
 */
export type Break = {
  readonly chain: string;
  /** Null for a row that stands in no chain. */
  readonly position: number | null;
  /** The last one, where links are missing from that position on. */
  readonly until?: number;
  readonly auditId: number | null;
  readonly what: Damage | 'outside' | 'loose';
};

export type Verified = {
  readonly chains: number;
  readonly rows: number;
  /** Written and committed, not yet linked: seconds old while the application runs. */
  readonly waiting: number;
  /** Every one, chain by chain. */
  readonly breaks: readonly Break[];
};

/** Reads with whatever rights the database was opened; the owner's see every row. */
export async function verifyChains(db: Database, atOnce = 500_000): Promise<Verified> {
  const lengths = await read(db, countLinks);
  const rows = lengths.reduce((sum, { links }) => sum + links, 0);
  const parts = partsOf(lengths, Math.min(atOnce, Math.ceil(rows / 2)));
  const suspects = (await findSuspects(db, parts)).toSorted(inOrder);
  const inside = await read(db, (tx) => lookAt(tx, suspects));
  const { waiting, isEven } = await read(db, countWaiting);
  // Every row has its link, or waits: then no row can stand outside, unless one is gone elsewhere.
  const outside = isEven && inside.length === 0 ? [] : await read(db, findOutside);
  return { chains: lengths.length, rows, waiting, breaks: [...inside, ...outside] };
}

const read = <T>(db: Database, ask: (tx: Transaction<DB>) => Promise<T>): Promise<T> =>
  inTransaction(db, async (tx) => {
    await sql`SET TRANSACTION READ ONLY`.execute(tx);
    await readPlainly(tx);
    return ask(tx);
  });

type Length = { readonly chain: string; readonly links: number; readonly last: number };

type Key = { readonly chain: string; readonly position: number };
type Suspect = Key & {
  readonly auditId: number;
  readonly problem: 'gap' | 'gone' | 'foreign' | 'hash';
};

function inOrder(a: Key, b: Key): number {
  if (a.chain === b.chain) return a.position - b.position;
  return a.chain < b.chain ? -1 : 1;
}

/** From a link, which was looked at before, to another. */
type Part = { readonly from: Key; readonly to: Key; readonly links: number };

/** Chains in their order, as far as each must reach; many short ones together and long ones divided, so that memory has a bound. */
function partsOf(lengths: readonly Length[], atOnce: number): readonly Part[] {
  const parts: Part[] = [];
  for (const { chain, links, last } of lengths) {
    const open = parts.at(-1);
    if (open && open.links + links <= atOnce) {
      parts[parts.length - 1] = {
        from: open.from,
        to: { chain, position: last },
        links: open.links + links,
      };
    } else parts.push(...divided({ chain, links, last }, atOnce));
  }
  return parts;
}

/** A chain with a gap reaches further than it has links: its last part goes on to its end. */
const divided = ({ chain, links, last }: Length, atOnce: number): readonly Part[] =>
  Array.from({ length: Math.ceil(links / atOnce) }, (_, at) => {
    const end = Math.min((at + 1) * atOnce, links);
    return {
      from: { chain, position: at * atOnce },
      to: { chain, position: end === links ? last : end },
      links: end - at * atOnce,
    };
  });

/** Two parts at a time: links that are there never change, so each part may be read on its own. */
async function findSuspects(db: Database, parts: readonly Part[]): Promise<readonly Suspect[]> {
  const waiting = [...parts];
  const found: Suspect[] = [];
  const work = async (): Promise<void> => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const { from, to } = part;
      found.push(...(await read(db, (tx) => suspectsIn(tx, from, to))));
    }
  };
  await Promise.all([work(), work()]);
  return found;
}

/**
 * A part begins with the last link of the part before, which is looked at for its hash only. Each
 * link is held against the hash stored before it: where all follow, the whole chain does.
 */
async function suspectsIn(tx: Transaction<DB>, from: Key, to: Key): Promise<readonly Suspect[]> {
  const zeros = sql.lit(`\\x${beginning.toString('hex')}`);
  const { rows } = await sql<Suspect>`
    SELECT chain, position, "auditId", problem FROM (
      SELECT chain, position, audit_link.audit_id AS "auditId",
        CASE
          WHEN position <> coalesce(lag(position) OVER along, 0) + 1 THEN 'gap'
          WHEN audit.audit_id IS NULL THEN 'gone'
          WHEN chain <> ${chainOfRow} THEN 'foreign'
          WHEN hash <> sha256(
            coalesce(lag(hash) OVER along, ${zeros}::bytea) || convert_to(${rowText}, 'UTF8')
          ) THEN 'hash'
        END AS problem
      FROM audit_link LEFT JOIN audit USING (audit_id)
      WHERE (chain, position) BETWEEN (${from.chain}::uuid, ${from.position}::bigint)
        AND (${to.chain}::uuid, ${to.position}::bigint)
      WINDOW along AS (PARTITION BY chain ORDER BY position)
    ) AS link
    WHERE problem IS NOT NULL
      AND (chain, position) > (${from.chain}::uuid, ${from.position}::bigint)`.execute(tx);
  return rows;
}

/** How far around a broken link is looked for what became of it, and of how many in a record. */
const around = 2_000;
const atMost = 100;

async function lookAt(tx: Transaction<DB>, suspects: readonly Suspect[]): Promise<Break[]> {
  const broken = new Set(suspects.map(placeOf));
  const breaks = new Map<string, Break>();
  let looks = 0;
  for (const suspect of suspects) {
    const isLooked = suspect.problem === 'hash' && (looks += 1) <= atMost;
    const one = isLooked ? await look(tx, suspect, broken) : await nameAt(tx, suspect);
    if (one) breaks.set(`${placeOf(one)} ${one.what}`, one);
  }
  return [...breaks.values()];
}

const placeOf = ({ chain, position }: { chain: string; position: number | null }): string =>
  `${chain} ${position}`;

/** What needs no look around. */
async function nameAt(tx: Transaction<DB>, suspect: Suspect): Promise<Break> {
  const { chain, position, auditId, problem } = suspect;
  if (problem === 'gap') return findGap(tx, suspect);
  const what = { gone: 'missing', foreign: 'added', hash: 'loose' } as const;
  return { chain, position, auditId, what: what[problem] };
}

async function look(
  tx: Transaction<DB>,
  { chain, position }: Suspect,
  broken: ReadonlySet<string>,
): Promise<Break | undefined> {
  const { rows } = await sql<LinkRead>`
    SELECT position, audit_link.audit_id AS "auditId", hash,
      CASE WHEN audit.audit_id IS NOT NULL THEN ${rowText} END AS text
    FROM audit_link LEFT JOIN audit USING (audit_id)
    WHERE chain = ${chain}::uuid
      AND position BETWEEN ${position - around}::bigint AND ${position + around}::bigint
    ORDER BY position`.execute(tx);
  const isBroken = (other: number): boolean => broken.has(placeOf({ chain, position: other }));
  const found = diagnose(rows, position, isBroken);
  return found && { chain, ...found };
}

/** The positions that are not there, before a link whose number does not follow. */
async function findGap(tx: Transaction<DB>, { chain, position }: Key): Promise<Break> {
  const { rows } = await sql<{ last: number }>`
    SELECT coalesce(max(position), 0) AS last FROM audit_link
    WHERE chain = ${chain}::uuid AND position < ${position}::bigint`.execute(tx);
  const first = (rows[0]?.last ?? 0) + 1;
  return { chain, position: first, until: position - 1, auditId: null, what: 'missing' };
}

/** Rows nobody linked and nobody waits for, and those that waited and are gone. */
async function findOutside(tx: Transaction<DB>): Promise<readonly Break[]> {
  const outside = await sql<{ chain: string; auditId: number }>`
    SELECT ${chainOfRow} AS chain, audit.audit_id AS "auditId" FROM audit
    WHERE NOT EXISTS (SELECT FROM audit_link WHERE audit_link.audit_id = audit.audit_id)
      AND NOT EXISTS (SELECT FROM audit_pending WHERE audit_pending.audit_id = audit.audit_id)
    ORDER BY 1, 2`.execute(tx);
  const gone = await sql<{ auditId: number }>`
    SELECT audit_id AS "auditId" FROM audit_pending
    WHERE NOT EXISTS (SELECT FROM audit WHERE audit.audit_id = audit_pending.audit_id)
    ORDER BY audit_id`.execute(tx);
  return [
    ...outside.rows.map((row) => ({ ...row, position: null, what: 'outside' as const })),
    ...gone.rows.map((row) => ({
      ...row,
      chain: 'unknown',
      position: null,
      what: 'missing' as const,
    })),
  ];
}

async function countLinks(tx: Transaction<DB>): Promise<readonly Length[]> {
  const { rows } = await sql<Length>`
    SELECT chain, count(*) AS links, max(position) AS last
    FROM audit_link GROUP BY chain ORDER BY chain`.execute(tx);
  return rows;
}

/** `isEven`: there are as many rows as links and waiting ones together. */
async function countWaiting(
  tx: Transaction<DB>,
): Promise<{ readonly waiting: number; readonly isEven: boolean }> {
  const { rows } = await sql<{ rows: number; links: number; waiting: number }>`
    SELECT (SELECT count(*) FROM audit) AS rows, (SELECT count(*) FROM audit_link) AS links,
      (SELECT count(*) FROM audit_pending) AS waiting`.execute(tx);
  const [count] = rows;
  if (!count) throw new Error('nothing was counted');
  return { waiting: count.waiting, isEven: count.rows === count.links + count.waiting };
}
