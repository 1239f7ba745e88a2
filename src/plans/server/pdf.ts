// A PDF with a text layer to lines: its pages are read one by one, as far as the limits let.

import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { ReadRefusal } from '../plan.ts';
import { readDrawing } from './pdf-drawing.ts';
import { gridsOf } from './pdf-grid.ts';
import { matrixOf } from './pdf-matrix.ts';
import { readPage } from './pdf-page.ts';
import type { Measure } from './pdf-paragraphs.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;
type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>;

/** Below this many letters a page, a text layer is a stamp or a page number on a scan. */
const fewestLettersPerPage = 40;

/** Throws where the file is damaged. No script or form of the PDF is run, no picture decoded. */
export async function linesOfPdf(
  bytes: Uint8Array,
): Promise<Outcome<readonly string[], ReadRefusal>> {
  try {
    // A copy, for the library keeps the memory it is given; and it accepts no Buffer.
    const copy = new Uint8Array(bytes);
    const pdf = await getDocumentProxy(copy, { verbosity: 0, maxImageSize: 1 });
    const lines = await linesOfPages(pdf, await getResolvedPDFJS());
    const letters = lines.join('').replace(/\P{L}/gu, '').length;
    return letters < fewestLettersPerPage * Math.min(pdf.numPages, 3)
      ? refused('scan-without-text')
      : done(lines);
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') return refused('password');
    throw error;
  }
}

async function linesOfPages(pdf: Pdf, pdfJs: PdfJs): Promise<readonly string[]> {
  const lines: string[] = [];
  let measure: Measure | null = null;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    // Points from the top left corner of the page as it is looked at.
    const view = matrixOf(page.getViewport({ scale: 1 }).transform);
    const list = await page.getOperatorList();
    const drawing = readDrawing(list, pdfJs.OPS, view, (font) => glyphUnit(page, font));
    const read = readPage(drawing.runs, gridsOf(drawing.rules), measure);
    for (const line of read.lines) lines.push(line);
    measure = read.measure;
    page.cleanup();
  }
  return lines;
}

function glyphUnit(page: Page, name: string): number {
  const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
  if (typeof font !== 'object' || font === null || !('fontMatrix' in font)) return 0.001;
  return Array.isArray(font.fontMatrix) ? Number(font.fontMatrix[0]) : 0.001;
}
