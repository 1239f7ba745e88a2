import { startPostgres } from '#ground/server/postgres.ts';
import { migrate } from '#ground/server/migrate.ts';
import { openDatabase, inTransaction } from '#ground/server/db.ts';
import { sql } from 'kysely';
const t = performance.now();
const lap = (s: string) => console.log(s, Math.round(performance.now() - t));
const p = await startPostgres(process.argv[2]!);
lap('pg');
if (!p.ok) {
  console.log(p);
  process.exit(1);
}
console.log(p.value.url, p.value.pid());
console.log(await migrate(p.value.url));
lap('migrate');
console.log(await migrate(p.value.url));
lap('migrate again');
const db = openDatabase(p.value.url, 'binh_yen_app');
console.log(
  (
    await sql`select current_user, current_date, now(), 5::int8, 1.5::numeric, array['2026-01-02'::date], array[1.5,null]::numeric[]`.execute(
      db,
    )
  ).rows,
);
lap('q');
await db.destroy();
await p.value.stop();
lap('stop');
