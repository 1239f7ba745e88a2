// What was asked of the record, as a table; sent as it is read, so that its length costs no memory.

import { linkedColumns } from '#ground/server/audit-chain.ts';
import { csvBeginning, csvLine } from '#record/csv.ts';
import { listExportRows, type ExportRow } from '#record/server/store.ts';
import { askingOf, leaveView, type Asking } from '../asking.ts';
import type { RequestHandler } from './$types';

const mostRows = 200_000;
const rowsAtOnce = 1_000;

export const GET: RequestHandler = async ({ locals, url }) => {
  const asking = await askingOf(locals, url);
  await leaveView(locals, asking, 'export audit');
  return new Response(streamOf(linesOf(locals, asking)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="nhat-ky-${locals.today}.csv"`,
    },
  });
};

async function* linesOf(
  { db }: App.Locals,
  { reader, filter }: Asking,
): AsyncGenerator<string, void> {
  yield (
    csvBeginning +
    csvLine([
      'position',
      'previous_hash',
      'hash',
      ...linkedColumns,
      'person_name',
      'site_name',
      'withheld',
    ])
  );
  let after = 0;
  for (let sent = 0; sent < mostRows; sent += rowsAtOnce) {
    const { rows, last } = await listExportRows(db, reader, filter, { after, limit: rowsAtOnce });
    yield rows.map((row) => csvLine(cellsOf(row))).join('');
    if (last === undefined || rows.length < rowsAtOnce) return;
    after = last;
  }
}

const cellsOf = ({ columns, ...row }: ExportRow) => [
  row.position,
  row.previousHash,
  row.hash,
  ...columns,
  row.personName,
  row.place,
  row.withheld ? 'yes' : '',
];

function streamOf(texts: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (stream) => {
      const next = await texts.next();
      if (next.done) stream.close();
      else stream.enqueue(encoder.encode(next.value));
    },
  });
}
