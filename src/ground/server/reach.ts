// How far a transaction reaches: set in PostgreSQL itself, whose row policies then hide all the rest.

import type pg from 'pg';
import type { Instant } from '../day.ts';
import { isId, type Id, type PersonId, type SiteId } from '../id.ts';

export type Reach = {
  readonly personId: PersonId | null;
  readonly sites: 'all' | readonly SiteId[];
  /** The broken glass the request looks through; PostgreSQL itself knows of which site, until when. */
  readonly glass?: Id<'opening'>;
  /** Whose work the person does while that one is away; on record with every act. */
  readonly actingFor?: PersonId;
  /** What the device's own clock said; on record beside the server's. */
  readonly deviceAt?: Instant;
};

/** For a visitor nobody knows. */
export const noReach: Reach = { personId: null, sites: [] };

/** For work nobody asked for: jobs, first run. Whoever uses it answers for what it may touch. */
export const reachEverywhere: Reach = { personId: null, sites: 'all' };

/** What the query builder asks of a client. */
type Client = Pick<pg.PoolClient, 'query' | 'release'>;

/**
 * A client that limits everything it sends. The limit lasts exactly as long as one transaction, so
 * that the next user of the same connection starts with none; a query outside a transaction gets
 * one of its own.
 */
export function limited(client: pg.PoolClient, reach: Reach): Client {
  const settings = settingsFor(reach);
  let isOpen = false;
  const query = async (text: string, values: unknown[]): Promise<unknown> => {
    if (isOpen) {
      isOpen = !ends.test(text);
      return client.query(text, values);
    }
    if (!begins.test(text)) return alone(client, settings, text, values);
    await client.query(`${text};${settings}`);
    isOpen = true;
    return { command: 'BEGIN', rowCount: 0, rows: [] };
  };
  return { query: query as Client['query'], release: (error) => client.release(error) };
}

const begins = /^(?:begin|start transaction)\b/i;
const ends = /^(?:commit|rollback)$/i;

/** In a transaction of its own; one that failed is rolled back before the connection goes on. */
async function alone(
  client: pg.PoolClient,
  settings: string,
  text: string,
  values: unknown[],
): Promise<pg.QueryResult> {
  try {
    await client.query(`begin;${settings}`);
    const answer = await client.query(text, values);
    await client.query('commit');
    return answer;
  } catch (error) {
    // On a broken connection this fails too; the pool throws the connection away.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

const settingsFor = ({ personId, sites, glass, actingFor, deviceAt }: Reach): string =>
  [
    ['sites', sites === 'all' ? sites : sites.map(checked).join()],
    ['person', personId ? checked(personId) : ''],
    ['glass', glass ? checked(glass) : ''],
    ['acting_for', actingFor ? checked(actingFor) : ''],
    ['device_at', deviceAt ? new Date(deviceAt).toISOString() : ''],
  ]
    .map(([name, value]) => `set local binh_yen.${name}='${value}'`)
    .join(';');

/** These stand in the statement itself: nothing but the letters of an id may pass. */
function checked(id: string): string {
  if (!isId(id)) throw new Error('not an id');
  return id;
}
