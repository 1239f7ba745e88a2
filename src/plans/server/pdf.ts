// A PDF with a text layer to lines: its pages are read one by one, as far as the limits let.

import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { ReadRefusal } from '../plan.ts';
import { gridsOf, type Grid, type Rule } from './pdf-grid.ts';
import { linesOfPage, mayHoldTable, type Run } from './pdf-page.ts';
import { rulesOf } from './pdf-rules.ts';

type Pdf = Awaited<ReturnType<(typeof import('unpdf'))['getDocumentProxy']>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

/** Below this many letters a page, a text layer is a stamp or a page number on a scan. */
const fewestLettersPerPage = 40;

/** Throws where the file is damaged. No script or form of the PDF is run, no font or image drawn. */
export async function linesOfPdf(
  bytes: Uint8Array,
): Promise<Outcome<readonly string[], ReadRefusal>> {
  const { getDocumentProxy } = await import('unpdf');
  try {
    // A copy, for the library keeps the memory it is given; and it accepts no Buffer.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: false });
    const lines = await linesOfPages(pdf);
    const letters = lines.join('').replace(/\P{L}/gu, '').length;
    return letters < fewestLettersPerPage * Math.min(pdf.numPages, 3)
      ? refused('scan-without-text')
      : done(lines);
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') return refused('password');
    throw error;
  }
}

async function linesOfPages(pdf: Pdf): Promise<readonly string[]> {
  const lines: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const runs = await runsOf(page);
    lines.push(...linesOfPage(runs, mayHoldTable(runs) ? await gridsOfPage(page) : []));
    page.cleanup();
  }
  return lines;
}

/** Pieces of text in points from the top left corner of the page as it is looked at. */
async function runsOf(page: Page): Promise<readonly Run[]> {
  const [a, b, c, d, e, f] = matrix(page.getViewport({ scale: 1 }).transform);
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item)) return [];
    const [, , skew, height, x, y] = matrix(item.transform);
    const size = Math.hypot(skew, height) || item.height;
    const left = a * x + c * y + e;
    const base = b * x + d * y + f;
    return [{ text: item.str, left, right: left + item.width, base, size }];
  });
}

type Matrix = readonly [number, number, number, number, number, number];

function matrix(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [a, b, c, d, e, f];
}

async function gridsOfPage(page: Page): Promise<readonly Grid[]> {
  const { OPS } = await (await import('unpdf')).getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const rules: readonly Rule[] = rulesOf(
    fnArray,
    argsArray,
    { save: OPS.save, restore: OPS.restore, transform: OPS.transform, path: OPS.constructPath },
    matrix(page.getViewport({ scale: 1 }).transform),
  );
  return gridsOf(rules);
}
