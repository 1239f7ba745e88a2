// A paper as a file to download, named so that people find it again.

import { listLaw } from '#law/server/store.ts';
import { formOn } from '#papers/measures.ts';
import type { Paper } from '#papers/paper.ts';
import { paperToDocx } from '#papers/server/docx.ts';
import { paperToPdf } from '#papers/server/pdf.ts';
import { contentDisposition, paperName } from './download-name.ts';

const kinds = {
  pdf: { make: paperToPdf, type: 'application/pdf' },
  docx: {
    make: paperToDocx,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
} as const;

export async function paperFile(
  { db, today }: App.Locals,
  paper: Paper,
  kind: keyof typeof kinds,
): Promise<Response> {
  const form = formOn(await listLaw(db), paper.header.date, today);
  const name = paperName(paper, form.numberDigits);
  const bytes = await kinds[kind].make(paper, form);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': kinds[kind].type,
      'content-disposition': contentDisposition('attachment', `${name}.${kind}`),
    },
  });
}
