// Who works in the database: logins without the owner's rights, so that nothing done through them can undo a grant.

import { createHmac } from 'node:crypto';
import pg from 'pg';

/** The groups of the migrations, each with the grants of its work alone. */
export const groups = ['binh_yen_app', 'binh_yen_sign_in', 'binh_yen_worker'] as const;
export type Group = (typeof groups)[number];

/**
 * The same database, entered as a member of the group. Name and password come from the
 * installation's secret: two installations on one server do not share a login.
 */
export function loginUrl(url: string, group: Group, secret: string): string {
  const { name, password } = loginOf(group, secret);
  const changed = new URL(url);
  if (changed.hostname) {
    changed.username = name;
    changed.password = password;
    changed.searchParams.delete('user');
    changed.searchParams.delete('password');
  } else {
    changed.searchParams.set('user', name);
    changed.searchParams.set('password', password);
  }
  return changed.href;
}

/** Makes the logins that are not there yet; needs the owner's rights. */
export async function ensureLogins(ownerUrl: string, secret: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const group of groups) await ensureLogin(client, group, secret);
  } finally {
    await client.end();
  }
}

async function ensureLogin(client: pg.Client, group: Group, secret: string): Promise<void> {
  const { name, password } = loginOf(group, secret);
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  if (rowCount) return;
  const [login, member] = [client.escapeIdentifier(name), client.escapeIdentifier(group)];
  // Two servers starting at once both get here; the second finds what the first has made.
  await client.query(
    `DO $$ BEGIN
       CREATE ROLE ${login} LOGIN NOCREATEDB NOCREATEROLE NOREPLICATION INHERIT
         PASSWORD ${client.escapeLiteral(password)} IN ROLE ${member};
     EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
     END $$`,
  );
}

function loginOf(group: Group, secret: string) {
  const derive = (what: string): string =>
    createHmac('sha256', secret).update(`${group} ${what}`).digest('hex');
  return { name: `${group}_${derive('name').slice(0, 12)}`, password: derive('password') };
}
