// A paper as a file to download, named so that people find it again.

import { fold } from '#ground/text.ts';
import { listLaw } from '#law/server/store.ts';
import { formOn } from '#papers/measures.ts';
import type { Paper } from '#papers/paper.ts';
import { paperToDocx } from '#papers/server/docx.ts';
import { paperToPdf } from '#papers/server/pdf.ts';

const kinds = {
  pdf: { make: paperToPdf, type: 'application/pdf' },
  docx: {
    make: paperToDocx,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
} as const;

/** 'BC 05 BC-BCN xom-pho.pdf' becomes 'bc-05-bc-bcn-….pdf': ASCII, which every old PC opens. */
export async function paperFile(
  { db, today }: App.Locals,
  paper: Paper,
  kind: keyof typeof kinds,
): Promise<Response> {
  const { number, symbol } = paper.header;
  const mark = paper.printed
    ? `${paper.title} ${paper.printed.number}`
    : `${number ?? 'ban thao'} ${symbol}`;
  const name = fold(`${mark} ${paper.subject}`)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-|-$/g, '');
  const form = formOn(await listLaw(db), paper.header.date, today);
  const bytes = await kinds[kind].make(paper, form);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': kinds[kind].type,
      'content-disposition': `attachment; filename="${name}.${kind}"`,
    },
  });
}
