// A paper as DOCX, for Word and LibreOffice: real styles, tables and page numbers.

import { layOut } from '../layout.ts';
import type { PaperForm } from '../measures.ts';
import type { Paper } from '../paper.ts';

/** The writer takes 50 MB of memory: it is loaded with the first paper, not with the application. */
export async function paperToDocx(paper: Paper, form: PaperForm): Promise<Uint8Array> {
  const { writeDocument } = await import('./docx-document.ts');
  return writeDocument(layOut(paper, form), form);
}
